import type { ReleaseBook } from "../../pipelines/book.ts";
import { FORMATS, formatOf } from "../../pipelines/inputs/formats.ts";
import type { Role } from "../../schemas/source/release.ts";
import { countText } from "./columns.ts";

/** Tables in the order of the columns, with the words over them. */
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
  ["wage-index", "wage index"],
  ["zip5", "ZIP5"],
];

/** Formats in which the table is registered and read: the three give the same records. */
function formatsOf(book: ReleaseBook, role: Role): string {
  const files = book.release.publications.flatMap((publication) => publication.files);
  const present = new Set(files.filter((file) => file.role === role).map((file) => formatOf(file.name)));
  return FORMATS.filter((format) => present.has(format)).join(" ");
}

function cell(book: ReleaseBook, role: Role): string {
  const table = book.tables[role]?.table;
  return table === undefined ? "" : `${countText(table.rows.length)} ${formatsOf(book, role)}`;
}

/** What is read of each release: rows, and in which formats, as the lines of a Markdown table. */
export function releaseTable(books: readonly ReleaseBook[]): string[] {
  const heading = ["release", ...COLUMNS.map(([, words]) => words)];
  const rows = books.map((book) => [book.release.release, ...COLUMNS.map(([role]) => cell(book, role))]);
  const widths = heading.map((_, column) => Math.max(...[heading, ...rows].map((line) => line[column]?.length ?? 0)));
  const rule = widths.map((width) => "-".repeat(width));
  const padded = [heading, rule, ...rows].map((line) => line.map((text, column) => text.padEnd(widths[column] ?? 0)));
  return padded.map((line) => `| ${line.join(" | ")} |`);
}

const BEGIN = "<!-- begin releases: npm run readme -->";
const END = "<!-- end releases -->";

/** The text with the table put between its two marks; throws Error when they are not there. */
export function withReleaseTable(text: string, table: readonly string[]): string {
  const begin = text.indexOf(BEGIN);
  const end = text.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`README.md lacks "${BEGIN}" or "${END}"`);
  return `${text.slice(0, begin + BEGIN.length)}\n\n${table.join("\n")}\n\n${text.slice(end)}`;
}
