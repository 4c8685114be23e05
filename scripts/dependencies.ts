import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { faultsIn } from "./dependencies/faults.ts";
import { takeStock } from "./dependencies/inventory.ts";
import { dependencyLines, dependencyMarkdown } from "./dependencies/report.ts";
import { jsonText, TERMINAL } from "./print/terminal.ts";

/** Lists what the program is made from, and says what is wrong with it. */
function dependencies(root: string, { json, write }: { json?: boolean; write?: boolean }): number {
  const inventory = takeStock(root);
  const faults = faultsIn(inventory);
  const { runtime, development } = inventory;
  if (write === true) writeFileSync(join(root, "DEPENDENCIES.md"), dependencyMarkdown(inventory));
  if (json === true) TERMINAL.result(jsonText({ runtime, development, faults }));
  else TERMINAL.result(dependencyLines(inventory).join("\n"));
  if (json !== true) for (const fault of faults) TERMINAL.note(fault);
  return faults.length === 0 ? 0 : 1;
}

const program = new Command("dependencies")
  .description("list every package that the program is made from: version, licence, and why it is here")
  .option("--json", "print the list as JSON")
  .option("--write", "write it to DEPENDENCIES.md too")
  .addHelpText(
    "after",
    "\nExit codes: 0 all well; 1 one has no licence that we take, no reason, no exact version, or an install script",
  )
  .parse();
process.exitCode = dependencies(fileURLToPath(new URL("..", import.meta.url)), program.opts());
