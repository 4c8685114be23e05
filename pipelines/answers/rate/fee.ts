import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateAmount, RateSettingName } from "../../../schemas/out/rate.ts";
import { SETTING_FIELDS } from "../../../schemas/setting.ts";
import type { FilesHead } from "../../documents/table-document.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT, OPPS_CAPPED_AMOUNT } from "../../schedules/pfs/rules.ts";
import { cellsOf } from "./cells.ts";
import type { FoundPlace } from "./place.ts";
import { type RateQuestion, settingOf } from "./question.ts";

/** Our names of the columns with an amount's RVUs; the work RVU is the same for all. */
const RVUS = { nonFacility: "nonFacilityPeRvu", facility: "facilityPeRvu", mp: "mpRvu" } as const;
const OPPS_CAP_RVUS = {
  nonFacility: "oppsNonFacilityPeRvu",
  facility: "oppsFacilityPeRvu",
  mp: "oppsMpRvu",
} as const;

/** The bulk documents of amounts by locality: of the fee itself, of the other track, of the OPPS cap. */
const BULK = {
  fee: { name: "locality-amounts", ...RVUS },
  qualifyingApm: { name: "locality-amounts.qualifying-apm", ...RVUS },
  oppsCap: { name: "opps-cap", ...OPPS_CAP_RVUS },
} as const;
type Bulk = keyof typeof BULK;

/** The relative value file that the document was computed from: the qualifying track may have one of its own. */
function rvuFile(head: FilesHead): string {
  return head.files["rvu-qpp"] === undefined ? "rvu" : "rvu-qpp";
}

function rvuCells(head: FilesHead, row: number, bulk: Bulk, setting: RateSettingName): RateAmount["cells"][number] {
  const { [settingOf(setting)]: pe, mp } = BULK[bulk];
  const file = bulk === "qualifyingApm" ? rvuFile(head) : "rvu";
  // The factor of the qualifying track is in the file of that track, or else in the law
  const factor = bulk === "qualifyingApm" && file === "rvu" ? [] : ["conversionFactor"];
  return cellsOf(head, file, row, ["workRvu", pe, mp, ...factor]);
}

/**
 * An amount in one locality, read from its own bytes of the bulk file.
 *
 * @returns undefined when the release has no such document, or the document no such row
 */
function localAmount(
  { documents, hcpcs }: RateQuestion,
  { place, gpci }: FoundPlace,
  bulk: Bulk,
  modifier: string,
  setting: RateSettingName,
): RateAmount | undefined {
  const document = documents.bulk(BULK[bulk].name);
  const line = document?.line(hcpcs, modifier);
  if (document === undefined || line === undefined) return undefined;
  const at = document.head.localities.indexOf(place.locality);
  const amount = line[settingOf(setting)][at];
  if (amount === undefined) return undefined;
  const indices = cellsOf(document.head, "gpci", gpci.row, [gpci.workGpciColumn, "peGpci", "mpGpci"]);
  const rule = bulk === "oppsCap" ? OPPS_CAPPED_AMOUNT : LOCALITY_AMOUNT;
  return { amount, rule: rule.id, cells: [rvuCells(document.head, line.row, bulk, setting), indices] };
}

/** The national amount of a row: all GPCIs 1. */
function nationalAmount(
  { documents }: RateQuestion,
  row: NationalRow,
  bulk: Bulk,
  setting: RateSettingName,
): RateAmount | undefined {
  const head = documents.table("national")?.head;
  const amounts = bulk === "fee" ? row : row[bulk];
  const amount = amounts?.[SETTING_FIELDS[settingOf(setting)].amount];
  if (head === undefined || typeof amount !== "string") return undefined;
  const ownRow = bulk === "qualifyingApm" ? row.qualifyingApm?.row : undefined;
  const rule = bulk === "oppsCap" ? OPPS_CAPPED_AMOUNT : NATIONAL_AMOUNT;
  return { amount, rule: rule.id, cells: [rvuCells(head, ownRow ?? row.row, bulk, setting)] };
}

/**
 * One amount of a row at the place of the question: in the locality, or nationally.
 *
 * @param bulk the fee itself, the fee of the other track, or what the OPPS cap allows
 * @returns undefined when the release has none
 */
export function amountOf(
  question: RateQuestion,
  row: NationalRow,
  bulk: Bulk,
  setting: RateSettingName,
): RateAmount | undefined {
  const { place } = question;
  if (place === undefined) return nationalAmount(question, row, bulk, setting);
  return localAmount(question, place, bulk, row.modifier, setting);
}
