import { statSync } from "node:fs";
import { basename } from "node:path";
import type { Command } from "commander";
import { amountIn } from "../../pipelines/answers/audit/amount-text.ts";
import { type Audited, audit } from "../../pipelines/answers/audit/audit.ts";
import { type AuditFile, delimitedTable, jsonTable, worksheetTable } from "../../pipelines/answers/audit/audit-file.ts";
import { AUDIT_FIELDS, type AuditField, type Overrides } from "../../pipelines/answers/audit/columns.ts";
import type { SettingName } from "../../pipelines/answers/audit/kinds.ts";
import type { PairsOfRelease } from "../../pipelines/answers/audit/prices.ts";
import { RegisteredCodes } from "../../pipelines/answers/audit/registered-codes.ts";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { paidPairs } from "../../pipelines/answers/rate/paid-pairs.ts";
import type { WantedPlace } from "../../pipelines/answers/rate/place.ts";
import { type Output, openOutput } from "../../pipelines/documents/output.ts";
import { byFirstDay, type IndexedRelease } from "../../pipelines/documents/release-index.ts";
import { BOUNDS } from "../../pipelines/problems/bounds.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { openRelease } from "../../pipelines/read/index.ts";
import type { OpenedRelease } from "../../pipelines/read/types.ts";
import { decodeText } from "../../pipelines/tables/text.ts";
import { surveyText } from "../../pipelines/tables/text-survey.ts";
import { parseScaled } from "../../schemas/scaled.ts";
import { auditLines } from "../print/audit-lines.ts";
import { problemLines } from "../print/problem-report.ts";
import { coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { EXIT, exitCodeOf, exitWith } from "../program/exit-codes.ts";
import { helpEnd } from "../program/help.ts";
import { collect, oneOf, refuseTwo, releaseAsTyped } from "../program/option-values.ts";
import { declarePlace, localityIn } from "../program/place-options.ts";
import { readNamed } from "../program/read-named.ts";
import { UsageError } from "../program/usage-error.ts";

export interface AuditArguments extends WantedPlace {
  readonly release?: string;
  readonly on?: string;
  readonly setting?: string;
  readonly percent?: string;
  readonly tolerance?: string;
  readonly map?: readonly string[];
  readonly most: string;
  readonly out: string;
  readonly json?: boolean;
}

/** What `--setting` takes, and the names of amounts for the same. */
const SETTINGS: Readonly<Record<string, SettingName>> = {
  office: "nonFacility",
  facility: "facility",
  hopd: "hopd",
  asc: "asc",
  nonFacility: "nonFacility",
  oppsRate: "hopd",
  ascRate: "asc",
};

/** The fields that `--map` names, by headings. */
function overridesOf(texts: readonly string[]): Overrides {
  const pairs = texts.flatMap((text) => text.split(","));
  return new Map(
    pairs.map((pair) => {
      const at = pair.lastIndexOf("=");
      if (at < 1) throw new UsageError(`--map: "${pair}" is not HEADING=field, such as Fee=nonFacility`);
      const field: AuditField = oneOf("--map", ["a field", "fields"], AUDIT_FIELDS, pair.slice(at + 1).trim());
      return [pair.slice(0, at).trim(), field] as const;
    }),
  );
}

/** Tenths of a percent. */
function percentIn(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const tenths = parseScaled(text.replace(/ ?%$/, ""), 1);
  if (tenths !== undefined && tenths > 0 && tenths < 100_000) return tenths;
  throw new UsageError(`--percent: "${text}" is not a percentage with at most one decimal, such as 120 or 87.5`);
}

function toleranceIn(text: string | undefined): number {
  const fine = text === undefined ? 0 : amountIn(text);
  if (fine !== undefined) return fine;
  throw new UsageError(`--tolerance: "${text}" is not an amount in dollars, such as 0.05`);
}

function mostIn(text: string): number {
  if (/^\d{1,6}$/.test(text)) return Number(text);
  throw new UsageError(`--most: "${text}" is not a count of rows, such as 20`);
}

/** Refuses a table that is too large before any of it is read. */
function refuseLarge(path: string): void {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (stat === undefined || !stat.isFile() || stat.size <= BOUNDS.fileBytes) return;
  const message = `the table has ${stat.size} bytes; the limit is ${BOUNDS.fileBytes}`;
  const cure = "Leave out the columns that are not compared, or split the table, such as one file for each locality";
  throw fault("table.too-large", { file: basename(path) }, message, cure);
}

function beginsWith(bytes: Buffer, ...beginning: readonly number[]): boolean {
  return beginning.every((byte, at) => bytes[at] === byte);
}

const ZIP_BEGINNING = [0x50, 0x4b, 0x03, 0x04] as const;
const OLE_BEGINNING = [0xd0, 0xcf, 0x11, 0xe0] as const;

/**
 * Reads somebody's table: a workbook, JSON, or text.
 *
 * @throws InputFault when it cannot be read
 */
async function openTable(path: string, overrides: Overrides): Promise<AuditFile> {
  refuseLarge(path);
  const [bytes, name] = [readNamed("TABLE", path), basename(path)];
  const about = { name, sha256: sha256(bytes) };
  if (beginsWith(bytes, ...ZIP_BEGINNING) || beginsWith(bytes, ...OLE_BEGINNING)) {
    const { readWorkbook } = await import("../../pipelines/tables/xlsx.ts");
    return worksheetTable(about, await readWorkbook(bytes, name), overrides);
  }
  if (beginsWith(bytes, 0xff, 0xfe)) return delimitedTable(about, bytes.toString("utf16le"), overrides);
  const isJson = /^\uFEFF?\s*[[{]/.test(bytes.toString("utf8", 0, 200));
  // A JSON text may be one long line.
  if (!isJson) surveyText(bytes, name);
  const { text } = await decodeText(bytes);
  return isJson ? jsonTable(about, text) : delimitedTable(about, text, overrides);
}

/** Opens a built release for the reader, each document verified by its hash. */
async function openBuilt(output: Output, release: IndexedRelease, withZips: boolean): Promise<OpenedRelease> {
  const documents = output.open(release);
  const document = documents.reader("reader");
  if (document === undefined) {
    const message = `release ${release.release} has no reader.json`;
    throw fault("release.not-built", { file: output.folder }, message, "Build the release again");
  }
  return await openRelease(document, withZips ? { zips: documents.reader("reader-zips") } : {});
}

/** The pairs of the built releases, each read when it is asked for. */
function pairsIn(output: Output, releases: readonly IndexedRelease[]): PairsOfRelease {
  return (name) => {
    const built = releases.find(({ release }) => release === name);
    return built === undefined ? [] : paidPairs(output.open(built));
  };
}

function placeGiven(output: Output, release: IndexedRelease, options: AuditArguments): string | undefined {
  refuseTwo(options, ["zip", "county", "locality"]);
  const { zip, county, locality } = options;
  if (locality?.toLowerCase() === "national") return "national";
  return localityIn([output.open(release)], { zip, county, locality });
}

async function audited(path: string, options: AuditArguments): Promise<Audited> {
  refuseTwo(options, ["release", "on"]);
  const overrides = overridesOf(options.map ?? []);
  const { setting, release, on, out } = options;
  const name =
    setting === undefined ? undefined : oneOf("--setting", ["a setting", "settings"], Object.keys(SETTINGS), setting);
  const fixed = { percent: percentIn(options.percent), tolerance: toleranceIn(options.tolerance) };
  const output = openOutput(out);
  const { built, day } = chooseRelease({ on, release }, output.releases, out);
  const file = await openTable(path, overrides);
  const place = placeGiven(output, built, options);
  const byDay = output.releases.toSorted(byFirstDay);
  const releases = await Promise.all(byDay.map((each) => openBuilt(output, each, each === built)));
  const reference = releases[byDay.indexOf(built)] as OpenedRelease;
  const registered = new RegisteredCodes();
  const isReleaseGiven = release !== undefined || on !== undefined;
  return audit(file, releases, reference, {
    overrides,
    isReleaseGiven,
    day,
    place,
    setting: name === undefined ? undefined : SETTINGS[name],
    pairsOf: pairsIn(output, byDay),
    lastRegistered: (code, before) => registered.lastWith(code, before),
    ...fixed,
  });
}

/**
 * Prints what is right and wrong in somebody's table.
 *
 * @returns the exit code: 1 when a figure differs
 */
export async function auditCommand(path: string, options: AuditArguments, terminal: Terminal): Promise<number> {
  const most = mostIn(options.most);
  const { document, problems } = await audited(path, options);
  if (document === undefined) {
    if (options.json === true) terminal.result(jsonText({ problems }));
    else terminal.note(problemLines(problems).join("\n"));
    return exitCodeOf(problems);
  }
  terminal.result(
    options.json === true ? jsonText(document) : auditLines(document, most, coloursFor(process.stdout)).join("\n"),
  );
  return document.counts.drift === 0 ? EXIT.done : EXIT.problems;
}

const EXAMPLES = helpEnd(
  [
    ["ratebook audit fees.csv --out out-local", "against the latest release there"],
    ["ratebook audit fees.csv --release 2026C --zip 94110 --setting office"],
    ['ratebook audit fees.xlsx --map "Our Fee=nonFacility,Proc=code" --percent 120'],
    ["ratebook audit fees.json --tolerance 0.01 --json", "each figure with its verdict, for a program"],
  ],
  "a figure of the table differs",
);

export function addAudit(program: Command): void {
  const command = program
    .command("audit")
    .helpGroup("Compare")
    .summary("your own table of fees against a release, row by row")
    .description(
      "Compares a table of fees or RVUs (csv, xlsx, JSON) with a built release: which figures are equal, which equal another release, setting, modifier, place or factor, and which are wrong.",
    )
    .argument("<table>", "csv, xlsx or JSON with codes and amounts; rows by code, or maps by code")
    .option("--release <id>", "release to compare with (default: the latest in the output folder)", releaseAsTyped)
    .option("--on <day>", "compare with the release in force on that day")
    .option(
      "--setting <setting>",
      "what an amount without a setting is: office, facility, hopd or asc (default: guess)",
    );
  declarePlace(command)
    .option("--percent <percent>", "the amounts are this percentage of Medicare's, such as 120")
    .option("--tolerance <dollars>", "difference that counts as equal, such as 0.01", "0")
    .option("--map <columns>", "columns by their headings: HEADING=field,HEADING=field", collect)
    .option("--most <rows>", "how many of the worst rows are shown", "15")
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print every figure as JSON: schemas/json/audit.schema.json")
    .addHelpText("after", EXAMPLES)
    .action(async (table: string, options: AuditArguments) => exitWith(await auditCommand(table, options, TERMINAL)));
}
