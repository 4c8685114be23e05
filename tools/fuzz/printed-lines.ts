import type { Layout, TextRecord } from "../../schemas/source/layout.ts";

/** Lines in the layouts of CMS's printed texts, for tables that the excerpts do not have; figures are of Alabama. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  gpci: [
    "10112  AL  00  ALABAMA                                 1.000   0.869   0.575",
    "01112  05 SAN FRANCISCO (S  1.075   1.325   0.421",
  ],
  anesthesia: [
    " 10112      00            ALABAMA               19.31",
    " 02402      99     REST OF WASHINGTON            22",
  ],
  counties: [
    "  10112     00    ALABAMA       STATEWIDE              ALL COUNTIES",
    "  01112     51                  NAPA                   NAPA",
  ],
  "anesthesia-base-units": ["00100  5", "01937  4"],
  "opps-cap": ["77012   A 10112 00     97.42     97.42", "77012TC A 10112 00     33.92     33.92"],
  zip5: ["AL350041011200RZ9 R 0 A".padEnd(75).concat("20251"), "CA935200111275BZ9 B 1 A".padEnd(75).concat("20251")],
};

/** A piece of a pattern of fixed width: a field with its name, or a filler without. */
const PIECE = /\(\?<(\w+)>\.(?:\{(\d+)\})?\)|\.(?:\{(\d+)(?:,\d+)?\})?/g;

/** A row as a record of fixed widths prints it. */
function printed(record: TextRecord, cells: ReadonlyMap<string, string>): string {
  const pieces = [...record.pattern.join("").matchAll(PIECE)];
  return pieces
    .map(([, field, width = "1", filler = "1"]) => {
      if (field === undefined) return " ".repeat(Number(filler));
      return (cells.get(field) ?? "").slice(0, Number(width)).padEnd(Number(width));
    })
    .join("");
}

/** A printed text of a table: of rows of an excerpt where its records have fixed widths, else of two lines. */
export function printedText(layout: Layout, rows: readonly ReadonlyMap<string, string>[]): string | undefined {
  const [record] = layout.text?.records ?? [];
  const lines =
    LINES[layout.id] ?? (layout.id === "pfs-rvu" && record ? rows.map((row) => printed(record, row)) : undefined);
  return lines && `${layout.title}\r\n\r\n${lines.join("\r\n")}\r\n\u001a`;
}
