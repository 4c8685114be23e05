import { type FileEntry, isParted } from "../../schemas/source/release.ts";

/** Formats in which CMS ships a table and that are read. */
export const FORMATS = ["csv", "txt", "xlsx"] as const;
export type Format = (typeof FORMATS)[number];

/** `.prn` is what Excel calls text; `.xls` is the binary workbook of before 2010, which nothing here reads. */
const BY_EXTENSION: ReadonlyMap<string, Format | "xls"> = new Map([
  ["csv", "csv"],
  ["txt", "txt"],
  ["prn", "txt"],
  ["xlsx", "xlsx"],
  ["xls", "xls"],
]);

/** Format of a file by its name; undefined for what is no table (pdf, docx). */
export function formatOf(name: string): Format | "xls" | undefined {
  return BY_EXTENSION.get(name.slice(name.lastIndexOf(".") + 1).toLowerCase());
}

/** Number of a part by the end of its name: 2 of ccipra-v321r0-f2.txt. */
export function partNumber(name: string): number | undefined {
  const [, digits] = /-f(\d)\.[a-z]+$/i.exec(name) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

/** What a publication can hold once only: one table in one format, or one part of it. */
export function kindOf({ role, name }: Pick<FileEntry, "role" | "name">): string {
  return `${role} ${formatOf(name)}${isParted(role) ? ` ${partNumber(name)}` : ""}`;
}

/** Formats in the order in which they are tried: csv first, since it has every column and its own headings. */
export function formatOrder(preferred: Format | undefined): readonly Format[] {
  return preferred === undefined ? FORMATS : [preferred, ...FORMATS.filter((each) => each !== preferred)];
}

/** The readable files of one table, the format to read first. */
export function inFormatOrder(entries: readonly FileEntry[], order: readonly Format[]): FileEntry[] {
  return order.flatMap((format) => entries.filter((entry) => formatOf(entry.name) === format));
}
