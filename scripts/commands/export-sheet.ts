import { extname } from "node:path";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import type { WantedPlace } from "../../pipelines/answers/rate/place.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { readerBytes } from "../../pipelines/documents/reader-document.ts";
import {
  type RateSheet,
  rateSheet,
  reasonCounts,
  type SheetColumn,
  sheetRows,
} from "../../pipelines/exports/rate-sheet.ts";
import type { SheetAsked } from "../../pipelines/exports/sheet-columns.ts";
import { SHEET_COLUMNS, sheetFigures } from "../../pipelines/exports/sheet-figures.ts";
import { Problems } from "../../pipelines/problems/problems.ts";
import { type OpenedRelease, openRelease } from "../../pipelines/read/index.ts";
import { counted, countText } from "../../pipelines/words/money-text.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import { chooseCodes, parseCodes } from "../build/code-selection.ts";
import { namedFile, writingWhole } from "../out/whole-file.ts";
import { jsonText, type Terminal } from "../print/terminal.ts";
import { MADE_BY } from "../program/made-by.ts";
import { oneOf, refuseTwo } from "../program/option-values.ts";
import { localityIn } from "../program/place-options.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `export` that are for a rate sheet only. */
export interface SheetArguments extends WantedPlace {
  readonly codes?: string;
  readonly shape?: readonly string[];
  readonly on?: string;
  readonly setting?: string;
  readonly track?: string;
}

/** Options that a rate sheet shares with tables. */
export interface SharedArguments {
  readonly out: string;
  readonly to: string;
  readonly release?: readonly string[];
  readonly tables?: readonly string[];
  readonly format?: string;
  readonly overwrite?: boolean;
  readonly json?: boolean;
}

/** What practice management systems import. */
export const DEFAULT_SHAPE = "code=CPT,modifier=Modifier,fee=Fee";

export const SHEET_FORMATS = ["csv", "xlsx", "parquet", "json"] as const;
type SheetFormat = (typeof SHEET_FORMATS)[number];

const ONLY_SHEETS = ["shape", "on", "zip", "county", "locality", "setting", "track"] as const;

/** Refuses options of a rate sheet for tables. */
export function refuseSheetOptions(options: SheetArguments): void {
  const given = ONLY_SHEETS.find((name) => options[name] !== undefined);
  if (given === undefined) return;
  throw new UsageError(`--${given} is for a rate sheet; choose its codes as well, such as --codes all`);
}

function columnOf(text: string): SheetColumn {
  const [, typed = "", heading = typed] = /^([^=]*)(?:=(.*))?$/s.exec(text) ?? [];
  if (/desc/i.test(typed))
    throw new UsageError(`--shape: "${typed}": descriptors belong to the AMA and the ADA, and ratebook has none`);
  const name = oneOf("--shape", ["a column", "columns"], SHEET_COLUMNS, typed);
  if (/[A-Za-z]/.test(heading) && !/\p{Cc}/u.test(heading)) return { name, heading };
  throw new UsageError(`--shape: "${heading}" is not a heading for ${name}; a heading has a letter: ${name}=Fee`);
}

function columnsOf(shape: readonly string[]): SheetColumn[] {
  const columns = shape.map((text) => columnOf(text.trim()));
  const headings = columns.map(({ heading }) => heading);
  const twice = headings.find((heading, at) => headings.indexOf(heading) < at);
  if (twice !== undefined) throw new UsageError(`--shape: two columns have the heading "${twice}"`);
  return columns;
}

/** The format by name, or by the ending of the file. */
function formatOf({ format, to }: SharedArguments): SheetFormat {
  const isNamed = format !== undefined;
  const text = isNamed ? format : extname(to).slice(1).toLowerCase();
  const known = SHEET_FORMATS.find((each) => each === text);
  if (known !== undefined || isNamed) return oneOf("--format", ["a format", "formats"], SHEET_FORMATS, text);
  throw new UsageError(`--to: ${to} does not end with .${SHEET_FORMATS.join(", .")}; name the format with --format`);
}

function releaseOf({ release }: SharedArguments): string | undefined {
  if ((release?.length ?? 0) > 1) throw new UsageError("a rate sheet is of one release; give one --release");
  return release?.[0];
}

function chosenCodes(argument: string, release: OpenedRelease): readonly string[] {
  if (argument.toLowerCase() === "all") return release.codes;
  const problems = new Problems();
  const codes = chooseCodes(parseCodes(argument))(release.codes, problems);
  problems.refuse();
  return codes;
}

