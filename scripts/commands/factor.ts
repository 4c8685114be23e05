import type { Command } from "commander";
import { FACTOR_NAMES, factorEntry, withFactors } from "../../pipelines/inputs/factor-entries.ts";
import { ConversionFactors } from "../../schemas/source/parameters.ts";
import { Day, type Window } from "../../schemas/text.ts";
import { currentSource, writeSource } from "../out/source-files.ts";
import { TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { UsageError } from "../program/usage-error.ts";

interface FactorArguments {
  readonly year?: string;
  readonly start?: string;
  readonly end?: string;
  readonly cite: string;
  readonly yes?: boolean;
  readonly replace?: boolean;
}

const NAME = "parameters/conversion-factors.json";

function windowOf({ year, start, end }: FactorArguments): Window {
  const window = { from: start ?? `${year}-01-01`, to: end ?? `${year}-12-31` };
  const isWindow = Day.safeParse(window.from).success && Day.safeParse(window.to).success && window.from <= window.to;
  if (isWindow) return window;
  throw new UsageError(
    "name the days on which the factor is in force: --year 2027, or --start 2027-01-01 --end 2027-12-31",
  );
}

function factor(texts: readonly string[], options: FactorArguments, terminal: Terminal): void {
  const window = windowOf(options);
  const before = currentSource(NAME, ConversionFactors);
  const fresh = texts.map((text) => factorEntry(text, window, options.cite));
  const written = writeSource(NAME, { ...before, factors: withFactors(before?.factors ?? [], fresh, options) });
  for (const { schedule, track, value, from, to } of fresh) {
    const words = track === undefined ? schedule : `${schedule}, ${track}`;
    terminal.result(`${value} (${words}) is expected from ${from} to ${to}`);
  }
  terminal.result(`wrote ${written}`);
}

const EXAMPLES = helpEnd([
  ['ratebook factor pfs=33.4009 pfs-qualifying=33.5675 --year 2026 \\\n    --cite "CY 2026 PFS final rule"'],
  ['ratebook factor opps=91.415 asc=56.322 --year 2026 \\\n    --cite "CY 2026 OPPS/ASC final rule"'],
]);

export function addFactor(program: Command): void {
  program
    .command("factor")
    .helpGroup("Registry")
    .summary("record conversion factors that CMS has published")
    .description("Records conversion factors in sources/ or the registry, so that builds expect them.")
    .argument("<factors...>", `name and dollars, such as pfs=33.4009; names are ${FACTOR_NAMES.join(", ")}`)
    .requiredOption("--cite <text>", "where CMS published them")
    .option("--year <year>", "calendar year in which they are in force")
    .option("--start <day>", "first day of service, if not a whole year")
    .option("--end <day>", "last day of service, if not a whole year")
    .option("--yes", "record a value that is more than 15 % off the one before it")
    .option("--replace", "replace the value that is recorded for the same days")
    .addHelpText("after", EXAMPLES)
    .action((texts: string[], options: FactorArguments) => {
      factor(texts, options, TERMINAL);
    });
}
