import type { Command } from "commander";
import { type RateArguments, rate, SETTING_NAMES } from "../commands/rate.ts";
import { TERMINAL } from "../print/terminal.ts";
import { releaseAsTyped } from "./option-values.ts";

const EXAMPLES = `
Examples:
  ratebook rate 22511                                    at every setting, nationally, in the latest release built
  ratebook rate 22511 --on 2026-02-14 --locality 0111205
  ratebook rate 77012 --modifier 26 --setting hopd
  ratebook rate 22511 --zip 94110 --cbsa 41884 --out out-local

Exit codes: 0 answered, 2 not understood, not built, or more than one answer`;

/** The command that says what is paid for a code. */
export function addRate(program: Command): void {
  program
    .command("rate")
    .description("print what Medicare pays for a code, from the documents of a built release")
    .argument("<code>", "HCPCS code")
    .option("--on <day>", "day of service: reads the release in force on it, and no other")
    .option("--release <id>", "release by CMS's letter (default: the latest in the output folder)", releaseAsTyped)
    .option("--modifier <modifier>", "the physician's row with this modifier: 26, TC or 53")
    .option("--locality <key>", "place: MAC and locality number, such as 0111205")
    .option("--zip <zip>", "place: ZIP code of five digits")
    .option("--county <county>", 'place: county and state, such as "Marin, CA"')
    .option("--cbsa <cbsa>", "wage-adjusts hospital and ASC rates to this CBSA, such as 41884")
    .option("--setting <setting>", `only one of ${SETTING_NAMES}`)
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the rate as JSON: schemas/json/rate.schema.json")
    .addHelpText("after", EXAMPLES)
    .action((code: string, options: RateArguments) => rate(code, options, TERMINAL));
}
