import type { LocalitySummary, NaMarks } from "../../../schemas/out/diff.ts";
import type { NationalRow } from "../../../schemas/out/national.ts";
import { SETTINGS, type Setting } from "../../../schemas/setting.ts";
import { factorOf, indicesOf, type LocalityPair, rvusOf } from "./amount-inputs.ts";
import type { Cause } from "./effects.ts";
import { NATIONAL } from "./effects.ts";
import type { Explanations } from "./explain-change.ts";
import { type IndexColumns, LocalityKernel, type RvuPairs } from "./locality-kernel.ts";
import { naMarks } from "./na-marks.ts";
import { nameOfRow } from "./row-name.ts";
import type { Side } from "./side.ts";

/** One row at one setting in every locality. The arrays of the kernel are overwritten by the next one. */
export interface LocalityChange {
  readonly before: NationalRow;
  readonly after: NationalRow;
  readonly setting: Setting;
  /** Where CMS marks the setting NA on a side; such a row is in no percent and no largest change. */
  readonly na?: NaMarks;
  /** Causes that rules explain wherever the row is paid; those of one place are with the place. */
  readonly explained: Partial<Record<Cause, string>>;
  readonly kernel: LocalityKernel;
}

/** Rows by kind of change; one-sided rows are in the national table. */
type RowCounts = LocalitySummary["rows"];

interface RowPair {
  readonly before: NationalRow;
  readonly after: NationalRow;
  readonly rvus: Readonly<Record<Setting, RvuPairs>>;
  readonly marks: Readonly<Record<Setting, ReturnType<typeof naMarks>>>;
}

function rvuPairs(before: NationalRow, after: NationalRow, setting: Setting): RvuPairs {
  const [old, now] = [rvusOf(before, setting), rvusOf(after, setting)];
  return { work: [old.work, now.work], pe: [old.pe, now.pe], mp: [old.mp, now.mp] };
}

function rowPair(before: NationalRow, after: NationalRow): RowPair {
  const rvus = {
    nonFacility: rvuPairs(before, after, "nonFacility"),
    facility: rvuPairs(before, after, "facility"),
  };
  const marks = {
    nonFacility: naMarks(before, after, "nonFacility"),
    facility: naMarks(before, after, "facility"),
  };
  return { before, after, rvus, marks };
}

function isPriced({ priceState }: NationalRow): boolean {
  return priceState === "priced";
}

function indexColumns(places: readonly LocalityPair[], side: keyof LocalityPair): IndexColumns {
  const indices = places.map((place) => indicesOf(place[side]));
  return {
    work: Int32Array.from(indices, ({ workGpci }) => workGpci),
    pe: Int32Array.from(indices, ({ peGpci }) => peGpci),
    mp: Int32Array.from(indices, ({ mpGpci }) => mpGpci),
  };
}

/** Largest RVUs of all rows, on either side. */
function largestRvus(rows: readonly RowPair[]): Record<keyof RvuPairs, number> {
  const largest = { work: 0, pe: 0, mp: 0 };
  for (const { rvus } of rows) {
    for (const pairs of [rvus.nonFacility, rvus.facility]) {
      for (const of of ["work", "pe", "mp"] as const) largest[of] = Math.max(largest[of], ...pairs[of]);
    }
  }
  return largest;
}

/** Every amount of two releases in every locality, row by row, split into causes. */
export class LocalityChanges {
  readonly counts: RowCounts;
  readonly places: readonly LocalityPair[];
  private readonly rows: readonly RowPair[];
  private readonly sides: readonly [Side, Side];

  /** @param wanted codes to compare */
  constructor(before: Side, after: Side, places: readonly LocalityPair[], wanted: (hcpcs: string) => boolean) {
    const pricedOf = ({ pfs = [] }: Side) => pfs.filter((row) => isPriced(row) && wanted(row.hcpcs));
    const old = new Map(pricedOf(before).map((row) => [nameOfRow(row), row]));
    const now = pricedOf(after);
    this.rows = now.flatMap((row) => {
      const earlier = old.get(nameOfRow(row));
      return earlier === undefined ? [] : [rowPair(earlier, row)];
    });
    const both = this.rows.length;
    const marked = (setting: Setting): number => this.rows.filter(({ marks }) => marks[setting].na).length;
    const markedNa = { nonFacility: marked("nonFacility"), facility: marked("facility") };
    const alone = { pricedBeforeAlone: old.size - both, pricedAfterAlone: now.length - both };
    this.counts = { pricedOnBoth: both, ...alone, markedNa };
    this.places = places;
    this.sides = [before, after];
  }

  /**
   * One row after the other, in the order of the file after, non-facility and then facility.
   *
   * @throws RangeError where an effect could be too large to be exact
   */
  *each(explanations: Explanations, factorRule: string | undefined): Generator<LocalityChange> {
    const factors = [factorOf(this.sides[0]), factorOf(this.sides[1])] as const;
    const indices = [indexColumns(this.places, "before"), indexColumns(this.places, "after")] as const;
    const kernel = new LocalityKernel(indices, factors, largestRvus(this.rows));
    for (const { before, after, rvus, marks } of this.rows) {
      for (const setting of SETTINGS) {
        const { work, pe, mp } = rvus[setting];
        kernel.compute(rvus[setting]);
        const inputs = [
          { work: work[0], pe: pe[0], mp: mp[0], ...NATIONAL, factor: factors[0] },
          { work: work[1], pe: pe[1], mp: mp[1], ...NATIONAL, factor: factors[1] },
        ] as const;
        const explained = explanations.ofAmount(...inputs, factorRule);
        yield { before, after, setting, ...marks[setting], explained, kernel };
      }
    }
  }
}
