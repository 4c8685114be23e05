import { readFileSync, writeFileSync } from "node:fs";
import { Command } from "commander";
import { withMarked } from "../scripts/print/marked.ts";
import { gather, type Places } from "./proof/evidence.ts";
import { figuresOf } from "./proof/figures.ts";
import { page, README_MARKS, reasonsTable, summaryTable } from "./proof/page.ts";

/**
 * Proves every available release. Writes `docs/proof.md`, and three lines of it to the README.
 */

const ROOT = new URL("../", import.meta.url);

function proof(places: Places): boolean {
  const evidence = gather(places, (step) => process.stderr.write(`proof: ${step}\n`));
  const figures = figuresOf(evidence);
  const readme = readFileSync(new URL("README.md", ROOT), "utf8");
  writeFileSync(new URL("docs/proof.md", ROOT), page(evidence));
  writeFileSync(new URL("README.md", ROOT), withMarked(readme, ...README_MARKS, reasonsTable(figures)));
  process.stdout.write(`${summaryTable(figures, evidence)}\n\nThe rest is in docs/proof.md\n`);
  return evidence.verify.verified && evidence.conformance.matched;
}

const program = new Command("proof")
  .description("build, verify and compare every available release, and write docs/proof.md")
  .option("--from <folder>", "folder of CMS downloads", "../shared")
  .option("--published <path...>", "payment amount files of CMS's, exports of its Look-Up Tool, or folders of them", [
    "../shared/oracles",
    "../shared/found-2026-11/oracles",
  ])
  .parse();
if (!proof(program.opts<Places>())) process.exitCode = 1;
