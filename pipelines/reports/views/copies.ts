import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { FileRef } from "../../../schemas/out/common.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import type { Origin } from "../../../schemas/source/release.ts";
import { COPIES } from "../../words/files.ts";
import { type Block, type Content, list, type Toned, toned } from "./view.ts";

/** A schedule that a code's page shows figures of, and the short names of its files. */
interface Schedule {
  readonly name: string;
  readonly files: readonly string[];
}

const SCHEDULES = {
  physician: { name: "physician fee schedule", files: ["rvu", "rvu-qpp"] },
  localities: { name: "locality indices (GPCIs)", files: ["gpci"] },
  opps: { name: "hospital outpatient (Addendum B)", files: ["addendum-b"] },
  asc: { name: "surgical center (ASC addenda)", files: ["asc-aa", "asc-bb", "asc-ee"] },
} as const satisfies Record<string, Schedule>;

/** Checks that add up the RVUs of every row and compare the sums with the totals that CMS prints. */
const TOTALS: ReadonlySet<string> = new Set(["pfs.non-facility-total", "pfs.facility-total"]);

/** The files whose figures the page shows, or in which the code was looked for. */
export function filesShown({ files, localities }: CodeDocument): [id: string, file: FileRef][] {
  const ids = Object.values(SCHEDULES).flatMap((schedule): readonly string[] => schedule.files);
  return Object.entries(files).filter(([id]) => ids.includes(id) && (id !== "gpci" || localities.length > 0));
}

/** How close a schedule's files are to what CMS published: one word, or several where they differ. */
function originsOf(document: CodeDocument, { files }: Schedule): Origin[] {
  const own = filesShown(document).filter(([id]) => files.includes(id));
  return [...new Set(own.map(([, { origin }]) => origin))];
}

/** Which copy a schedule's figures come from, where that is not CMS's own file: "reconstructed copy". */
export function copyMarks(document: CodeDocument, schedule: keyof typeof SCHEDULES): Toned[] {
  const names = originsOf(document, SCHEDULES[schedule]).flatMap((origin) => COPIES[origin] ?? []);
  return names.map((name) => toned(name, "copy"));
}

/** Heading of a column of cells. A reconstructed copy has cells of its own, whatever CMS printed. */
export function printedHeading(document: CodeDocument, schedule: keyof typeof SCHEDULES): string {
  const isCms = originsOf(document, SCHEDULES[schedule]).every((origin) => origin !== "reconstructed");
  return isCms ? "CMS prints" : "The copy has";
}

/** What was done to the files of one origin, in the words of the registry. */
function notesOf({ publications }: Manifest, document: CodeDocument, origin: Origin): string[] {
  const roles = filesShown(document).flatMap(([id, file]) => (file.origin === origin ? [id] : []));
  const notes = publications.flatMap(({ originNote, files }) =>
    files.flatMap(({ id, excerptOf }) => {
      if (!roles.includes(id)) return [];
      return [excerptOf?.origin === "transcribed" ? excerptOf.note : originNote];
    }),
  );
  return [...new Set(notes.filter((note) => note !== null))];
}

function totalsHold({ checks }: Manifest): boolean {
  const totals = checks.filter(({ id }) => TOTALS.has(id));
  return totals.length === TOTALS.size && totals.every(({ checked, held }) => checked > 0 && held === checked);
}

/** What the page may say about figures, by the kind of copy that they come from; the release is the date. */
function standing(origin: Origin, manifest: Manifest): Content {
  const { release } = manifest;
  const checked = totalsHold(manifest) ? " and checked against the totals that it prints" : "";
  const claims: Record<Origin, string> = {
    cms: `Verified against release ${release}`,
    edited: `of CMS's file of release ${release}`,
    reconstructed: `of release ${release}, not verified against CMS's file`,
    transcribed: `from CMS's file of release ${release}${checked}`,
    unverified: `taken for release ${release}`,
  };
  const mark = COPIES[origin];
  return [mark !== undefined && [toned(mark, "copy"), " "], claims[origin]];
}

/** Why the page may say so, in sentences of ours or of the registry. */
function evidence(origin: Origin, document: CodeDocument, manifest: Manifest): string[] {
  if (origin === "unverified") return ["The hashes of these files are not in the registry"];
  if (origin !== "cms") return notesOf(manifest, document, origin);
  const rows = manifest.coverage === "excerpt" ? "rows of " : "";
  return [`Read from ${rows}CMS's own files, which are pinned by their sha256`];
}

/** Schedules without any file in the release. */
function unread({ files }: CodeDocument): string[] {
  const { physician, opps, asc } = SCHEDULES;
  const lacking = [physician, opps, asc].filter((each) => each.files.every((id) => files[id] === undefined));
  return lacking.map(({ name }) => name);
}

/** Which schedule comes from which kind of copy: one sentence for each kind, CMS's own files first. */
export function copiesList(document: CodeDocument, manifest: Manifest): Block {
  const items = (Object.keys(COPIES) as Origin[]).flatMap((origin): Content[] => {
    const own = Object.values(SCHEDULES).filter((schedule) => originsOf(document, schedule).includes(origin));
    if (own.length === 0) return [];
    const names = own.map(({ name }) => name).join(", ");
    const why = evidence(origin, document, manifest).map((sentence) => ` ${sentence}.`);
    return [[standing(origin, manifest), ": ", toned(names, "strong"), ".", why]];
  });
  const missing = unread(document);
  const gone = missing.length > 0 ? [`Not read for release ${manifest.release}: ${missing.join(", ")}.`] : [];
  return list([...items, ...gone], "copies");
}
