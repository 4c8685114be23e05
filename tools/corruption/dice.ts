/** Whole numbers from 0 to below `sides`, the same sequence for the same seed on every machine. */
export type Dice = (sides: number) => number;

/** A small generator with 32 bits of state (mulberry32): good enough to choose cells, repeatable with its seed. */
export function diceOf(seed: number): Dice {
  let state = seed | 0;
  return (sides) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * sides);
  };
}

/** One of several. */
export function pick<T>(among: readonly T[], dice: Dice): T | undefined {
  return among[dice(among.length)];
}
