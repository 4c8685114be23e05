import type { Command } from "commander";
import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { orOtherReleases } from "../../pipelines/answers/rate/other-releases.ts";
import type { WantedPlace } from "../../pipelines/answers/rate/place.ts";
import { rateOf } from "../../pipelines/answers/rate/rate.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import {
  anesthesiaLines,
  modifierMeanings,
  modifiersTable,
  modifierText,
  othersLeftOut,
  rateLegend,
  ratesTable,
  statusText,
} from "../../pipelines/reports/views/rate.ts";
import { standingOf } from "../../pipelines/sources/calendar.ts";
import { daysInForce } from "../../pipelines/words/releases.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import type { RateDocument } from "../../schemas/out/rate.ts";
import { typedRow } from "../build/code-selection.ts";
import { ReadRows } from "../print/rate-cells.ts";
import { caveatLines, noteLines, readLines, usedRuleLines, wrapped } from "../print/running-text.ts";
import { type Colours, coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { tableLines } from "../print/view-lines.ts";
import { helpEnd } from "../program/help.ts";
import { inCapitals, refuseTwo, releaseAsTyped, wantedSettings } from "../program/option-values.ts";
import { declarePlace, wantedPlace } from "../program/place-options.ts";
import { UsageError } from "../program/usage-error.ts";

/** Two days: longer anesthesia is a mistyped number. */
export const MOST_MINUTES = 2880;

export interface RateArguments extends WantedPlace {
  readonly on?: string;
  readonly release?: string;
  readonly modifier?: string;
  readonly modifiers?: boolean;
  readonly cbsa?: string;
  readonly minutes?: number;
  readonly setting?: string;
  readonly out: string;
  readonly json?: boolean;
}

function factorLines({ conversionFactor: factor, qualifyingApm, anesthesia }: RateDocument, rows: ReadRows): string[] {
  if (anesthesia !== undefined) return anesthesiaLines(anesthesia, rows.numbers);
  if (factor === null) return [];
  const track = factor.track === null ? "" : `, ${factor.track}`;
  const other =
    qualifyingApm === null ? "" : `; ${qualifyingApm.conversionFactor.value}, qualifying-apm (${qualifyingApm.basis})`;
  return [`conversion factor ${factor.value}${track}${other}`];
}

function headLines(document: RateDocument, rows: ReadRows, colours: Colours): string[] {
  const { hcpcs, release, title, window, day, coverage, place, wageIndex, replacedBy } = document;
  const asked = day === null ? "" : `, day of service ${day}`;
  const where = place === null ? "national: all GPCIs 1" : `${place.name} (${place.locality}), by ${place.foundBy}`;
  return [
    `${colours.bold(`${hcpcs} in ${release}`)}  ${title}, ${daysInForce(window, standingOf(release))} (${coverage})${asked}`,
    where,
    ...factorLines(document, rows),
    ...(wageIndex === null ? [] : [`CBSA ${wageIndex.cbsa} ${wageIndex.name}: wage index ${wageIndex.wageIndex}`]),
    ...(replacedBy === null
      ? []
      : [colours.red(`CMS replaced ${release} with ${replacedBy} for the same days: these rates are not in force`)]),
  ];
}

function modifierLines(document: RateDocument, colours: Colours): string[] {
  if (document.modifiers === undefined) return [];
  const meanings = modifierMeanings(document).flatMap((line) => wrapped(line, "", "  "));
  return [colours.dim("modifiers"), ...tableLines(modifiersTable(document), colours), ...meanings, ""];
}

/** A rate as text: amounts, their cells and rules, caveats. */
export function rateLines(document: RateDocument, colours: Colours): string[] {
  const rows = ReadRows.of(document);
  const ruled = modifierText(document, rows.numbers);
  const status = statusText(document, rows.numbers);
  return [
    ...headLines(document, rows, colours),
    ...(ruled === undefined ? [] : wrapped(ruled, "", "  ")),
    "",
    ...tableLines(ratesTable(document, rows.numbers), colours),
    ...[...othersLeftOut(document), ...rateLegend(document), ...(status === undefined ? [] : [status])]
      .flatMap((line) => wrapped(line, "", "  "))
      .map(colours.dim),
    "",
    ...modifierLines(document, colours),
    ...readLines(rows.lines(colours), colours),
    ...usedRuleLines(document.rules, colours),
    colours.dim("caveats"),
    ...noteLines(document.notes, colours),
    ...caveatLines(document.caveats, colours),
  ];
}

/** Whole minutes; throws UsageError for anything else. */
function minutesOf(text: string): number {
  const minutes = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (minutes >= 1 && minutes <= MOST_MINUTES) return minutes;
  throw new UsageError(`--minutes: "${text}" is not a number of whole minutes from 1 to ${MOST_MINUTES} (two days)`);
}

/** What the options ask about a code. */
export function rateAsked(code: string, options: Omit<RateArguments, "json">): RateDocument {
  refuseTwo(options, ["on", "release"]);
  const place = wantedPlace(options);
  const { hcpcs, modifier } = typedRow(code, options.modifier);
  const settings = wantedSettings(options.setting);
  const output = openOutput(options.out);
  const chosen = chooseRelease(options, output.releases, options.out);
  const { cbsa, minutes, modifiers } = options;
  const wanted = { hcpcs, modifier, ...place, cbsa, minutes, settings, modifiers };
  const document = orOtherReleases(output, chosen.built, () => rateOf(output.open(chosen.built), chosen, wanted));
  if (minutes !== undefined && document.anesthesia === undefined)
    throw new UsageError(`--minutes is for anesthesia only, and ${hcpcs} is not an anesthesia code: leave it out`);
  return document;
}

export function rate(code: string, options: RateArguments, terminal: Terminal): void {
  const document = rateAsked(code, options);
  if (options.json === true) terminal.result(jsonText(document));
  else terminal.result(rateLines(document, coloursFor(process.stdout)).join("\n"));
}

const EXAMPLES = helpEnd([
  ["ratebook rate 22511", "in every setting, national, from the latest release"],
  ["ratebook rate 22511 --on 2026-02-14 --locality 0111205"],
  ["ratebook rate 77012 --modifier 26 --setting hopd"],
  ["ratebook rate 22511-54", "what is paid with a modifier that has no row, and by which rule"],
  ["ratebook rate 22511 --modifiers", "what each modifier does to the amount"],
  ["ratebook rate 00100 --minutes 50 --locality 0111205 --out out-local", "anesthesia"],
  ["ratebook rate 22511 --zip 94110 --cbsa 41884 --out out-local"],
]);

export function addRate(program: Command): void {
  const command = program
    .command("rate")
    .helpGroup("Look up")
    .summary("what Medicare pays for a code, national or by locality")
    .description("Prints what Medicare pays for a code, from a built release.")
    .argument("<code>", "HCPCS code, or code and modifier: 77012-26")
    .option("--on <day>", "day of service: reads only the release in force on that day")
    .option(
      "--release <id>",
      "release by CMS's letter, such as 2025A (default: the latest in the output folder)",
      releaseAsTyped,
    )
    .option(
      "--modifier <modifier>",
      "modifier: of a row (26, TC, 53), or one that a rule answers for (50, 54, 62, 78, 80, ...)",
      inCapitals,
    )
    .option("--modifiers", "also what each modifier does to the amount")
    .option(
      "--minutes <minutes>",
      "minutes of anesthesia: what is paid for them to one who performs it alone, where base units were read",
      minutesOf,
    )
    .option("--setting <setting>", `only one of ${RATE_SETTINGS.join(", ")}`);
  declarePlace(command)
    .option("--cbsa <cbsa>", "adjust the hospital's and the ASC's rates by the wage index of this CBSA, such as 41884")
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the rate as JSON: schemas/json/rate.schema.json")
    .addHelpText("after", EXAMPLES)
    .action((code: string, options: RateArguments) => rate(code, options, TERMINAL));
}
