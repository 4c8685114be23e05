import type { Combination } from "../../../schemas/out/pairs.ts";
import type { AscCombination } from "../../../schemas/source/asc-combinations.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { ascCombinations } from "../../sources/asc-combinations.ts";
import { type AskedCodes, areAsked } from "./both-codes.ts";
import { cellsOf } from "./cells.ts";
import { rateAsc } from "./facility.ts";

/** Whether a combination is about the codes: both parts, or the combination and one of its parts. */
function isAbout({ code, primary, secondary }: AscCombination, asked: AskedCodes): boolean {
  return [[primary, secondary] as const, [code, primary] as const, [code, secondary] as const].some((both) =>
    areAsked(both, asked),
  );
}

/** The rate of an APC, from the first J1 code of Addendum B that has it. */
function rateOfApc(documents: BuiltDocuments, apc: string): NonNullable<Combination["inferred"]>["oppsRate"] {
  const table = documents.table("opps");
  for (const { oppsRate, row } of table?.rowsHaving({ apc, statusIndicator: COMPREHENSIVE }) ?? [])
    if (table !== undefined && oppsRate !== null)
      return { value: oppsRate, cells: [cellsOf(table.head, "addendum-b", row, ["apc", "oppsRate"])] };
  return { value: null, reason: "no-rate-of-apc" };
}

/** What Addendum FF says of the hospital's APC, where no Addendum J says it itself. */
function inferredOf(documents: BuiltDocuments, code: string): Combination["inferred"] {
  if (documents.table("opps-pairs") !== undefined) return null;
  const table = documents.table("asc-device-offsets");
  const [row] = table?.rowsOf({ hcpcs: code }) ?? [];
  if (table === undefined || row?.apc == null) return null;
  const cells = cellsOf(table.head, "asc-ff", row.row, ["apc"]);
  return { apc: row.apc, oppsRate: rateOfApc(documents, row.apc), cells };
}

/** The combination codes that a code is, or is a part of, whether a release has them or not. */
export function knownCombinations(hcpcs: string, other?: string): readonly AscCombination[] {
  return ascCombinations().combinations.filter((each) => isAbout(each, { hcpcs, other }));
}

/** The combination codes of the ASC addenda that a code is, or is a part of, with their rates. */
export function combinationsOf(documents: BuiltDocuments, hcpcs: string, other?: string): Combination[] {
  return knownCombinations(hcpcs, other).flatMap((each): Combination[] => {
    const { code } = each;
    if ((documents.table("site-of-service")?.rowsOf({ hcpcs: code }) ?? []).length === 0) return [];
    const { rate } = rateAsc({ documents, hcpcs: code, modifier: undefined, place: undefined, wageIndex: undefined });
    return [{ ...each, ascRate: rate, inferred: inferredOf(documents, code) }];
  });
}

/** What is not known of combination codes: their parts, or which of them the ASC list has. */
export function unknownCombinations(documents: BuiltDocuments, hcpcs: string): string[] {
  const { codes, why } = ascCombinations().unknown;
  if (codes.includes(hcpcs)) return [`${hcpcs} is a combination code. ${why}`];
  if (documents.table("asc") === undefined) return ["the release was built without the ASC addenda"];
  const listed = codes.filter((code) => (documents.table("asc")?.rowsOf({ hcpcs: code }) ?? []).length > 0);
  return listed.length === 0 ? [] : [`the ASC list has ${listed.join(", ")} too, and their parts are not known`];
}
