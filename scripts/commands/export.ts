import { join, posix } from "node:path";
import type { Command } from "commander";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { type Output, openOutput } from "../../pipelines/documents/output.ts";
import type { IndexedRelease } from "../../pipelines/documents/release-index.ts";
import type { Batch, ExportShape } from "../../pipelines/exports/column-types.ts";
import type { DescribedFile } from "../../pipelines/exports/csv-package.ts";
import { LONG_TABLES, partitionOf } from "../../pipelines/exports/long-tables.ts";
import { SHARED_NAMES, type SharedTable, sharedTables } from "../../pipelines/exports/shared-tables.ts";
import { SHEET_COLUMNS } from "../../pipelines/exports/sheet-figures.ts";
import { inForceSpans } from "../../pipelines/inputs/in-force.ts";
import { ncciMeanings } from "../../pipelines/sources/ncci.ts";
import { placesOfService } from "../../pipelines/sources/places-of-service.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import { namedFile, writeWhole, writingWhole } from "../out/whole-file.ts";
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { MADE_BY } from "../program/made-by.ts";
import { collectList, collectReleases, oneOf } from "../program/option-values.ts";
import { declarePlace } from "../program/place-options.ts";
import { UsageError } from "../program/usage-error.ts";
import {
  DEFAULT_SHAPE,
  exportSheet,
  refuseSheetOptions,
  SHEET_FORMATS,
  type SharedArguments,
  type SheetArguments,
} from "./export-sheet.ts";

type ExportArguments = SheetArguments & SharedArguments;

/** A file that was written. */
interface Written {
  /** Null for a table that is the same for every release. */
  readonly release: string | null;
  readonly table: string;
  readonly file: string;
  readonly bytes: number;
}

const FORMATS = ["parquet", "csv"] as const;
type Format = (typeof FORMATS)[number];

/** Pieces of a file, and how a file of ours begins where its end does not say so. */
interface Encoded {
  readonly pieces: Iterable<Uint8Array>;
  readonly beginning?: string;
}
type Encode = (table: ExportShape, batches: Iterable<Batch>) => Encoded;

const NAMES = [...LONG_TABLES.map(({ name }) => name), ...SHARED_NAMES];

async function encoderOf(format: Format): Promise<Encode> {
  if (format === "csv") {
    const { csvHeading, csvOf } = await import("../../pipelines/exports/csv.ts");
    return (table, batches) => ({ pieces: csvOf(table, batches), beginning: csvHeading(table) });
  }
  const { parquetOf } = await import("../../pipelines/exports/parquet.ts");
  return (table, batches) => ({ pieces: parquetOf(table, batches, MADE_BY) });
}

/** Writes tables of an output folder into the folder of `--to`. */
class Exporter {
  private readonly options: ExportArguments;
  private readonly format: Format;
  private readonly encode: Encode;
  private readonly files: DescribedFile[] = [];
  private readonly isWanted: (table: ExportShape) => boolean;

  private constructor(options: ExportArguments, format: Format, encode: Encode) {
    const wanted = options.tables?.map((name) => oneOf("--tables", ["a table", "tables"], NAMES, name));
    this.isWanted = ({ name }) => wanted?.includes(name) ?? true;
    this.options = options;
    this.format = format;
    this.encode = encode;
  }

  static async of(options: ExportArguments): Promise<Exporter> {
    const { format: named = "parquet" } = options;
    if (named === "xlsx" || named === "json")
      throw new UsageError(`--format ${named} is for a rate sheet; choose its codes as well, such as --codes all`);
    const format = oneOf("--format", ["a format", "formats"], FORMATS, named);
    return new Exporter(options, format, await encoderOf(format));
  }

  release(output: Output, indexed: IndexedRelease): Written[] {
    const { release } = indexed;
    const documents = output.open(indexed);
    return LONG_TABLES.filter(this.isWanted).flatMap((table) => {
      const batches = table.batches(documents);
      return batches === undefined ? [] : this.write({ release, table, folder: partitionOf(release) }, batches);
    });
  }

  shared(): Written[] {
    const { modifiers } = ncciMeanings();
    const tables: SharedTable[] = sharedTables({ spans: inForceSpans(), places: placesOfService(), modifiers });
    return tables
      .filter(this.isWanted)
      .map((table) => this.write({ release: null, table, folder: "." }, [table.batch]));
  }

