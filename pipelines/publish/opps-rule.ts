import {
  ADDENDUM_J_EVALUATION,
  ADDENDUM_J_EXCLUSIONS,
  ADDENDUM_J_PAIRS,
  ADDENDUM_J_RANKS,
} from "../../schemas/row/addendum-j.ts";
import {
  ADDENDUM_A,
  ADDENDUM_D1,
  ADDENDUM_D2,
  ADDENDUM_E,
  ADDENDUM_M,
  ADDENDUM_P,
} from "../../schemas/row/opps-rule.ts";
import { dollarText } from "../../schemas/unit-text.ts";
import type { FineDollars } from "../../schemas/units.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { type ComprehensiveRate, comprehensiveRates } from "../schedules/opps/comprehensive.ts";
import { type OutputFile, rowField } from "./json.ts";
import { documentOfTable } from "./table-document.ts";

function dollarsOrNull(rate: FineDollars | undefined): string | null {
  return rate === undefined ? null : dollarText(rate);
}

function rowNumberOf(rate: ComprehensiveRate | undefined): number | null {
  return rate === undefined ? null : (rate.file.table.rowNumbers[rate.row] ?? null);
}

/** `opps-pairs.json`: Addendum J's complexity adjustments, with the rate of its APC for each. */
function publishPairs(book: ReleaseBook): OutputFile[] {
  const file = book.tables["addendum-j-pairs"];
  if (file === undefined) return [];
  const rates = comprehensiveRates(book);
  const rateOf = (row: number) => rates.get(file.table.columns.adjustedApc.at(row));
  const others = [
    rowField("oppsRate", (row) => dollarsOrNull(rateOf(row)?.rate)),
    rowField("oppsRateFile", (row) => rateOf(row)?.file.id ?? null),
    rowField("oppsRateRow", (row) => rowNumberOf(rateOf(row))),
  ];
  const beside = new Set([...rates.values()].map((each) => each.file));
  return documentOfTable(book, "opps-pairs", file, ADDENDUM_J_PAIRS, { others, beside: [...beside] });
}

/**
 * The addenda of the OPPS rule, each as a document of its rows: `opps-apcs.json` and the others, then `opps-pairs.json`. One by one:
 * long files share a buffer.
 */
export function* publishOppsRule(book: ReleaseBook): Generator<OutputFile> {
  const { tables } = book;
  yield* documentOfTable(book, "opps-apcs", tables["addendum-a"], ADDENDUM_A);
  yield* documentOfTable(book, "opps-status-indicators", tables["addendum-d1"], ADDENDUM_D1);
  yield* documentOfTable(book, "opps-comment-indicators", tables["addendum-d2"], ADDENDUM_D2);
  yield* documentOfTable(book, "opps-inpatient-only", tables["addendum-e"], ADDENDUM_E);
  yield* documentOfTable(book, "opps-composites", tables["addendum-m"], ADDENDUM_M);
  yield* documentOfTable(book, "opps-device-offsets", tables["addendum-p"], ADDENDUM_P);
  yield* documentOfTable(book, "opps-pair-evaluation", tables["addendum-j-evaluation"], ADDENDUM_J_EVALUATION);
  yield* documentOfTable(book, "opps-ranks", tables["addendum-j-ranks"], ADDENDUM_J_RANKS);
  yield* documentOfTable(book, "opps-exclusions", tables["addendum-j-exclusions"], ADDENDUM_J_EXCLUSIONS);
  yield* publishPairs(book);
}
