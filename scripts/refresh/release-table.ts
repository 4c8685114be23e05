import { FORMATS, formatOf } from "../../pipelines/inputs/formats.ts";
import type { ReleaseBook } from "../../pipelines/schedules/book.ts";
import { rowCount } from "../../pipelines/tables/table.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { Release, Role } from "../../schemas/source/release.ts";
import { markdownTable, marked, withMarked } from "../print/marked.ts";

/** Tables in the order of the columns, with their headings. */
const COLUMNS: readonly (readonly [Role, string])[] = [
  ["rvu", "PPRRVU"],
  ["gpci", "GPCI"],
  ["opps-cap", "OPPSCAP"],
  ["anesthesia", "ANES"],
  ["counties", "LOCCO"],
  ["addendum-b", "Addendum B"],
  ["asc-aa", "ASC AA"],
  ["asc-bb", "BB"],
  ["asc-ee", "EE"],
  ["asc-ff", "FF"],
  ["asc-dd1", "DD1"],
  ["addendum-j-evaluation", "OPPS J"],
  ["wage-index", "wage index"],
  ["zip5", "ZIP5"],
];

/** Formats in which the table is registered and read: the three give the same records. */
function formatsOf({ publications }: Release, role: Role): string {
  const files = publications.flatMap((publication) => publication.files);
  const present = new Set(files.filter((file) => file.role === role).map((file) => formatOf(file.name)));
  return FORMATS.filter((format) => present.has(format)).join(" ");
}

/** Rows of a release's tables. */
type RowsOf = (role: Role) => number | undefined;

/** Rows as they were read. */
export function rowsOfBook({ tables }: ReleaseBook): RowsOf {
  return (role) => {
    const table = tables[role]?.table;
    return table && rowCount(table);
  };
}

/** Rows as a build has published them. */
export function rowsOfManifest({ publications }: Manifest): RowsOf {
  const rows = new Map(
    publications.flatMap(({ files }) => files.map((file) => [file.id, file.rows.data - file.repeats])),
  );
  return (role) => rows.get(role);
}

/** The cells of one release: rows and formats of each table. */
export function releaseCells(release: Release, rowsOf: RowsOf): string[] {
  const cell = (role: Role): string => {
    const rows = rowsOf(role);
    return rows === undefined ? "" : `${countText(rows)} ${formatsOf(release, role)}`;
  };
  return [release.release, ...COLUMNS.map(([role]) => cell(role))];
}

const HEADING = ["release", ...COLUMNS.map(([, words]) => words)];

const BEGIN = "<!-- begin releases: npm run releases -->";
const END = "<!-- end releases -->";

/** Cells of the table in a text, by release. */
function knownRows(table: string): Map<string, string[]> {
  const lines = table.split("\n").filter((line) => /^\| \d{4}[A-Z]/.test(line));
  const rows = lines.map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((text) => text.trim()),
  );
  return new Map(rows.map((row) => [row[0] ?? "", row]));
}

/**
 * Puts these releases into the table between the two marks of a text. Other releases keep their rows.
 *
 * @throws Error when a mark is missing
 */
export function withReleases(text: string, releases: readonly (readonly string[])[]): string {
  const rows = knownRows(marked(text, BEGIN, END));
  for (const cells of releases) rows.set(cells[0] ?? "", [...cells]);
  const sorted = [...rows].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, cells]) => cells);
  return withMarked(text, BEGIN, END, markdownTable(HEADING, sorted));
}
