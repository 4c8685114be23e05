import type { PaidPair } from "../../../schemas/out/pairs.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { ascCombinations } from "../../sources/asc-combinations.ts";
import { combinationsOf } from "./combinations.ts";
import { lookUpCodes } from "./question.ts";

function ofAddendumJ(documents: BuiltDocuments): PaidPair[] {
  const rows = documents.table("opps-pairs")?.allRows() ?? [];
  return rows.flatMap(({ primary, secondary, adjustedApc, oppsRate }): PaidPair[] => {
    if (oppsRate === null || adjustedApc === null) return [];
    return [{ setting: "hopd", primary, secondary, through: adjustedApc, amount: oppsRate, isInferred: false }];
  });
}

function ofCombinations(documents: BuiltDocuments): PaidPair[] {
  const { combinations } = ascCombinations();
  lookUpCodes(
    documents,
    combinations.map(({ code }) => code),
    ["site-of-service", "asc"],
  );
  const all = combinations.flatMap(({ code, primary, secondary }) =>
    combinationsOf(documents, primary, secondary).filter((each) => each.code === code),
  );
  return all.flatMap(({ code, primary, secondary, ascRate, inferred }): PaidPair[] => {
    const pair = { primary, secondary };
    const [asc, opps] = [ascRate.value, inferred?.oppsRate.value ?? null];
    return [
      ...(asc === null ? [] : [{ ...pair, setting: "asc" as const, through: code, amount: asc, isInferred: false }]),
      ...(opps === null || inferred === null
        ? []
        : [{ ...pair, setting: "hopd" as const, through: inferred.apc, amount: opps, isInferred: true }]),
    ];
  });
}

/** Every pair that a facility is paid more for than for its codes alone, in one release. */
export function paidPairs(documents: BuiltDocuments): PaidPair[] {
  return [...ofAddendumJ(documents), ...ofCombinations(documents)];
}
