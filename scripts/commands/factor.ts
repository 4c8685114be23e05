import { factorEntry, withFactors } from "../../pipelines/inputs/factor-entries.ts";
import { ConversionFactors } from "../../schemas/source/parameters.ts";
import { Day, type Window } from "../../schemas/text.ts";
import { sourceAsItStands, writeSource } from "../out/source-files.ts";
import type { Terminal } from "../print/terminal.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook factor` as commander hands them over. */
export interface FactorArguments {
  readonly year?: string;
  readonly start?: string;
  readonly end?: string;
  readonly cite: string;
}

const NAME = "parameters/conversion-factors.json";

function windowOf({ year, start, end }: FactorArguments): Window {
  const window = { from: start ?? `${year}-01-01`, to: end ?? `${year}-12-31` };
  const isWindow = Day.safeParse(window.from).success && Day.safeParse(window.to).success && window.from <= window.to;
  if (isWindow) return window;
  throw new UsageError("name the days that the factor holds for: --year 2027, or --start 2027-01-01 --end 2027-12-31");
}

/** Records conversion factors that CMS has set, so that builds expect them. */
export function factor(texts: readonly string[], options: FactorArguments, terminal: Terminal): void {
  const window = windowOf(options);
  const before = sourceAsItStands(NAME, ConversionFactors);
  const fresh = texts.map((text) => factorEntry(text, window, options.cite));
  const written = writeSource(NAME, { ...before, factors: withFactors(before?.factors ?? [], fresh) });
  for (const { schedule, track, value, from, to } of fresh) {
    const words = track === undefined ? schedule : `${schedule}, ${track}`;
    terminal.result(`${value} (${words}) is expected from ${from} to ${to}`);
  }
  terminal.result(`wrote ${written}`);
}
