import type { ClaimPair } from "../../../schemas/out/pairs.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import type { Tables } from "../../documents/tables.ts";
import { areAsked } from "./both-codes.ts";
import { cellsOf } from "./cells.ts";
import { rateHopd } from "./facility.ts";

type Adjusted = Tables["opps-pairs"]["rows"][number];
type Evaluated = Tables["opps-pair-evaluation"]["rows"][number];
type Codes = Pick<ClaimPair, "primary" | "secondary">;

const keyOf = ({ primary, secondary }: Codes): string => `${primary} ${secondary}`;

/** What a hospital is paid for a code alone, nationally. */
function hospitalRate(documents: BuiltDocuments, hcpcs: string): RateOrReason {
  return rateHopd({ documents, hcpcs, modifier: undefined, place: undefined, wageIndex: undefined }).rate;
}

/** The rate of the adjusted APC, from the row that the table of pairs names. */
function adjustedRate(documents: BuiltDocuments, adjusted: Adjusted): RateOrReason {
  const { oppsRate, oppsRateFile, oppsRateRow, row } = adjusted;
  const head = documents.table("opps-pairs")?.head;
  if (head === undefined || oppsRate === null || oppsRateFile === null || oppsRateRow === null)
    return { value: null, reason: "no-rate-of-apc" };
  const apc = cellsOf(head, "addendum-j-pairs", row, ["adjustedApc"]);
  return { value: oppsRate, cells: [apc, cellsOf(head, oppsRateFile, oppsRateRow, ["oppsRate"])] };
}

const EVALUATION_FIELDS = ["frequency", "geometricMeanCost", "costThreshold", "qualifies"] as const;

function evaluationOf(documents: BuiltDocuments, row: Evaluated | undefined): ClaimPair["evaluation"] {
  if (row === undefined) return null;
  const head = documents.table("opps-pair-evaluation")?.head;
  if (head === undefined) return null;
  const { frequency, geometricMeanCost, costThreshold, comparisonCode } = row;
  const cells = cellsOf(head, "addendum-j-evaluation", row.row, EVALUATION_FIELDS);
  return { frequency, geometricMeanCost, costThreshold, comparisonCode, cells };
}

function pairOf(
  documents: BuiltDocuments,
  adjusted: Adjusted | undefined,
  evaluated: Evaluated | undefined,
): ClaimPair[] {
  const row = adjusted ?? evaluated;
  if (row === undefined) return [];
  const { primary, secondary, secondaryStatusIndicator, primaryApc, adjustedApc } = row;
  const oppsRate: RateOrReason =
    adjusted === undefined ? { value: null, reason: "pair-does-not-qualify" } : adjustedRate(documents, adjusted);
  const alone = hospitalRate(documents, primary);
  const evaluation = evaluationOf(documents, evaluated);
  const codes = { primary, secondary, secondaryStatusIndicator, primaryApc, adjustedApc };
  return [{ ...codes, qualifies: adjusted !== undefined, alone, oppsRate, evaluation }];
}

/** The qualified pairs that a code is part of, without CMS's figures; undefined without Addendum J. */
export function qualifiedPairs(documents: BuiltDocuments, hcpcs: string): ClaimPair[] | undefined {
  const rows = documents.table("opps-pairs")?.allRows();
  const own = rows?.filter(({ primary, secondary }) => primary === hcpcs || secondary === hcpcs);
  return own?.flatMap((row) => pairOf(documents, row, undefined));
}

/** Evaluated pairs with these primary codes, by pair. */
function evaluatedWith(documents: BuiltDocuments, primaries: Iterable<string>): Map<string, Evaluated> {
  const table = documents.table("opps-pair-evaluation");
  const wanted = [...new Set(primaries)].map((primary) => ({ primary }));
  table?.lookUp(wanted);
  const rows = wanted.flatMap((each) => table?.rowsOf(each) ?? []);
  return new Map(rows.map((row) => [keyOf(row), row]));
}

function qualifiedFirst(one: ClaimPair, other: ClaimPair): number {
  return Number(other.qualifies) - Number(one.qualifies);
}

/**
 * The pairs of OPPS Addendum J that a code is part of: all that qualify, and of the others those with the code as the
 * primary one. With another code only the pairs of the two, in either order.
 *
 * @returns undefined where the release was built without Addendum J
 */
export function pairsOf(documents: BuiltDocuments, hcpcs: string, other?: string): ClaimPair[] | undefined {
  const table = documents.table("opps-pairs");
  if (table === undefined) return undefined;
  const isWanted = ({ primary, secondary }: Codes): boolean => areAsked([primary, secondary], { hcpcs, other });
  const adjusted = new Map(
    table
      .allRows()
      .filter(isWanted)
      .map((row) => [keyOf(row), row]),
  );
  const primaries = [
    hcpcs,
    ...(other === undefined ? [] : [other]),
    ...[...adjusted.values()].map((row) => row.primary),
  ];
  const evaluated = new Map([...evaluatedWith(documents, primaries)].filter(([, row]) => isWanted(row)));
  const keys = [...new Set([...adjusted.keys(), ...evaluated.keys()])].sort();
  return keys.flatMap((key) => pairOf(documents, adjusted.get(key), evaluated.get(key))).sort(qualifiedFirst);
}
