import { Command, InvalidArgumentError } from "commander";
import { InputFault } from "../pipelines/problems/problems.ts";
import { jsonText } from "../scripts/print/terminal.ts";
import { UsageError } from "../scripts/program/usage-error.ts";
import { diceOf } from "./corruption/dice.ts";
import { measure } from "./corruption/measure.ts";
import { reportLines, reportOf } from "./corruption/report.ts";
import { readWhole } from "./corruption/whole-tables.ts";

/**
 * Measures how many single damaged cells a build detects, by table and column. The hash of a registered file detects every
 * one; this is about unregistered files.
 */

interface Arguments {
  readonly from: string;
  readonly release: string;
  readonly runs: number;
  readonly seed: number;
  readonly json?: true;
}

function whole(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("expected a whole number.");
}

function showProgress(done: number, runs: number): void {
  if (process.stderr.isTTY && done % 100 === 0) process.stderr.write(`\r${done} of ${runs}`);
}

async function corruption({ from, release, runs, seed, json }: Arguments): Promise<void> {
  const tables = await readWhole(from, release);
  const trials = await measure(tables, runs, diceOf(seed), (done) => showProgress(done, runs));
  if (process.stderr.isTTY) process.stderr.write("\r");
  const columns = reportOf(trials);
  const text = json
    ? jsonText({ release, runs, seed, columns })
    : [`${release}, ${runs} corrupted cells, seed ${seed}`, "", ...reportLines(columns)].join("\n");
  process.stdout.write(`${text}\n`);
}

const program = new Command("corruption")
  .description("corrupt single cells of CMS's files and count how many a build detects")
  .option("--from <folder>", "folder with CMS's files", "../shared/cms")
  .option("--release <name>", "registered release with the csv files to corrupt", "2025A")
  .option("--runs <count>", "number of corruptions that change the value of a cell", whole, 10_000)
  .option("--seed <number>", "the same seed corrupts the same cells", whole, 1)
  .option("--json", "print JSON")
  .parse();
try {
  await corruption(program.opts<Arguments>());
} catch (error) {
  if (!(error instanceof UsageError || error instanceof InputFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
