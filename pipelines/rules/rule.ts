import type { Citation } from "../../schemas/text.ts";

/** A rule by which a published number is computed. Every computed number names one by id. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** The arithmetic in words, rounding included. */
  readonly formula: string;
  readonly cites: readonly Citation[];
}