  /** Writes `datapackage.json`, which names the csv files and the types of their columns. */
  async describe(): Promise<void> {
    if (this.format !== "csv") return;
    const { CSV_PACKAGE_BEGINS, csvPackage } = await import("../../pipelines/exports/csv-package.ts");
    const { to, overwrite } = this.options;
    const target = namedFile("--to", join(to, "datapackage.json"), overwrite, CSV_PACKAGE_BEGINS);
    writeWhole(target, csvPackage(this.files));
  }

  private write(
    { release, table, folder }: { release: string | null; table: ExportShape; folder: string },
    batches: Iterable<Batch>,
  ): Written {
    const { to, overwrite } = this.options;
    const file = posix.join(folder, `${table.name}.${this.format}`);
    const { pieces, beginning } = this.encode(table, batches);
    const target = namedFile("--to", join(to, file), overwrite, beginning);
    let bytes = 0;
    writingWhole(target, (write) => {
      for (const piece of pieces) {
        write(piece);
        bytes += piece.length;
      }
    });
    this.files.push({ shape: table, release, path: file, bytes });
    return { release, table: table.name, file, bytes };
  }
}

async function exportTables(options: ExportArguments, terminal: Terminal): Promise<void> {
  refuseSheetOptions(options);
  const exporter = await Exporter.of(options);
  const output = openOutput(options.out);
  const chosen = options.release?.map((id) => chooseRelease({ release: id }, output.releases, options.out).built);
  const files: Written[] = [];
  const tell = (name: string, written: readonly Written[]): void => {
    if (options.json !== true && written.length > 0) terminal.result(summaryOf(name, written));
    files.push(...written);
  };
  for (const release of chosen ?? output.releases) tell(release.release, exporter.release(output, release));
  tell("all", exporter.shared());
  await exporter.describe();
  if (options.json === true) terminal.result(jsonText({ to: options.to, files }));
}

function summaryOf(name: string, written: readonly Written[]): string {
  const bytes = written.reduce((sum, each) => sum + each.bytes, 0);
  const size = coloursFor(process.stdout).dim(`${countText(bytes)} bytes`);
  return `${name}  ${written.map(({ table }) => table).join(", ")}  ${size}`;
}

async function exportFiles({ codes, ...options }: ExportArguments, terminal: Terminal): Promise<void> {
  if (codes === undefined) await exportTables(options, terminal);
  else await exportSheet({ ...options, codes }, terminal);
}

const EXAMPLES = helpEnd([
  ["ratebook export --out out-local --to tables", "every table of every release in the folder"],
  ["ratebook export --out out-local --to tables --tables rvu,gpci,factors"],
  ["ratebook export --out out-local --to tables --format csv", "for PostgreSQL, and what does not read Parquet"],
  ["ratebook export --codes all --zip 94110 --to fees.csv --out out-local", "a rate sheet: CPT, Modifier, Fee"],
  ["ratebook export --codes 22510-22515 --shape code,fee=Fee,reason --to fees.xlsx"],
]);

export function addExport(program: Command): void {
  const command = program
    .command("export")
    .helpGroup("Reports")
    .summary("tables of built releases, and rate sheets")
    .description(
      "Writes the tables of built releases, one value a column and one row a line; with --codes a rate sheet instead: the amounts of one release at one place as one file.",
    )
    .requiredOption(
      "--to <path>",
      "folder to write tables to, as year=2026/release=2026B/TABLE.parquet; file of a rate sheet",
    )
    .option("--out <folder>", "output folder to read", "out")
    .option(
      "--release <id>",
      "release to write (default: all; for a rate sheet the latest); may be repeated for tables",
      collectReleases,
    )
    .option("--tables <tables>", `tables to write (default: all): ${NAMES.join(", ")}`, collectList)
    .option(
      "--format <format>",
      `format of tables: ${FORMATS.join(", ")} (default: ${FORMATS[0]}); of a rate sheet: ${SHEET_FORMATS.join(", ")} (default: as --to ends)`,
    )
    .option("--codes <codes>", "write a rate sheet of these: all, codes and ranges, or a file of them")
    .option(
      "--shape <columns>",
      `columns of the rate sheet in order, each with its heading if that is another (default: "${DEFAULT_SHAPE}"): ${SHEET_COLUMNS.join(", ")}`,
      collectList,
    )
    .option("--on <day>", "rate sheet: day of service, for the release in force on that day")
    .option("--setting <setting>", `rate sheet: where fee is for (default: office): ${RATE_SETTINGS.join(", ")}`)
    .option("--track <track>", "rate sheet: since 2026 qualifying-apm or non-qualifying-apm (default)");
  declarePlace(command)
    .option("--overwrite", "replace a file even if ratebook did not write it")
    .option("--json", "print what was written as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: ExportArguments) => await exportFiles(options, TERMINAL));
}
