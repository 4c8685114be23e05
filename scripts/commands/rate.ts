import { chooseRelease } from "../../pipelines/answers/rate/choose-release.ts";
import { rateOf } from "../../pipelines/answers/rate/rate.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { rateLegend, ratesTable } from "../../pipelines/reports/views/rate.ts";
import { RATE_SETTINGS } from "../../schemas/names.ts";
import type { RateDocument, RateSettingName } from "../../schemas/out/rate.ts";
import { codeOf } from "../build/code-selection.ts";
import { ReadRows } from "../print/rate-cells.ts";
import { caveatLines, noteLines, wrapped } from "../print/running-text.ts";
import { type Colours, coloursFor, jsonText, type Terminal } from "../print/terminal.ts";
import { tableLines } from "../print/view-lines.ts";
import { UsageError } from "../program/usage-error.ts";

/** Options of `ratebook rate` as commander hands them over. */
export interface RateArguments {
  readonly on?: string;
  readonly release?: string;
  readonly modifier?: string;
  readonly locality?: string;
  readonly zip?: string;
  readonly county?: string;
  readonly cbsa?: string;
  readonly setting?: string;
  readonly out: string;
  readonly json?: boolean;
}

/** Names that `--setting` takes, for the help text. */
export const SETTING_NAMES = RATE_SETTINGS.join(", ");

/** At most one of these says where, and one when. */
function refuseTwo(options: RateArguments, names: readonly (keyof RateArguments)[]): void {
  const given = names.filter((name) => options[name] !== undefined).map((name) => `--${name}`);
  if (given.length > 1) throw new UsageError(`${given.join(" and ")} could contradict each other; give one of them`);
}

function settingsOf(text: string | undefined): RateSettingName[] {
  const settings = RATE_SETTINGS.filter((setting) => text === undefined || setting === text);
  if (settings.length > 0) return settings;
  throw new UsageError(`--setting: "${text}" is no setting; settings are ${SETTING_NAMES}`);
}

function factorLines({ conversionFactor: factor, qualifyingApm }: RateDocument): string[] {
  if (factor === null) return [];
  const track = factor.track === null ? "" : `, ${factor.track}`;
  const other =
    qualifyingApm === null ? "" : `; ${qualifyingApm.conversionFactor.value}, qualifying-apm (${qualifyingApm.basis})`;
  return [`conversion factor ${factor.value}${track}${other}`];
}

function headLines(document: RateDocument, colours: Colours): string[] {
  const { hcpcs, release, title, window, day, coverage, place, wageIndex, replacedBy } = document;
  const asked = day === null ? "" : `, asked for ${day}`;
  const where = place === null ? "national: all GPCIs 1" : `${place.name} (${place.locality}), by ${place.foundBy}`;
  return [
    `${colours.bold(`${hcpcs} in ${release}`)}  ${title}, in force ${window.from} to ${window.to} (${coverage})${asked}`,
    where,
    ...factorLines(document),
    ...(wageIndex === null ? [] : [`CBSA ${wageIndex.cbsa} ${wageIndex.name}: wage index ${wageIndex.wageIndex}`]),
    ...(replacedBy === null
      ? []
      : [colours.red(`CMS replaced ${release} by ${replacedBy} for the same days: these are not the rates in force`)]),
  ];
}

function ruleLines({ rules }: RateDocument, colours: Colours): string[] {
  const used = Object.entries(rules).flatMap(([id, { formula, cites }]) => [
    ...wrapped(formula, `  ${colours.cyan(id)}: `, "    "),
    ...cites.map(({ title }) => colours.dim(`    ${title}`)),
  ]);
  return used.length === 0 ? [] : [colours.dim("rules"), ...used, ""];
}

/** A rate as a person reads it: amounts, the cells and rules behind them, what to beware of. */
function rateLines(document: RateDocument, colours: Colours): string[] {
  const rows = new ReadRows(document);
  return [
    ...headLines(document, colours),
    "",
    ...tableLines(ratesTable(document, rows.numbers), colours),
    ...rateLegend(document).map(colours.dim),
    "",
    colours.dim("read from"),
    ...rows.lines(colours),
    "",
    ...ruleLines(document, colours),
    colours.dim("beware"),
    ...noteLines(document.notes, colours),
    ...caveatLines(document.caveats, colours),
  ];
}

/**
 * Prints what Medicare pays for a code on a day or in a release, nationally or at a place.
 *
 * @param code HCPCS code, in capitals or not
 */
export function rate(code: string, options: RateArguments, terminal: Terminal): void {
  refuseTwo(options, ["on", "release"]);
  refuseTwo(options, ["locality", "zip", "county"]);
  const hcpcs = codeOf(code);
  const settings = settingsOf(options.setting);
  const output = openOutput(options.out);
  const chosen = chooseRelease(options, output.releases, options.out);
  const { modifier, locality, zip, county, cbsa } = options;
  const document = rateOf(output.open(chosen.built), chosen, {
    hcpcs,
    modifier,
    locality,
    zip,
    county,
    cbsa,
    settings,
  });
  if (options.json === true) terminal.result(jsonText(document));
  else terminal.result(rateLines(document, coloursFor(process.stdout)).join("\n"));
}
