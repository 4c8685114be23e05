import { writeFileSync } from "node:fs";
import { Command } from "commander";
import { InputFault } from "../pipelines/problems/problems.ts";
import { jsonText } from "../scripts/print/terminal.ts";
import { UsageError } from "../scripts/program/usage-error.ts";
import { TABLE_DAMAGES } from "./mutations/damages.ts";
import { cmsFiles } from "./mutations/folder.ts";
import { damagesPage, damagesTable } from "./mutations/page.ts";
import { faultsOf, noticedIn, noticedText, whereText } from "./mutations/report.ts";
import { type DamageResult, findingOf, runAll } from "./mutations/run.ts";

/**
 * Damages whole releases that are not registered, and reports what a build notices. Writes `docs/mutations.md`.
 */

const PAGE = new URL("../docs/mutations.md", import.meta.url);

interface Arguments {
  readonly from: string;
  readonly only?: string;
  readonly json?: true;
}

function resultJson(result: DamageResult) {
  const { damage, outcome, inJanuary } = result;
  const { name, table, folder, why } = damage;
  const findings = [...new Set(noticedIn(result).map(findingOf))];
  return { name, table, folder, outcome, why, findings, inJanuary: [...new Set(inJanuary.map(findingOf))] };
}

function resultText(result: DamageResult): string {
  const { damage, outcome } = result;
  const noticed = noticedIn(result);
  const lines = [`${outcome}: ${damage.table}, ${damage.name}`, noticedText(noticed), whereText(noticed)];
  return lines.filter((line) => line !== "").join("\n  ");
}

/** Returns whether the list of damages says the same as the builds. */
async function mutations({ from, only, json }: Arguments): Promise<boolean> {
  const wanted = only?.toLowerCase() ?? "";
  const damages = TABLE_DAMAGES.filter(({ name, table }) => `${table}, ${name}`.toLowerCase().includes(wanted));
  if (damages.length === 0) throw new UsageError(`no damage has "${only}" in its table or name`);
  const results = await runAll(damages, await cmsFiles(from), (result) => {
    if (json !== true && only !== undefined) process.stdout.write(`${resultText(result)}\n`);
  });
  if (json === true) process.stdout.write(`${jsonText(results.map(resultJson))}\n`);
  if (only === undefined) {
    writeFileSync(PAGE, damagesPage(results));
    if (json !== true) process.stdout.write(`${damagesTable(results)}\n\nThe rest is in docs/mutations.md\n`);
  }
  const faults = faultsOf(results);
  process.stderr.write(faults.map((fault) => `${fault}\n`).join(""));
  return faults.length === 0;
}

const program = new Command("mutations")
  .description("damage whole unregistered releases, report what a build notices, and write docs/mutations.md")
  .option("--from <folder>", "folder of CMS downloads", "../shared/cms")
  .option("--only <text>", "only damages with this text in their table or name; prints them and writes no page")
  .option("--json", "print JSON")
  .parse();
try {
  if (!(await mutations(program.opts<Arguments>()))) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof UsageError || error instanceof InputFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
