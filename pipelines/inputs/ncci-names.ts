import type { Problem } from "../../schemas/place.ts";
import { type Family, isOnRequest, type OnRequest } from "../../schemas/source/release.ts";
import { stemOf } from "../problems/file-name.ts";
import { quarterOfDay } from "../tables/quarter.ts";
import type { Located } from "./locate.ts";

/** Version 32.0 is of 2026Q1, 32.1 of 2026Q2: CMS counts years from 1994, and quarters from 0. */
const FIRST_YEAR = 1994;

/** ccipra-v321r0-f1: version, quarter, revision. */
const VERSION = /-v(?<major>\d{2})(?<quarter>[0-3])r\d+/i;
const QUARTER = /(?<!\d)(?<year>20[0-3]\d)[ _-]?Q(?<quarter>[1-4])(?!\d)/i;
/** MCR_MUE_PractitionerServices_Eff_04-01-2026, add-code-edits-medicare-effective-07012026: the quarter's first day. */
const FIRST_DAY = /Eff(?:ective)?[ _-](?<month>01|04|07|10)-?01-?(?<year>20[0-3]\d)(?!\d)/i;

/** The quarter that a name of CMS's NCCI files says, such as 2026Q2; undefined where it says none. */
function ncciQuarterIn(name: string): string | undefined {
  const version = VERSION.exec(name)?.groups;
  if (version !== undefined) return `${FIRST_YEAR + Number(version["major"])}Q${Number(version["quarter"]) + 1}`;
  const day = FIRST_DAY.exec(name)?.groups;
  if (day !== undefined) return quarterOfDay(`${day["year"]}-${day["month"]}-01`);
  const quarter = QUARTER.exec(name)?.groups;
  return quarter && `${quarter["year"]}Q${quarter["quarter"]}`;
}

const PTP = /^cci(pra|oph)-v\d|(?<![a-z])ncci(?![a-z]).*(?<![a-z])ptp(?![a-z])/i;
const OTHERS = new RegExp(
  [
    "(?<![a-z])mue[ _-]|^AOC[ _-]V20\\d{2}Q[1-4]|^add-?(on-?)?code-edits(?![a-z])",
    "(?<![a-z])ncci(?![a-z]).*(?<![a-z])(mue|add-?on)(?![a-z])|(?<![a-z])ncci edits(?![a-z])",
  ].join("|"),
  "i",
);
/** The edits of Medicaid, and the list of what a quarter changes: neither is a table of Medicare's edits. */
const NO_TABLE = /medicaid|(?<![a-z])MCD(?![a-z])|additions|deletions|revisions/i;

/** Whether a name of CMS's NCCI files is that of another list than the tables of edits. */
export function isOtherNcciList(name: string): boolean {
  return NO_TABLE.test(name);
}

function familyOf(name: string): OnRequest | undefined {
  if (isOtherNcciList(name)) return undefined;
  if (PTP.test(name)) return "ncci-ptp";
  return OTHERS.test(name) ? "ncci" : undefined;
}

/** The names that say something of a file: its own, then that of the archive that it is in. */
function namesOf(path: string): string[] {
  const archives = path.split("/").filter((step) => /\.zip$/i.test(step));
  return [stemOf(path), ...archives.reverse().map(stemOf)];
}

/**
 * The NCCI publications that a download can belong to, by its own name and that of its archive: two where they
 * contradict each other, so that neither is believed.
 *
 * @param path inside the folder of downloads
 */
export function ncciNames(path: string): { family: Family; quarter: string }[] {
  const names = namesOf(path);
  const family = names.map(familyOf).find((each) => each !== undefined);
  if (family === undefined) return [];
  const quarters = names.filter((name) => familyOf(name) === family).flatMap((name) => ncciQuarterIn(name) ?? []);
  return [...new Set(quarters)].map((quarter) => ({ family, quarter }));
}

/**
 * NCCI tables have no period in them: the name of the file is what says it.
 *
 * @returns a problem where the name is of another quarter than the publication
 */
export function otherQuarter({
  entry,
  publication,
  shown,
}: Pick<Located, "entry" | "publication" | "shown">): Problem | undefined {
  if (!isOnRequest(publication.family)) return undefined;
  const [seen, expected] = [ncciQuarterIn(entry.name), quarterOfDay(publication.window.from)];
  if (seen === undefined || seen === expected) return undefined;
  return {
    code: "period.wrong",
    place: { file: shown },
    message: `the name of the file says that it is for ${seen}, expected ${expected} (${publication.label})`,
    cure: `Download the file of ${expected} from CMS, or leave the file of ${seen} out of the folder`,
  };
}
