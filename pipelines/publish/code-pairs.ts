import type { CodePair } from "../../schemas/out/code.ts";
import { ADDENDUM_J_EVALUATION } from "../../schemas/row/addendum-j.ts";
import { dollarText } from "../../schemas/unit-text.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { type ComprehensiveRate, comprehensiveRates } from "../schedules/opps/comprehensive.ts";
import type { PairTable } from "../schedules/opps/pairs.ts";

/** The pairs of a code for its document; null where the release has no Addendum J. */
export type PairsOf = (hcpcs: string) => CodePair[] | null;

/** Fields of a pair in the evaluation, and where the rate of the pair is. */
type EvaluatedFields = Omit<CodePair, "oppsRate" | "oppsRateFile" | "oppsRateRow">;

/** What the table of pairs says of the rate. */
type RateFields = Pick<CodePair, "oppsRate" | "oppsRateFile" | "oppsRateRow">;

const NO_RATE: RateFields = { oppsRate: null, oppsRateFile: null, oppsRateRow: null };

/** The document's entry of a pair: its own fields, in one order wherever they come from. */
export function codePair(evaluated: EvaluatedFields, rate: RateFields | undefined): CodePair {
  const { primary, secondary, qualifies, primaryApc, adjustedApc } = evaluated;
  const { frequency, geometricMeanCost, costThreshold, comparisonCode, row } = evaluated;
  const { oppsRate, oppsRateFile, oppsRateRow } = rate ?? NO_RATE;
  return {
    ...{ primary, secondary, qualifies, primaryApc, adjustedApc, oppsRate, oppsRateFile, oppsRateRow },
    ...{ frequency, geometricMeanCost, costThreshold, comparisonCode, row },
  };
}

function rateFields({ rate, file, row }: ComprehensiveRate): RateFields {
  const oppsRateFile = file.id as RateFields["oppsRateFile"];
  return { oppsRate: dollarText(rate), oppsRateFile, oppsRateRow: file.table.rowNumbers[row] ?? null };
}

const FIELDS = [
  "primary",
  "secondary",
  "qualifies",
  "primaryApc",
  "adjustedApc",
  "frequency",
  "geometricMeanCost",
  "costThreshold",
  "comparisonCode",
] as const;

function evaluatedFields({ table }: PairTable, row: number): EvaluatedFields {
  const said = FIELDS.map((field) => {
    const publish = ADDENDUM_J_EVALUATION[field].kind.publish as (value: unknown) => unknown;
    return [field, publish(table.columns[field].at(row))];
  });
  return { ...(Object.fromEntries(said) as EvaluatedFields), row: table.rowNumbers[row] ?? 0 };
}

/** Rows of each code: those with it as the primary one, and those that qualify with it as the secondary one. */
function rowsByCode({ table }: PairTable): Map<string, number[]> {
  const { primary, secondary, qualifies } = table.columns;
  const rows = new Map<string, number[]>();
  const add = (code: string, row: number) => rows.set(code, [...(rows.get(code) ?? []), row]);
  for (const row of table.rowNumbers.keys()) {
    add(primary.at(row), row);
    if (qualifies.at(row) === "Y" && secondary.at(row) !== primary.at(row)) add(secondary.at(row), row);
  }
  return rows;
}

/** The pairs of every code of a release, in the order of Addendum J's evaluation. */
export function pairsIn(book: ReleaseBook): PairsOf {
  const evaluation = book.tables["addendum-j-evaluation"];
  if (evaluation === undefined) return () => null;
  const rates = comprehensiveRates(book);
  let rows: Map<string, number[]> | undefined;
  return (hcpcs) => {
    rows ??= rowsByCode(evaluation);
    return (rows.get(hcpcs) ?? []).map((row) => {
      const { qualifies, adjustedApc } = evaluation.table.columns;
      const rate = qualifies.at(row) === "Y" ? rates.get(adjustedApc.at(row)) : undefined;
      return codePair(evaluatedFields(evaluation, row), rate && rateFields(rate));
    });
  };
}
