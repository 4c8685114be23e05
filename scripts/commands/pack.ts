import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Command } from "commander";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { readerBytes } from "../../pipelines/documents/reader-document.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import { byFirstDay, type IndexedRelease } from "../../pipelines/documents/release-index.ts";
import {
  type PackFile,
  type PackOptions,
  packageFiles,
  type ReleaseToPack,
} from "../../pipelines/pack/package-files.ts";
import { RIGHTS } from "../../pipelines/pack/package-texts.ts";
import { packageVersion } from "../../pipelines/pack/package-version.ts";
import { countText } from "../../pipelines/words/money-text.ts";
import { refuseForeignFolder, writeOwnFolder } from "../out/own-folder.ts";
import { wrapped } from "../print/running-text.ts";
import { jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { helpEnd } from "../program/help.ts";
import { MADE_BY } from "../program/made-by.ts";
import { collectReleases } from "../program/option-values.ts";
import { READER_FILES } from "../program/packed.ts";
import { UsageError } from "../program/usage-error.ts";

interface PackArguments {
  readonly out: string;
  readonly to: string;
  readonly name: string;
  readonly release?: readonly string[];
  readonly revision?: string;
  readonly parquet?: boolean;
  readonly claims?: boolean;
  readonly json?: boolean;
}

/** Names that npm takes: https://docs.npmjs.com/cli/v10/configuring-npm/package-json#name */
const PACKAGE_NAME = /^(?:@[a-z0-9-][a-z0-9-._]*\/)?[a-z0-9-][a-z0-9-._]*$/;
const LONGEST_NAME = 214;

function packageName(name: string): string {
  if (name.length <= LONGEST_NAME && PACKAGE_NAME.test(name)) return name;
  throw new UsageError(`--name: "${name}" is not a name of a package; npm takes names such as @acme/medicare-rates`);
}

function revisionOf(text: string | undefined): number | undefined {
  if (text === undefined || /^\d{1,6}$/.test(text)) return text === undefined ? undefined : Number(text);
  throw new UsageError(`--revision: "${text}" is not a whole number, such as 1`);
}

function isPackage(folder: string): boolean {
  const { ratebook } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { ratebook?: object };
  return ratebook !== undefined;
}

function toPack(documents: ReleaseDocuments, entry: IndexedRelease): ReleaseToPack {
  const { manifest } = documents;
  readerBytes(documents);
  const document = (path: string) => (path === "manifest.json" ? documents.manifestBytes() : documents.bytesOf(path));
  return { entry, manifest, document };
}

async function* tableFiles(all: readonly ReleaseDocuments[]): AsyncGenerator<PackFile> {
  const { LONG_TABLES, partitionOf } = await import("../../pipelines/exports/long-tables.ts");
  const { parquetOf } = await import("../../pipelines/exports/parquet.ts");
  for (const documents of all) {
    const { release } = documents.manifest;
    for (const table of LONG_TABLES) {
      const batches = table.batches(documents);
      if (batches === undefined) continue;
      const path = `tables/${partitionOf(release)}/${table.name}.parquet`;
      yield { path, bytes: Buffer.concat([...parquetOf(table, batches, MADE_BY)]) };
    }
  }
}

async function* allFiles(
  releases: readonly ReleaseToPack[],
  options: PackOptions,
  all: readonly ReleaseDocuments[],
): AsyncGenerator<PackFile> {
  yield* packageFiles(releases, options);
  if (options.tables) yield* tableFiles(all);
}

function moduleOf({ module, types }: { readonly module: string; readonly types: string }) {
  return { module: readFileSync(module), types: readFileSync(types) };
}

async function pack(options: PackArguments, terminal: Terminal): Promise<void> {
  const name = packageName(options.name);
  const revision = revisionOf(options.revision);
  const folder = resolve(options.to);
  refuseForeignFolder("--to", folder, isPackage);
  const output = openOutput(options.out);
  const chosen = options.release?.map((id) => chooseRelease({ release: id }, output.releases, options.out).built);
  const entries = [...new Set(chosen ?? output.releases)].sort(byFirstDay);
  const all = entries.map((entry) => output.open(entry));
  const reader = { ...moduleOf(READER_FILES), license: readFileSync(READER_FILES.license) };
  const claims = options.claims === true ? moduleOf(READER_FILES.claims) : undefined;
  const releases = entries.map(({ release }) => release);
  const version = packageVersion(releases.at(-1) ?? "", revision);
  const toWrite = all.map((documents, at) => toPack(documents, entries[at] as IndexedRelease));
  const about = { name, version, tables: options.parquet === true, reader, claims, madeBy: MADE_BY };
  const bytes = await writeOwnFolder(folder, allFiles(toWrite, about, all));
  if (options.json === true) {
    terminal.result(jsonText({ name, version, to: options.to, releases, bytes, rights: RIGHTS }));
    return;
  }
  terminal.result(`${name} ${version}  ${releases.join(", ")}  ${countText(bytes)} bytes in ${options.to}`);
  for (const text of ["", "Before you publish it:", ...RIGHTS.flatMap((each) => wrapped(each, "  ", "    ", 80)), ""])
    terminal.result(text);
  terminal.result(`Next: npm publish ${options.to}, or npm install ${options.to} in an app`);
}

const EXAMPLES = helpEnd([
  ["ratebook pack --out out-local --to rates --name @acme/rates", "every release of the folder"],
  ["ratebook pack --to rates --name @acme/rates --release 2026A --parquet"],
]);

export function addPack(program: Command): void {
  program
    .command("pack")
    .helpGroup("Reports")
    .summary("built releases as an npm package of your own")
    .description(
      "Writes an npm package of your organisation: reader, releases as modules and as JSON, types, a notice.",
    )
    .requiredOption("--to <folder>", "folder to write; one that pack wrote is replaced")
    .requiredOption("--name <package>", "name of the package, such as @acme/medicare-rates")
    .option("--out <folder>", "output folder to read", "out")
    .option("--release <id>", "release to put in (default: all); may be repeated", collectReleases)
    .option("--revision <number>", "last part of the version 2026.2.0, year.quarter.revision (default: 0; 2024AR: 1)")
    .option("--parquet", "also write the tables as Parquet, under tables/")
    .option("--claims", "also write what read/claims needs to price claims in a browser, under claims/")
    .option("--json", "print the result as JSON")
    .addHelpText("after", EXAMPLES)
    .action(async (options: PackArguments) => await pack(options, TERMINAL));
}
