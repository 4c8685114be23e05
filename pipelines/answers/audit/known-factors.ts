import { exactScaled } from "../../../schemas/scaled.ts";
import { SCALE } from "../../../schemas/units.ts";
import { recordedFactors } from "../../sources/recorded-factors.ts";

/** A conversion factor of the physician fee schedule that is on record. */
export interface KnownFactor {
  /** In ten-thousandths. */
  readonly factor: number;
  /** "2025", "2024, qualifying APM participants". */
  readonly words: string;
}

/** Every factor on record, each once with the years in which it held. */
export function knownFactors(): KnownFactor[] {
  const years = new Map<number, Set<string>>();
  for (const { schedule, value, from, track } of recordedFactors()) {
    if (schedule !== "pfs") continue;
    const factor = exactScaled(value, SCALE.factor);
    const words = `${from.slice(0, 4)}${track === "qualifying-apm" ? ", qualifying APM participants" : ""}`;
    years.set(factor, (years.get(factor) ?? new Set()).add(words));
  }
  return [...years].map(([factor, words]) => ({ factor, words: [...words].join(" and ") }));
}
