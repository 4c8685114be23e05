import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Papa from "papaparse";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import { replaceOnce, temporaryFolder } from "./excerpt-copy.ts";
import { zipOf } from "./zips.ts";

/**
 * A January that no test meets in the registry, made from the embedded excerpt of January 2026: another year, another
 * conversion factor, an unknown column, and two exchanged columns. CMS's next quarters are not made up: a test of them
 * would fail on the day when they are registered.
 */
export const MADE_UP_FACTOR = "34.0125";

const WORK = 5;
const MP = 10;
/** Stacked heading rows of the relative value file; the last of them has the first word of each heading's last line. */
const LAST_HEADING = 4;

const original = (name: string): string => readFileSync(join(embeddedFolder("2026A"), name), "utf8");

/** Exchanges WORK RVU and MP RVU with their headings, and adds a column before them. */
function moved(row: readonly string[], index: number): string[] {
  if (row.length < MP) return [...row];
  const swapped = row.map((cell, column) => (column === WORK ? row[MP] : column === MP ? row[WORK] : cell) ?? "");
  const fresh = index < LAST_HEADING ? "" : index === LAST_HEADING ? "EFFICIENCY FLAG" : "1";
  return [...swapped.slice(0, WORK), fresh, ...swapped.slice(WORK)];
}

function relativeValues(year: string): string {
  const text = original("PPRRVU2026_Jan_nonQPP.csv").replaceAll("33.4009", MADE_UP_FACTOR);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: false });
  const banner = `,,${year} National Physician Fee Schedule Relative Value File January Release\r\n`;
  return banner + Papa.unparse(data.map(moved), { newline: "\r\n" });
}

/** Work RVU of 22511 and both of its totals, raised by 0.10. */
export function raised22511(text: string): string {
  const work = replaceOnce("1.07,44.89,,2.60,,7.15,53.11,10.82", "1.07,44.89,,2.60,,7.25,53.21,10.92");
  return work(text);
}

/** The professional component of 77012 no longer adds up with the technical one to the global service. */
export function broken77012(text: string): string {
  return replaceOnce("0.09,0.46,,0.46,,1.46,2.01,2.01", "0.09,0.47,,0.46,,1.46,2.02,2.01")(text);
}

/** What is special about a made-up quarter. */
interface MadeUp {
  readonly year?: string;
  /** Day of the posting, as CMS writes it into the archive's name. */
  readonly posted?: string;
  /** Changes the relative value file's text. */
  readonly edit?: (text: string) => string;
}

async function madeUpArchive(year: string, edit = (text: string) => text): Promise<Uint8Array> {
  return await zipOf({
    [`PPRRVU${year}_Jan_nonQPP.csv`]: edit(relativeValues(year)),
    [`GPCI${year}.csv`]: original("GPCI2026.csv").replaceAll("2026", year),
  });
}

/** The archives of January of a year, as CMS posts them. */
export async function madeUpArchives(year: string): Promise<{ pfs: Uint8Array; asc: Uint8Array }> {
  const addendum = (name: string): string => original(`${name}.csv`).replaceAll("2026", year);
  const named = (name: string): string => `January ${year} ASC Addenda - Addendum ${name}.csv`;
  const asc = await zipOf({ [named("AA")]: addendum("AA"), [named("BB")]: addendum("BB") });
  return { pfs: await madeUpArchive(year), asc };
}

/** Writes the downloads of January 2039, or of another year, into a folder: CMS's archive, and the ASC addenda. */
export async function madeUpQuarter(made: MadeUp = {}): Promise<string> {
  const { year = "2039", posted = `12-21-${Number(year) - 1}`, edit } = made;
  const folder = join(temporaryFolder(), "downloads");
  const archive = await madeUpArchive(year, edit);
  mkdirSync(join(folder, `${year}Q1`), { recursive: true });
  writeFileSync(join(folder, `rvu${year.slice(2)}a-updated-${posted}.zip`), archive);
  for (const name of ["AA.csv", "BB.csv"]) {
    writeFileSync(join(folder, `${year}Q1`, name), original(name).replaceAll("2026", year));
  }
  return folder;
}
