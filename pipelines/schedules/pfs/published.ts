import type { LocalityRow } from "../../../schemas/out/localities.ts";
import type { AmountTotals } from "../../../schemas/out/manifest.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import { exactScaled } from "../../../schemas/scaled.ts";
import { SCALE } from "../../../schemas/units.ts";
import { amountTotals, byCodeAndModifier } from "./amount-totals.ts";
import { Amounts } from "./amounts.ts";
import { computeAmounts, type GpciColumns, type RvuColumns } from "./kernel.ts";
import {
  type AmountKind,
  hasAmounts,
  type NationalHead,
  type PublishedFactor,
  publishedFactor,
  publishedGpcis,
  publishedRvus,
} from "./published-figures.ts";

/**
 * Amounts in localities, computed from the documents of a release: `national.json` has the RVUs and the factors,
 * `localities.json` the GPCIs.
 */

/** Whether a manifest lists a kind: the fee itself always, others where a row has one. */
export function isListed(kind: AmountKind, rows: number): boolean {
  return rows > 0 || kind === "feeSchedule";
}

/** Amounts of one kind in every locality. */
export interface PublishedAmounts {
  readonly kind: AmountKind;
  readonly track: PublishedFactor["track"];
  /** By code and modifier. */
  readonly rows: readonly Pick<NationalRow, "hcpcs" | "modifier">[];
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
  head: NationalHead,
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
  return { kind, track, ...amountTotals(amounts, (row) => rows[row] as PublishedAmounts["rows"][number]) };
}
