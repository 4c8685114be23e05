import { adjudicationWords, NCCI_ADDON, NCCI_MUE, type NcciMueRow } from "../../schemas/row/ncci.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { MUE_ROLES, type MueRole } from "../schedules/ncci/checks.ts";
import type { SourceFile } from "../tables/source-file.ts";
import { type OutputFile, rowField } from "./json.ts";
import { documentOfTable } from "./table-document.ts";

/** The days of service that a table was posted for. */
function about(file: SourceFile<unknown> | undefined): object {
  return file === undefined ? {} : { window: file.publication.window };
}

function publishMue(book: ReleaseBook, role: MueRole): OutputFile[] {
  const file: SourceFile<NcciMueRow> | undefined = book.tables[role];
  const words = file?.table.columns.adjudicationIndicator.map(adjudicationWords);
  const others = words && [rowField("adjudication", (row) => words.at(row))];
  return documentOfTable(book, role, file, NCCI_MUE, { others, about: about(file) });
}

/** The tables of NCCI edits that were asked for: `ncci-addon.json`, then one of medically unlikely edits by setting. */
export function* publishNcci(book: ReleaseBook): Generator<OutputFile> {
  const addOn = book.tables["ncci-addon"];
  yield* documentOfTable(book, "ncci-addon", addOn, NCCI_ADDON, { about: about(addOn) });
  for (const role of MUE_ROLES) yield* publishMue(book, role);
}
