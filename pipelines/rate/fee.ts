import { z } from "zod";
import { LocalityAmountsLine } from "../../schemas/out/localities.ts";
import type { NationalRow } from "../../schemas/out/national.ts";
import type { RateAmount, RateOrReason, RateSettingName } from "../../schemas/out/rate.ts";
import { cellsOf } from "./cells.ts";
import type { FoundPlace } from "./place.ts";
import { isOffice, type RateQuestion } from "./question.ts";
import type { Head } from "./table-document.ts";

/** The bulk documents of amounts by locality: of the fee itself, of the other track, of the OPPS cap. */
const BULK = {
  fee: { name: "locality-amounts", nonFacility: "nonFacilityPeRvu", facility: "facilityPeRvu", mp: "mpRvu" },
  qualifyingApm: {
    name: "locality-amounts.qualifying-apm",
    nonFacility: "nonFacilityPeRvu",
    facility: "facilityPeRvu",
    mp: "mpRvu",
  },
  oppsCap: {
    name: "opps-cap",
    nonFacility: "oppsNonFacilityPeRvu",
    facility: "oppsFacilityPeRvu",
    mp: "oppsMpRvu",
  },
} as const;
export type Bulk = keyof typeof BULK;

const IndexLine = z.object({ hcpcs: z.string(), modifier: z.string(), offset: z.int(), bytes: z.int().positive() });

/** The relative value file that the document was computed from: the qualifying track may have one of its own. */
function rvuFile(head: Head): string {
  return head.files?.["rvu-qpp"] === undefined ? "rvu" : "rvu-qpp";
}

function rvuCells(head: Head, row: number, bulk: Bulk, setting: RateSettingName): RateAmount["cells"][number] {
  const { nonFacility, facility, mp } = BULK[bulk];
  const pe = isOffice(setting) ? nonFacility : facility;
  return cellsOf(head, rvuFile(head), row, ["workRvu", pe, mp, "conversionFactor"]);
}

/** The document's rule; one that speaks of the track where there are several. */
function ruleOf(head: Head, bulk: Bulk): string {
  const ids = Object.keys(head.rules ?? {});
  const [first = "pfs.amount"] = ids;
  return (bulk === "qualifyingApm" ? ids.find((id) => id.includes("qualifying")) : undefined) ?? first;
}

/**
 * An amount in one locality, read from its bytes of the bulk file alone.
 *
 * @returns undefined when the release has no such document, or the document no such row
 */
export function localAmount(
  { documents, hcpcs }: RateQuestion,
  { place, gpci }: FoundPlace,
  bulk: Bulk,
  modifier: string,
  setting: RateSettingName,
): RateAmount | undefined {
  const { name } = BULK[bulk];
  const index = documents.table(`${name}.index.json`, "lines");
  const at = index?.head.localities?.indexOf(place.locality) ?? -1;
  const [line] = index?.rowsWith(`"hcpcs":"${hcpcs}","modifier":"${modifier}"`, IndexLine) ?? [];
  if (index === undefined || line === undefined || at < 0) return undefined;
  const amounts = LocalityAmountsLine.parse(documents.bulkLine(`${name}.ndjson`, line.offset, line.bytes));
  const amount = (isOffice(setting) ? amounts.nonFacility : amounts.facility)[at];
  if (amount === undefined) return undefined;
  const indices = cellsOf(index.head, "gpci", gpci.row, [gpci.workGpciColumn, "peGpci", "mpGpci"]);
  return { amount, rule: ruleOf(index.head, bulk), cells: [rvuCells(index.head, amounts.row, bulk, setting), indices] };
}

/** The national amount of a row, all GPCIs 1, for one of the two tracks. */
export function nationalAmount(
  { documents }: RateQuestion,
  row: NationalRow,
  bulk: "fee" | "qualifyingApm",
  setting: RateSettingName,
): RateAmount | undefined {
  const amounts = bulk === "fee" ? row : row.qualifyingApm;
  const amount = isOffice(setting) ? amounts?.nonFacilityAmount : amounts?.facilityAmount;
  const head = documents.table("national.json")?.head;
  if (amount === undefined || amount === null || head === undefined) return undefined;
  return { amount, rule: ruleOf(head, bulk), cells: [rvuCells(head, row.row, bulk, setting)] };
}

/** The fee schedule amount where it was asked for: in the locality, or nationally. */
export function feeOf(question: RateQuestion, row: NationalRow, setting: RateSettingName): RateOrReason {
  const { place } = question;
  const fee =
    place === undefined
      ? nationalAmount(question, row, "fee", setting)
      : localAmount(question, place, "fee", row.modifier, setting);
  return fee ?? { reason: "source-missing" };
}
