import type { Citation } from "../../schemas/text.ts";

/** A rule for computing a published number. Every computed number names its rule by id. */
export interface Rule {
  readonly id: string;
  readonly title: string;
  /** The arithmetic in words, rounding included. */
  readonly formula: string;
  readonly cites: readonly Citation[];
}
