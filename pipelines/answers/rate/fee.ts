import type { NationalRow } from "../../../schemas/out/national.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateAmount } from "../../../schemas/out/rate-amount.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { settingOf } from "../../../schemas/setting.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { SCALE } from "../../../schemas/units.ts";
import type { FilesHead } from "../../documents/table-document.ts";
import { exactCents } from "../../schedules/pfs/exact-amounts.ts";
import {
  type AmountKind,
  hasAmounts,
  publishedFactor,
  publishedGpcis,
  publishedRvus,
} from "../../schedules/pfs/published-figures.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT, OPPS_CAPPED_AMOUNT } from "../../schedules/pfs/rules.ts";
import { cellsOf } from "./cells.ts";
import type { FoundPlace } from "./place.ts";
import type { RateQuestion } from "./question.ts";

type Cells = RateAmount["cells"][number];

/** Our names of the columns with an amount's RVUs; the work RVU is the same for all. */
const RVUS = { nonFacility: "nonFacilityPeRvu", facility: "facilityPeRvu", mp: "mpRvu" } as const;
const OPPS_CAP_RVUS = {
  nonFacility: "oppsNonFacilityPeRvu",
  facility: "oppsFacilityPeRvu",
  mp: "oppsMpRvu",
} as const;

/** Cells of the RVUs and of the factor: the qualifying track may have a file of its own. */
function rvuCells(head: FilesHead, row: NationalRow, kind: AmountKind, setting: RateSettingName): Cells {
  const { [settingOf(setting)]: pe, mp } = kind === "oppsCap" ? OPPS_CAP_RVUS : RVUS;
  const ofTrack = kind === "qualifyingApm";
  const hasOwnFile = ofTrack && head.files["rvu-qpp"] !== undefined;
  const own = ofTrack ? row.qualifyingApm?.row : undefined;
  // The factor of the qualifying track is in the file of that track, or else in the law
  const factor = ofTrack && !hasOwnFile ? [] : ["conversionFactor"];
  return cellsOf(head, hasOwnFile ? "rvu-qpp" : "rvu", own ?? row.row, ["workRvu", pe, mp, ...factor]);
}

/** An amount in one locality, computed as the build computes it. */
function localAmount(
  { documents }: RateQuestion,
  { gpci }: FoundPlace,
  row: NationalRow,
  kind: AmountKind,
  setting: RateSettingName,
): RateAmount | undefined {
  const [national, localities] = [documents.table("national"), documents.table("localities")];
  const factor = national && publishedFactor(national.head, kind);
  if (national === undefined || localities === undefined || factor === undefined) return undefined;
  const rvus = publishedRvus(row, kind, settingOf(setting));
  const cents = exactCents(rvus, publishedGpcis(gpci), exactScaled(factor.value, SCALE.factor));
  const indices = cellsOf(localities.head, "gpci", gpci.row, [gpci.workGpciColumn, "peGpci", "mpGpci"]);
  const rule = kind === "oppsCap" ? OPPS_CAPPED_AMOUNT : LOCALITY_AMOUNT;
  return { value: centsText(cents), rule: rule.id, cells: [rvuCells(national.head, row, kind, setting), indices] };
}

/** The national amount of a row: all GPCIs 1. */
function nationalAmount(
  { documents }: RateQuestion,
  row: NationalRow,
  kind: AmountKind,
  setting: RateSettingName,
): RateAmount | undefined {
  const head = documents.table("national")?.head;
  const amounts = kind === "feeSchedule" ? row : row[kind];
  const amount = amounts?.[settingOf(setting)];
  if (head === undefined || typeof amount !== "string") return undefined;
  const rule = kind === "oppsCap" ? OPPS_CAPPED_AMOUNT : NATIONAL_AMOUNT;
  return { value: amount, rule: rule.id, cells: [rvuCells(head, row, kind, setting)] };
}

/**
 * One amount of a row at the place of the question: in the locality, or nationally.
 *
 * @param kind the fee itself, the fee of the other track, or what the OPPS cap allows
 * @returns undefined when the release has none
 */
export function amountOf(
  question: RateQuestion,
  row: NationalRow,
  kind: AmountKind,
  setting: RateSettingName,
): RateAmount | undefined {
  const { place } = question;
  if (!hasAmounts(row, kind)) return undefined;
  if (place === undefined) return nationalAmount(question, row, kind, setting);
  return localAmount(question, place, row, kind, setting);
}
