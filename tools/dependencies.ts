import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Command } from "commander";
import { TERMINAL } from "../scripts/print/terminal.ts";
import { faultsIn } from "./dependencies/faults.ts";
import { takeStock } from "./dependencies/inventory.ts";
import { dependencyMarkdown } from "./dependencies/report.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

const program = new Command("dependencies")
  .description("list every package that the program asks for: version, licence and reason")
  .option("--write", "also write docs/dependencies.md")
  .addHelpText(
    "after",
    "\nExit codes: 0 no problems; 1 a package has another licence, no reason, no exact version, or an install script",
  )
  .parse();
const inventory = takeStock(ROOT);
const markdown = dependencyMarkdown(inventory);
if (program.opts<{ write?: true }>().write) writeFileSync(join(ROOT, "docs/dependencies.md"), markdown);
TERMINAL.result(markdown);
for (const fault of faultsIn(inventory)) {
  TERMINAL.note(fault);
  process.exitCode = 1;
}
