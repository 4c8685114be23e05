import { join } from "node:path";
import type { Command } from "commander";
import packageJson from "../../package.json" with { type: "json" };
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { type IndexedRelease, type Output, openOutput } from "../../pipelines/documents/output.ts";
import { LONG_TABLES, type LongTable } from "../../pipelines/exports/long-tables.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import { namedFile, writingWhole } from "../out/whole-file.ts";
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { collectList, collectReleases, oneOf } from "../program/option-values.ts";

interface ExportArguments {
  readonly out: string;
  readonly to: string;
  readonly release?: readonly string[];
  readonly tables?: readonly string[];
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

/** A file that was written. */
interface Written {
  readonly release: string;
  readonly table: string;
  readonly file: string;
  readonly bytes: number;
}

const CREATED_BY = `${packageJson.name} version ${packageJson.version}`;
const NAMES = LONG_TABLES.map(({ name }) => name);

function tablesNamed(names: readonly string[] | undefined): readonly LongTable[] {
  const wanted = names?.map((name) => oneOf("--tables", ["a table", "tables"], NAMES, name));
  return LONG_TABLES.filter(({ name }) => wanted?.includes(name) ?? true);
}

/** The folder of a release, as data tools read partitions: year=2026/release=2026B. */
function partitionOf(release: string): string {
  return `year=${release.slice(0, 4)}/release=${release}`;
}

async function exportRelease(
  output: Output,
  release: IndexedRelease,
  tables: readonly LongTable[],
  options: ExportArguments,
): Promise<Written[]> {
  const { parquetOf } = await import("../../pipelines/exports/parquet.ts");
  const documents = output.open(release);
  const written: Written[] = [];
  for (const table of tables) {
    const batches = table.batches(documents);
    if (batches === undefined) continue;
    const file = `${partitionOf(release.release)}/${table.name}.parquet`;
    const target = namedFile("--to", join(options.to, file), options.overwrite);
    const bytes = parquetOf(table, batches, CREATED_BY);
    writingWhole(target, (write) => write(bytes));
    written.push({ release: release.release, table: table.name, file, bytes: bytes.length });
  }
  return written;
}

async function exportTables(options: ExportArguments, terminal: Terminal): Promise<void> {
  const tables = tablesNamed(options.tables);
  const output = openOutput(options.out);
  const chosen = options.release?.map((id) => chooseRelease({ release: id }, output.releases, options.out).built);
  const files: Written[] = [];
  for (const release of chosen ?? output.releases) {
    const written = await exportRelease(output, release, tables, options);
    if (options.json !== true) terminal.result(summaryOf(release.release, written));
    files.push(...written);
  }
  if (options.json === true) terminal.result(jsonText({ to: options.to, files }));
}

function summaryOf(release: string, written: readonly Written[]): string {
  const bytes = written.reduce((sum, each) => sum + each.bytes, 0);
  const size = coloursFor(process.stdout).dim(`${countText(bytes)} bytes`);
  return `${release}  ${written.map(({ table }) => table).join(", ")}  ${size}`;
}

const EXAMPLES = helpEnd([
  ["ratebook export --out out-local --to tables", "every table of every release in the folder"],
  ["ratebook export --out out-local --to tables --tables rvu,gpci,factors"],
]);

export function addExport(program: Command): void {
  program
    .command("export")
    .helpGroup("Reports")
    .summary("tables of built releases as Parquet, for data tools")
    .description("Writes the tables of built releases as Parquet: one value a column, one row a line, decimals exact.")
    .requiredOption("--to <folder>", "folder to write to; files are year=2026/release=2026B/TABLE.parquet")
    .option("--out <folder>", "output folder to read", "out")
    .option("--release <id>", "release to write (default: all); may be repeated", collectReleases)
    .option("--tables <tables>", `tables to write (default: all): ${NAMES.join(", ")}`, collectList)
    .option("--overwrite", "replace a file even if ratebook did not write it")
    .option("--json", "print the written files as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ExportArguments) => await exportTables(options, TERMINAL));
}
