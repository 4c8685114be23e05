import type { Command } from "commander";
import { FACTOR_NAMES } from "../../pipelines/inputs/factor-entries.ts";
import { type FactorArguments, factor } from "../commands/factor.ts";
import { type RegisterArguments, register } from "../commands/register.ts";
import { TERMINAL } from "../print/terminal.ts";
import { needsCheckout } from "./checkout.ts";
import { collect } from "./option-values.ts";

const REGISTER_EXAMPLES = `
Examples:
  ratebook register --from ~/cms --release 2026D
  ratebook register --from ~/cms --release 2026D --family pfs --url https://www.cms.gov/files/zip/rvu26d.zip
  ratebook register --from ~/cms --release 2022D --family opps --note "the rate of A9607 is corrected"

Exit codes: 0 written, 1 the release has problems or rows to review, 2 nothing is new, or not understood`;

const FACTOR_EXAMPLES = `
Examples:
  ratebook factor pfs=33.4009 pfs-qualifying=33.5675 --year 2026 --cite "CY 2026 PFS final rule"
  ratebook factor opps=91.415 asc=56.322 --year 2026 --cite "CY 2026 OPPS/ASC final rule"

Exit codes: 0 written, 2 one is recorded for those days already, or not understood`;

function addRegister(program: Command): void {
  program
    .command("register")
    .description("build a release from downloads and, when every check holds, write what is new of it into sources/")
    .requiredOption("--from <folder>", "folder of CMS downloads")
    .requiredOption("--release <id>", "release by CMS's letter, such as 2026D")
    .option("--family <family>", "only one of pfs, opps, asc, wage-index, zip")
    .option("--posted <day>", "day on which CMS posted it (default: what the archive's name or the address says)")
    .option("--url <address>", "address that it was downloaded from")
    .option("--origin <origin>", "cms, edited, reconstructed or transcribed (default: cms)")
    .option("--origin-note <text>", "what was done to CMS's file, and by whom")
    .option("--note <text>", "what CMS changed, for another posting of a registered publication")
    .option("--accept <reason>", "write the rows that break a check into sources/exceptions.json, for this reason")
    .option("--source <text>", "who says so, for --accept")
    .option(
      "--accept-finding <check:key=reason>",
      "register although a file differs from its neighbours in this way; written into sources/exceptions.json",
      collect,
    )
    .option("--pick <part>", "part of a path that settles which of several files is meant", collect)
    .addHelpText("after", REGISTER_EXAMPLES)
    .action(async (options: RegisterArguments) => {
      needsCheckout("register");
      process.exitCode = await register(options, TERMINAL);
    });
}

function addFactor(program: Command): void {
  program
    .command("factor")
    .description("record conversion factors that CMS has set, so that builds expect them")
    .argument("<factors...>", `name and dollars, such as pfs=33.4009; names are ${FACTOR_NAMES.join(", ")}`)
    .requiredOption("--cite <text>", "where it was published")
    .option("--year <year>", "calendar year that they hold for")
    .option("--start <day>", "first day of service, where they do not hold for a whole year")
    .option("--end <day>", "last day of service")
    .addHelpText("after", FACTOR_EXAMPLES)
    .action((texts: string[], options: FactorArguments) => {
      needsCheckout("factor");
      factor(texts, options, TERMINAL);
    });
}

/** The commands that write into `sources/`. */
export function addRegistryCommands(program: Command): void {
  addRegister(program);
  addFactor(program);
}
