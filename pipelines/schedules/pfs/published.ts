import type { z } from "zod";
import type { FactorInForce } from "../../../schemas/out/common.ts";
import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { AmountTotals } from "../../../schemas/out/manifest.ts";
import type { NationalDocument, NationalRow } from "../../../schemas/out/national.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { SETTING_FIELDS, type Setting } from "../../../schemas/setting.ts";
import { SCALE } from "../../../schemas/units.ts";
import { amountTotals, byCodeAndModifier } from "./amount-totals.ts";
import { Amounts } from "./amounts.ts";
import { type Triple, tripleOf } from "./exact-amounts.ts";
import { computeAmounts, type GpciColumns, type RvuColumns } from "./kernel.ts";

/**
 * Amounts in localities, computed from the documents of a release: `national.json` has the RVUs and the factors,
 * `localities.json` the GPCIs.
 */

/** Which amounts of a row: the fee itself, that of the other track, what the OPPS cap allows. */
export type AmountKind = AmountTotals["kind"];
/** Every kind, in the order of a manifest. */
export const AMOUNT_KINDS = ["feeSchedule", "qualifyingApm", "oppsCap"] as const satisfies readonly AmountKind[];

type Head = Omit<z.infer<typeof NationalDocument>, "rows">;
type Factor = z.infer<typeof FactorInForce>;

/** Whether a manifest lists a kind: the fee itself always, others where a row has one. */
export function isListed(kind: AmountKind, rows: number): boolean {
  return rows > 0 || kind === "feeSchedule";
}

/** Whether a row has amounts of a kind. */
export function hasAmounts(row: NationalRow, kind: AmountKind): boolean {
  if (kind === "feeSchedule") return row.priceState === "priced";
  if (kind === "oppsCap") return row.oppsCap !== undefined;
  return typeof row.qualifyingApm?.nonFacility === "string";
}

/** RVUs of a row's amounts at a setting, in hundredths: those of the cap for the OPPS cap. */
export function publishedRvus(row: NationalRow, kind: AmountKind, setting: Setting): Triple {
  const { workRvu, mpRvu, ...pe } = (kind === "oppsCap" ? row.oppsCap : undefined) ?? row;
  return tripleOf(SCALE.rvu, workRvu, pe[SETTING_FIELDS[setting].pe], mpRvu);
}

/** GPCIs of a locality, in thousandths. */
export function publishedGpcis({ workGpci, peGpci, mpGpci }: LocalityRow): Triple {
  return tripleOf(SCALE.gpci, workGpci, peGpci, mpGpci);
}

/** The factor of a kind of amounts; undefined for years that have one track. */
export function publishedFactor({ conversionFactor, qualifyingApm }: Head, kind: AmountKind): Factor | undefined {
  return kind === "qualifyingApm" ? qualifyingApm?.conversionFactor : conversionFactor;
}

/** Amounts of one kind in every locality. */
export interface PublishedAmounts {
  readonly kind: AmountKind;
  readonly track: Factor["track"];
  /** By code and modifier. */
  readonly rows: readonly NationalRow[];
  /** Of these rows, numbered from 0. */
  readonly amounts: Amounts;
}

function rvuColumns(rows: readonly NationalRow[], kind: AmountKind): RvuColumns {
  const column = () => new Int32Array(rows.length);
  const columns = { work: column(), nonFacilityPe: column(), facilityPe: column(), mp: column() };
  rows.forEach((row, at) => {
    const { work, pe, mp } = publishedRvus(row, kind, "nonFacility");
    columns.work[at] = work;
    columns.nonFacilityPe[at] = pe;
    columns.facilityPe[at] = publishedRvus(row, kind, "facility").pe;
    columns.mp[at] = mp;
  });
  return columns;
}

function gpciColumns(localities: readonly LocalityRow[]): GpciColumns {
  const indices = localities.map(publishedGpcis);
  return {
    work: Int32Array.from(indices, ({ work }) => work),
    pe: Int32Array.from(indices, ({ pe }) => pe),
    mp: Int32Array.from(indices, ({ mp }) => mp),
  };
}

/**
 * Every amount of one kind in every locality, by the kernel of the build.
 *
 * @param head of `national.json`
 * @returns undefined where the release has no such amounts
 */
export function publishedAmounts(
  kind: AmountKind,
  head: Head,
  rows: readonly NationalRow[],
  localities: readonly LocalityRow[],
): PublishedAmounts | undefined {
  const factor = publishedFactor(head, kind);
  const priced = rows.filter((row) => hasAmounts(row, kind)).sort(byCodeAndModifier);
  if (factor === undefined || !isListed(kind, priced.length)) return undefined;
  const cents = computeAmounts(
    rvuColumns(priced, kind),
    gpciColumns(localities),
    exactScaled(factor.value, SCALE.factor),
  );
  const amounts = new Amounts(Int32Array.from(priced.keys()), localities.length, cents);
  return { kind, track: factor.track, rows: priced, amounts };
}

/** What a manifest says about these amounts. */
export function publishedTotals({ kind, track, rows, amounts }: PublishedAmounts): AmountTotals {
  return { kind, track, ...amountTotals(amounts, (row) => rows[row] as NationalRow) };
}
