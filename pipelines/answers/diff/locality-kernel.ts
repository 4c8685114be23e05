/**
 * Effects of one row in many localities at once, on integer arrays: the same arithmetic as in `effects.ts`, which a
 * property test holds it to, without an object for each of four million amounts.
 */
import { CAUSES, type Cause, cents, SIXTHS_PER_CENT, sixfold } from "./effects.ts";

/** A number on both sides. */
export type Pair = readonly [number, number];

/** RVUs of one row at one setting on both sides, in hundredths. */
export interface RvuPairs {
  readonly work: Pair;
  readonly pe: Pair;
  readonly mp: Pair;
}

/** Indices of many localities on one side, in thousandths. */
export interface IndexColumns {
  readonly work: Int32Array;
  readonly pe: Int32Array;
  readonly mp: Int32Array;
}

/** Largest numbers on either side. */
interface Largest {
  readonly work: number;
  readonly pe: number;
  readonly mp: number;
}

const CENT = 10_000_000;
const HALF_CENT = 5_000_000;

function largestOf(...columns: readonly Int32Array[]): number {
  let most = 0;
  for (const column of columns) for (const value of column) if (value > most) most = value;
  return most;
}

/**
 * No effect of these RVUs, indices and factors is larger than this, in sixths of 10^-9 dollars and half a cent added:
 * a difference is at most the larger number, and the averages have weights that add up to six.
 */
export function effectBound(rvus: Largest, indices: Largest, factor: number): bigint {
  const term = (of: keyof Largest): bigint => BigInt(rvus[of]) * BigInt(indices[of]);
  return 6n * (term("work") + term("pe") + term("mp")) * BigInt(factor) + BigInt(SIXTHS_PER_CENT / 2);
}

/** One array a cause, and what rounding leaves. */
type EffectColumns = Readonly<Record<Cause | "rounding", Int32Array>>;

/** Splits rows into causes in the same localities again and again; its arrays are those of the row computed last. */
export class LocalityKernel {
  /** Cents before and after, their difference, and the effects that add up to it, one a locality. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly change: Int32Array;
  readonly effects: EffectColumns;
  /** Effects of the seven causes, without the rounding. */
  private readonly split: readonly Int32Array[];
  private readonly indices: readonly [IndexColumns, IndexColumns];
  private readonly factors: Pair;

  /**
   * @param indices of the same localities before and after
   * @param factors conversion factors in ten-thousandths
   * @param largest RVUs that any row has
   * @throws RangeError where an effect could be too large to be exact in a double: no fee schedule comes near
   */
  constructor(indices: readonly [IndexColumns, IndexColumns], factors: Pair, largest: Largest) {
    const most = (of: keyof IndexColumns): number => largestOf(indices[0][of], indices[1][of]);
    const bound = effectBound(largest, { work: most("work"), pe: most("pe"), mp: most("mp") }, Math.max(...factors));
    if (bound > BigInt(Number.MAX_SAFE_INTEGER)) throw new RangeError("an effect is too large to be split exactly");
    const count = indices[0].work.length;
    const column = (): Int32Array => new Int32Array(count);
    [this.from, this.to, this.change] = [column(), column(), column()];
    const columns = [...CAUSES, "rounding"].map((cause) => [cause, column()]);
    this.effects = Object.fromEntries(columns) as EffectColumns;
    this.split = CAUSES.map((cause) => this.effects[cause]);
    this.indices = indices;
    this.factors = factors;
  }

  /** Computes one row at one setting. */
  compute({ work: [w0, w1], pe: [p0, p1], mp: [m0, m1] }: RvuPairs): void {
    const { from, to, change, effects } = this;
    const { work, pe, mp, workGpci, peGpci, mpGpci, factor, rounding } = effects;
    const [f0, f1] = this.factors;
    const [old, now] = this.indices;
    for (let at = 0; at < from.length; at += 1) {
      const gw0 = old.work[at] as number;
      const gw1 = now.work[at] as number;
      const gp0 = old.pe[at] as number;
      const gp1 = now.pe[at] as number;
      const gm0 = old.mp[at] as number;
      const gm1 = now.mp[at] as number;
      const before = Math.floor(((w0 * gw0 + p0 * gp0 + m0 * gm0) * f0 + HALF_CENT) / CENT);
      const after = Math.floor(((w1 * gw1 + p1 * gp1 + m1 * gm1) * f1 + HALF_CENT) / CENT);
      work[at] = cents(sixfold(w0, w1, gw0, gw1, f0, f1));
      pe[at] = cents(sixfold(p0, p1, gp0, gp1, f0, f1));
      mp[at] = cents(sixfold(m0, m1, gm0, gm1, f0, f1));
      workGpci[at] = cents(sixfold(gw0, gw1, w0, w1, f0, f1));
      peGpci[at] = cents(sixfold(gp0, gp1, p0, p1, f0, f1));
      mpGpci[at] = cents(sixfold(gm0, gm1, m0, m1, f0, f1));
      factor[at] = cents(
        sixfold(f0, f1, w0, w1, gw0, gw1) + sixfold(f0, f1, p0, p1, gp0, gp1) + sixfold(f0, f1, m0, m1, gm0, gm1),
      );
      from[at] = before;
      to[at] = after;
      change[at] = after - before;
      rounding[at] = after - before;
      for (const effect of this.split) rounding[at] = (rounding[at] as number) - (effect[at] as number);
    }
  }
}
