import type { Command } from "commander";
import { type ExplainArguments, explain, FIGURE_NAMES } from "../commands/explain.ts";
import { TERMINAL } from "../print/terminal.ts";
import { releaseAsTyped } from "./option-values.ts";

/** The command that says where a number comes from. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .description("print where one number comes from: rule, inputs, cells")
    .argument("<code>", "HCPCS code")
    .argument("[figure]", `${FIGURE_NAMES}, or a JSON pointer into the code's document`, "office")
    .option("--release <id>", "release (default: the latest in the output folder)", releaseAsTyped)
    .option("--locality <key>", "amount in one locality: MAC and locality number, such as 0111205")
    .option("--modifier <modifier>", "row with this modifier: 26, TC or 53", "")
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the derivation as JSON")
    .action((code: string, figure: string, options: ExplainArguments) => explain(code, figure, options, TERMINAL));
}
