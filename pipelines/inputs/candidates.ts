import type { Publication } from "../../schemas/source/release.ts";
import { baseName } from "../problems/file-name.ts";
import { fault } from "../problems/problems.ts";
import { sha256 } from "../problems/sha256.ts";
import type { Download } from "./downloads.ts";
import { nameOf } from "./name-of-download.ts";

type Wanted = Pick<Publication, "family" | "label">;

/** How labels end that name a release, a quarter or a year: "RVU26D", "Addendum B 2025Q2", "ASC wage index 2025". */
const NAMES_A_PERIOD = /(?:RVU\d{2}[A-DM]\w*|20\d{2}(?:Q[1-4])?)$/;

/**
 * Whether the folders of a file or its archive say that it belongs to a publication; undefined when they say nothing. Its
 * own name is the registered one, and says nothing against it.
 */
function saysSo({ family, label }: Wanted, path: string): boolean | undefined {
  const plain = label.replaceAll("_", "");
  const named = nameOf(path);
  if (named.some((each) => each.family === family && plain.endsWith(each.id))) return true;
  const byItself = nameOf(baseName(path)).map((each) => each.id);
  const isNeutral = named.every((each) => byItself.includes(each.id)) || !NAMES_A_PERIOD.test(label);
  return isNeutral ? undefined : false;
}

function areTheSame(downloads: readonly Download[]): boolean {
  const [first] = downloads;
  if (downloads.some(({ bytes }) => bytes !== first?.bytes)) return false;
  return new Set(downloads.map((each) => sha256(each.read()))).size === 1;
}

/**
 * The one download that a file of a publication can be by its name, where none has the pinned hash: one whose folder or
 * archive names the publication before one that names none. One that names another publication is never it.
 *
 * @param named downloads of the right name
 * @param file name of the wanted file, for the message
 * @throws InputFault that lists them when several of other bytes are left
 */
export function onlyCandidate(named: readonly Download[], wanted: Wanted, file: string): Download | undefined {
  const own = named.filter(({ path }) => saysSo(wanted, path) === true);
  const left = own.length > 0 ? own : named.filter(({ path }) => saysSo(wanted, path) === undefined);
  if (left.length <= 1 || areTheSame(left)) return left[0];
  throw fault(
    "input.ambiguous",
    { file },
    `none of ${left.length} downloads has the pinned sha256 and each could be the file of ${wanted.label}: ${left.map(({ path }) => path).join(", ")}`,
    "Leave the right one alone in the folder that --from names, or put it below a folder with the publication's name",
  );
}
