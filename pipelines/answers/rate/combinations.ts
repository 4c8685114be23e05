import type { Combination } from "../../../schemas/out/pairs.ts";
import type { AscCombination } from "../../../schemas/source/asc-combinations.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { ascCombinations } from "../../sources/asc-combinations.ts";
import { cellsOf } from "./cells.ts";
import { rateAsc } from "./facility.ts";

function isPart({ code, primary, secondary }: AscCombination, hcpcs: string): boolean {
  return [code, primary, secondary].includes(hcpcs);
}

/** Combination codes that a code is, or is a part of; with another code those of both. */
function combinationsWith(hcpcs: string, other?: string): AscCombination[] {
  return ascCombinations().combinations.filter(
    (each) => isPart(each, hcpcs) && (other === undefined || isPart(each, other)),
  );
}

/** The rate of an APC, from the first J1 code of Addendum B that has it. */
function rateOfApc(documents: ReleaseDocuments, apc: string): NonNullable<Combination["inferred"]>["oppsRate"] {
  const table = documents.table("opps");
  const row = table?.allRows().find((each) => each.apc === apc && each.statusIndicator === COMPREHENSIVE);
  if (table === undefined || row?.oppsRate == null) return { value: null, reason: "no-rate" };
  return { value: row.oppsRate, cells: [cellsOf(table.head, "addendum-b", row.row, ["apc", "oppsRate"])] };
}

/** What Addendum FF says of the hospital's APC, where no Addendum J says it itself. */
function inferredOf(documents: ReleaseDocuments, code: string): Combination["inferred"] {
  if (documents.table("opps-pairs") !== undefined) return null;
  const table = documents.table("asc-device-offsets");
  const [row] = table?.rowsOf({ hcpcs: code }) ?? [];
  if (table === undefined || row?.apc == null) return null;
  const cells = cellsOf(table.head, "asc-ff", row.row, ["apc"]);
  return { apc: row.apc, oppsRate: rateOfApc(documents, row.apc), cells };
}

/** The combination codes of the ASC addenda that a code is, or is a part of, with their rates. */
export function combinationsOf(documents: ReleaseDocuments, hcpcs: string, other?: string): Combination[] {
  return combinationsWith(hcpcs, other).flatMap((each): Combination[] => {
    const { code } = each;
    if ((documents.table("site-of-service")?.rowsOf({ hcpcs: code }) ?? []).length === 0) return [];
    const { rate } = rateAsc({ documents, hcpcs: code, modifier: undefined, place: undefined, wageIndex: undefined });
    return [{ ...each, ascRate: rate, inferred: inferredOf(documents, code) }];
  });
}
