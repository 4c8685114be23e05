import { bothSettings } from "../../schemas/setting.ts";
import { centsText } from "../../schemas/unit-text.ts";
import { PRICED } from "../rules/states.ts";
import { LOCALITY_AMOUNT, NATIONAL_AMOUNT, OPPS_CAPPED_AMOUNT } from "../schedules/pfs/rules.ts";
import type { Fees } from "./fees.ts";
import type { FeeTables } from "./tables.ts";
import type { CareSite, FeeScheduleRow, FeeTrack, InSettings, Money, Payee } from "./types.ts";

/** A question whose place and track were found. */
export interface Asked {
  readonly code: string;
  readonly modifier: string | undefined;
  readonly setting: CareSite;
  readonly payee: Payee;
  /** 0 for the nation, else the number of the locality from 1. */
  readonly place: number;
  /** `"national"`, or the key of the locality; null where it was not found. */
  readonly locality: string | null;
  readonly isQualifying: boolean;
}

/** Cents, and the same as text. */
export function money(cents: number): Money {
  return { cents, value: centsText(cents) };
}

function both(fees: Fees, row: number, place: number): InSettings<Money> {
  return bothSettings((setting) => money(fees.cents(row, setting, place) as number));
}

/** A row that is priced for everyone else, and that CMS's QPP file lacks, has another reason than its state. */
function stateOf(state: string, hasAmounts: boolean): string {
  if (hasAmounts) return PRICED;
  return state === PRICED ? "not-in-qpp-file" : state;
}

/** Both amounts of a row, whoever is paid them. */
export function feeScheduleRow(
  { code, modifier = "", locality, isQualifying, place }: Asked,
  pfs: FeeTables,
  row: number,
  { release, tracks }: { readonly release: string; readonly tracks: readonly (FeeTrack | null)[] },
): FeeScheduleRow {
  const { columns } = pfs.rvu;
  const fees = isQualifying ? pfs.qualifying : pfs.fees;
  const own = fees?.national.has(row) === true ? both(fees, row, place) : undefined;
  const hasCap = !isQualifying && pfs.cap.national.has(row);
  return {
    kind: "row",
    ...(own ?? { nonFacility: null, facility: null }),
    state: stateOf(pfs.rvu.stateOf(row), own !== undefined),
    na: { nonFacility: columns.nonFacilityNa.at(row), facility: columns.facilityNa.at(row) },
    track: tracks[isQualifying ? 1 : 0] ?? null,
    rule: place === 0 ? NATIONAL_AMOUNT : LOCALITY_AMOUNT,
    ...(hasCap && { oppsCap: { ...both(pfs.cap, row, place), rule: OPPS_CAPPED_AMOUNT } }),
    release,
    code,
    modifier,
    locality: locality as string,
  };
}