function askedOf(options: SheetArguments, release: OpenedRelease, locality: string | undefined): SheetAsked {
  const { setting = "office", track } = options;
  return {
    locality: locality ?? "national",
    setting: oneOf("--setting", ["a setting", "settings"], RATE_SETTINGS, setting),
    track: track === undefined ? undefined : oneOf("--track", ["a track", "tracks"], release.tracks, track),
  };
}

/** A total adds what a hospital is paid to what a physician is paid, nationally. */
function refuseTotal(columns: readonly SheetColumn[], { setting, locality }: SheetAsked): void {
  if (!columns.some(({ name }) => name === "total")) return;
  if (setting === "office") throw new UsageError("--shape: total needs --setting hopd or asc; an office has one payee");
  if (locality !== "national")
    throw new UsageError("--shape: total has a national rate in it, so it is given without a place only");
}

async function bytesOf(sheet: RateSheet, format: SheetFormat, name: string): Promise<Uint8Array> {
  const { shape, batch } = sheet;
  if (format === "xlsx") {
    const { workbookOf } = await import("../../pipelines/exports/workbook.ts");
    return workbookOf(shape, batch, { sheet: name, createdBy: MADE_BY });
  }
  if (format === "parquet") {
    const { parquetOf } = await import("../../pipelines/exports/parquet.ts");
    return Buffer.concat([...parquetOf(shape, [batch], MADE_BY)]);
  }
  if (format === "json") {
    const { sheetJson } = await import("../../pipelines/exports/sheet-json.ts");
    return Buffer.from(sheetJson(shape, batch));
  }
  const { csvOf, PLAIN_LINES } = await import("../../pipelines/exports/csv.ts");
  return Buffer.concat([...csvOf(shape, [batch], PLAIN_LINES)]);
}

/** What takes the bytes: the named file, or standard output for `-`. */
function writerFor(
  to: string,
  format: SheetFormat,
  overwrite: boolean | undefined,
  terminal: Terminal,
): (bytes: Uint8Array) => void {
  if (to !== "-") {
    const target = namedFile("--to", to, overwrite);
    return (bytes) => writingWhole(target, (write) => write(bytes));
  }
  if (format === "csv" || format === "json")
    return (bytes) => terminal.result(Buffer.from(bytes).toString("utf8").trimEnd());
  throw new UsageError(`--to: - takes csv and json; ${format} is not text`);
}

function summary(sheet: RateSheet, { release, coverage }: OpenedRelease, { setting, locality }: SheetAsked): string[] {
  const { rows, withoutAmount, keepsAll } = sheet;
  const without = [...withoutAmount.values()].reduce((sum, count) => sum + count, 0);
  const are = keepsAll ? "of these without an amount" : "without an amount left out (the column reason keeps them)";
  return [
    `${counted(rows, "row")} of ${release}, ${setting}, ${locality}${coverage === "whole" ? "" : ` (${coverage})`}`,
    ...(without === 0 ? [] : [`${countText(without)} ${are}: ${reasonCounts(withoutAmount)}`]),
  ];
}

/** Writes the amounts of some codes at one place as one file. */
export async function exportSheet(
  options: SharedArguments & SheetArguments & { readonly codes: string },
  terminal: Terminal,
): Promise<void> {
  const { tables, to, on, shape = DEFAULT_SHAPE.split(","), overwrite, json } = options;
  if (tables !== undefined) throw new UsageError("give only one of --codes and --tables: --codes writes a rate sheet");
  const [columns, format, id] = [columnsOf(shape), formatOf(options), releaseOf(options)];
  refuseTwo({ on, release: id }, ["on", "release"]);
  const write = writerFor(to, format, overwrite, terminal);
  const output = openOutput(options.out);
  const chosen = chooseRelease({ on, release: id }, output.releases, options.out);
  const documents = output.open(chosen.built);
  const release = await openRelease(JSON.parse(Buffer.from(readerBytes(documents)).toString("utf8")));
  const asked = askedOf(options, release, localityIn([documents], options));
  refuseTotal(columns, asked);
  const ofCodes = sheetRows(release, chosenCodes(options.codes, release));
  const sheet = rateSheet({ release, asked, rows: ofCodes, columns, figures: sheetFigures(documents) });
  const bytes = await bytesOf(sheet, format, release.release);
  write(bytes);
  const { rows, withoutAmount } = sheet;
  const about = { to, format, release: release.release, ...asked, track: asked.track ?? release.tracks[0] ?? null };
  const counts = { rows, withoutAmount: Object.fromEntries(withoutAmount) };
  if (json === true && to !== "-") terminal.result(jsonText({ ...about, ...counts }));
  else for (const line of summary(sheet, release, asked)) terminal.note(line);
  if (chosen.replacedBy !== null)
    terminal.note(`CMS replaced ${release.release} with ${chosen.replacedBy}: these rates are not in force`);
}
