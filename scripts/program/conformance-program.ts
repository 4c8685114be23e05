import type { Command } from "commander";
import { type ConformanceArguments, conformance } from "../commands/conformance.ts";
import { TERMINAL } from "../print/terminal.ts";
import { collect, releaseAsTyped } from "./option-values.ts";

const EXAMPLES = `
Examples:
  ratebook conformance --from ~/cms                                    prices of every OPPSCAP file at hand
  ratebook conformance --from ~/cms --published PFREV25D.zip           every amount of a payment amount file
  ratebook conformance --from ~/cms --published ~/pfall --opps-cap     every file below a folder, and OPPSCAP
  ratebook conformance --from ~/cms --published pfrev26b.zip           both tracks, each by its own factor
  ratebook conformance --from ~/cms --published all_macs.csv           an export of CMS's Look-Up Tool
  ratebook conformance --from ~/cms --published PFALL21C.txt --allow-unpinned --json

Exit codes: 0 all equal, 1 something differs, is missing or could not be read, 2 not understood, or no release of the year`;

/** The command that compares with amounts that CMS published. */
export function addConformance(program: Command): void {
  program
    .command("conformance")
    .description("compare our locality amounts, row by row, with the payment amounts that CMS publishes")
    .requiredOption("--from <folder>", "folder of CMS downloads with the relative value files that amounts come from")
    .option(
      "--published <path>",
      "CMS's payment amount file (PFALL, PFREV), its zip, an export of CMS's Look-Up Tool, or a folder of them; may be repeated",
      collect,
    )
    .option("--opps-cap", "compare the prices of OPPSCAP as well; done without --published anyway")
    .option(
      "--release <id>",
      "release that the files belong to (default: what names, folders and an export's figures say)",
      releaseAsTyped,
    )
    .option("--track <track>", "usual or qualifying-apm, since 2026 (default: what the amounts say)")
    .option("--allow-unpinned", "read files that the registry does not pin, and unregistered releases")
    .option("--pick <part>", "part of a path that settles which of several unregistered files is meant", collect)
    .option("--json", "print the result as JSON: schemas/json/conformance.schema.json")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ConformanceArguments) => {
      process.exitCode = await conformance(options, TERMINAL);
    });
}
