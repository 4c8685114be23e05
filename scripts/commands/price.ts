import type { Command } from "commander";
import { claimLines, MalformedClaim } from "../../pipelines/answers/price/claim-lines.ts";
import { priceIn } from "../../pipelines/answers/price/price.ts";
import { findPlace } from "../../pipelines/answers/rate/find-place.ts";
import type { WantedPlace } from "../../pipelines/answers/rate/place.ts";
import type { BuiltDocuments } from "../../pipelines/documents/built-documents.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { claimEditLines, lineName, priceFigures, priceTable, whyLines } from "../../pipelines/reports/views/price.ts";
import { standingOf } from "../../pipelines/sources/calendar.ts";
import { reasonLines } from "../../pipelines/words/reasons.ts";
import { daysInForce } from "../../pipelines/words/releases.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import type { ClaimLine, PriceDocument, PriceSetting } from "../../schemas/out/price.ts";
import { ReadRows } from "../print/rate-cells.ts";
import { caveatLines, noteLines, readLines, usedRuleLines, wrapped } from "../print/running-text.ts";
import { type Colours, coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { tableLines } from "../print/view-lines.ts";
import { helpEnd } from "../program/help.ts";
import { refuseTwo, releaseAsTyped, wantedSettings } from "../program/option-values.ts";
import { declarePlace, wantedPlace } from "../program/place-options.ts";
import { UsageError } from "../program/usage-error.ts";

interface PriceArguments extends WantedPlace {
  readonly on?: string;
  readonly release?: string;
  readonly setting?: string;
  readonly out: string;
  readonly json?: boolean;
}

function headLines({ lines, release, title, window, coverage, day, place }: PriceDocument, colours: Colours): string[] {
  const asked = day === null ? "" : `, day of service ${day}`;
  const where = place === null ? "" : `; physician in ${place.name} (${place.locality}), by ${place.foundBy}`;
  return [
    `${colours.bold(`One claim in ${release}: ${lines.map(lineName).join(", ")}`)}`,
    `${title}, ${daysInForce(window, standingOf(release))} (${coverage})${asked}`,
    `national rates of facilities${place === null ? ", national amounts of the physician: all GPCIs 1" : where}`,
  ];
}

function settingLines(setting: PriceSetting, rows: ReadRows, colours: Colours): string[] {
  const block = priceTable(setting, rows.all);
  return [
    "",
    colours.dim(block.caption),
    ...tableLines(block, colours),
    ...whyLines(setting).flatMap((line) => wrapped(line, "", "  ")),
  ];
}

/** The price of a claim as text: each setting, edits, what is not considered, cells, rules, caveats. */
export function priceLines(document: PriceDocument, colours: Colours): string[] {
  const rows = new ReadRows([...priceFigures(document), ...document.edits]);
  const edits = claimEditLines(document).flatMap((line) => wrapped(line, "", "  "));
  const left = document.notConsidered.map(({ what, why }) => `${what}: ${why}.`);
  return [
    ...headLines(document, colours),
    ...document.settings.flatMap((setting) => settingLines(setting, rows, colours)),
    ...reasonLines(document.reasons)
      .flatMap((line) => wrapped(line, "", "  "))
      .map(colours.dim),
    ...(edits.length === 0 ? [] : ["", colours.dim("NCCI edits"), ...edits]),
    "",
    colours.dim("not considered"),
    ...noteLines(left, colours),
    "",
    ...readLines(rows.lines(colours), colours),
    ...usedRuleLines(document.rules, colours),
    colours.dim("caveats"),
    ...noteLines(document.notes, colours),
    ...caveatLines(document.caveats, colours),
  ];
}

function typedLines(texts: readonly string[]): ClaimLine[] {
  try {
    return claimLines(texts);
  } catch (error) {
    throw error instanceof MalformedClaim ? new UsageError(error.message) : error;
  }
}

/** What the options ask about the lines of a claim. */
export function priceAsked(texts: readonly string[], options: Omit<PriceArguments, "json">): PriceDocument {
  refuseTwo(options, ["on", "release"]);
  const { out, on, release } = options;
  const [lines, settings, place] = [typedLines(texts), wantedSettings(options.setting), wantedPlace(options)];
  const placeIn = (documents: BuiltDocuments) => findPlace(documents, place);
  return priceIn(openOutput(out), out, { lines, settings, placeIn, on, release });
}

function price(texts: readonly string[], options: PriceArguments, terminal: Terminal): void {
  const document = priceAsked(texts, options);
  if (options.json === true) terminal.result(jsonText(document));
  else terminal.result(priceLines(document, coloursFor(process.stdout)).join("\n"));
}

const EXAMPLES = helpEnd([
  ["ratebook price 22511 22512 --setting hopd", "two levels on one day, in a hospital"],
  ["ratebook price 22514,22515x2 --on 2025-02-01 --out out-local"],
  ["ratebook price 22511-50 77012-26 --locality 0111205", "modifiers; the physician at a place"],
]);

export function addPrice(program: Command): void {
  const command = program
    .command("price")
    .helpGroup("Look up")
    .summary("what Medicare pays for the lines of one claim")
    .description(
      "Prints what Medicare pays for the lines of one claim: one patient, one day, one physician, one facility.",
    )
    .argument("<line...>", "HCPCS code with its modifiers and its units: 22511, 22511-50, 22512x2")
    .option("--on <day>", "day of service: reads only the release in force on that day")
    .option(
      "--release <id>",
      "release by CMS's letter, such as 2025A (default: the latest in the output folder)",
      releaseAsTyped,
    )
    .option("--setting <setting>", `only one of ${RATE_SETTINGS.join(", ")}`);
  declarePlace(command)
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the answer as JSON: schemas/json/price.schema.json")
    .addHelpText("after", EXAMPLES)
    .action((lines: string[], options: PriceArguments) => price(lines, options, TERMINAL));
}
