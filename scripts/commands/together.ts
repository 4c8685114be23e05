import type { Command } from "commander";
import { togetherIn } from "../../pipelines/answers/rate/together.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { addOnLines, editFigures, editLines, editsTable, unitsTable } from "../../pipelines/reports/views/ncci.ts";
import {
  combinationsTable,
  pairsTable,
  shownPairs,
  shownReasons,
  togetherFigures,
} from "../../pipelines/reports/views/together.ts";
import { standingOf } from "../../pipelines/sources/calendar.ts";
import { counted } from "../../pipelines/words/money-text.ts";
import { reasonLines } from "../../pipelines/words/reasons.ts";
import { daysInForce } from "../../pipelines/words/releases.ts";
import type { TogetherDocument } from "../../schemas/out/together.ts";
import { typedRow } from "../build/code-selection.ts";
import { ReadRows } from "../print/rate-cells.ts";
import { caveatLines, noteLines, wrapped } from "../print/running-text.ts";
import { type Colours, coloursFor, jsonText, TERMINAL, type Terminal } from "../print/terminal.ts";
import { tableLines } from "../print/view-lines.ts";
import { helpEnd } from "../program/help.ts";
import { refuseTwo, releaseAsTyped } from "../program/option-values.ts";
import { UsageError } from "../program/usage-error.ts";

interface TogetherArguments {
  readonly on?: string;
  readonly release?: string;
  readonly out: string;
  readonly json?: boolean;
}

function headLine({ hcpcs, other, release, title, window, coverage, day }: TogetherDocument, colours: Colours): string {
  const codes = other === null ? `What is paid with ${hcpcs}` : `${hcpcs} and ${other}`;
  const asked = day === null ? "" : `, day of service ${day}`;
  return `${colours.bold(`${codes} in ${release}`)}  ${title}, ${daysInForce(window, standingOf(release))} (${coverage})${asked}`;
}

/** What the table does not show: the answer for two codes that are no pair, or how many pairs of one code are left out. */
function restText(document: TogetherDocument): string[] {
  const { hcpcs, pairs, verdict, coverage } = document;
  if (verdict !== null) return [verdict];
  const rest = pairs.length - shownPairs(document).length;
  if (rest === 0 || coverage === "excerpt") return [];
  const none = rest === 1 ? "it does not qualify" : "none of them qualifies";
  return [`CMS evaluated ${counted(rest, "other pair")} with ${hcpcs} as the primary code; ${none}. See --json.`];
}

/** What NCCI edits say of the codes: relations, units, codes that are not paid beside each other. */
function editSections(document: TogetherDocument, rows: ReadRows, colours: Colours): [string, string[]][] {
  const { addOns, units, edits, other, editsOn } = document;
  const inForce = `NCCI edits in force on ${editsOn}`;
  const pairs = other === null ? editLines(document).flatMap((line) => wrapped(line, "", "  ")) : [];
  const ofTwo = other === null || edits.length === 0 ? [] : tableLines(editsTable(document, rows.all), colours);
  const modifiers = edits.find((each) => each.modifiers.length > 0)?.modifiers ?? [];
  const counting = modifiers.length === 0 ? [] : wrapped(`Modifiers that count: ${modifiers.join(", ")}.`, "", "  ");
  return [
    [
      `add-on codes, ${inForce}`,
      addOns.length === 0 ? [] : addOnLines(document).flatMap((line) => wrapped(line, "", "  ")),
    ],
    ["units for one patient", units.length === 0 ? [] : tableLines(unitsTable(document, rows.all), colours)],
    [`codes on one day, ${inForce}`, [...pairs, ...ofTwo, ...counting.map(colours.dim)]],
  ];
}

/** What is paid together as text: pairs, combination codes, the rows that they were read from. */
export function togetherLines(document: TogetherDocument, colours: Colours): string[] {
  const rows = new ReadRows([...togetherFigures(document), ...editFigures(document)]);
  const { combinations, missing } = document;
  const pairs = shownPairs(document);
  const section = (title: string, lines: readonly string[]): string[] =>
    lines.length === 0 ? [] : ["", colours.dim(title), ...lines];
  return [
    headLine(document, colours),
    ...(pairs.length === 0
      ? []
      : section("one claim of a hospital outpatient department", tableLines(pairsTable(document, rows.all), colours))),
    ...restText(document).flatMap((text) => wrapped(text, "", "")),
    ...(combinations.length === 0
      ? []
      : section(
          "ambulatory surgical center, one code for both",
          tableLines(combinationsTable(document, rows.all), colours),
        )),
    ...reasonLines(shownReasons(document))
      .flatMap((line) => wrapped(line, "", "  "))
      .map(colours.dim),
    ...editSections(document, rows, colours).flatMap(([title, lines]) =>
      lines.length === 0 ? [] : section(title, lines),
    ),
    ...(missing.length === 0
      ? []
      : section(
          "not known",
          noteLines(
            missing.map(({ what, message }) => `${what}: ${message}.`),
            colours,
          ),
        )),
    ...section("read from", rows.lines(colours)),
    ...section("caveats", caveatLines(document.caveats, colours)),
  ];
}

function codeWithoutModifier(text: string): string {
  const { hcpcs, modifier } = typedRow(text, undefined);
  if (modifier === undefined || modifier === "") return hcpcs;
  throw new UsageError(`together answers for codes without modifiers: write ${hcpcs} instead of ${text}`);
}

/** What the options ask about one code or two. */
export function togetherAsked(codes: readonly [string, string | undefined], options: Omit<TogetherArguments, "json">) {
  refuseTwo(options, ["on", "release"]);
  const [code, second] = codes;
  const hcpcs = codeWithoutModifier(code);
  const other = second === undefined ? undefined : codeWithoutModifier(second);
  const { out, on, release } = options;
  return togetherIn(openOutput(out), out, { hcpcs, other, on, release });
}

export function togetherCommand(
  code: string,
  other: string | undefined,
  options: TogetherArguments,
  terminal: Terminal,
): void {
  const document = togetherAsked([code, other], options);
  if (options.json === true) terminal.result(jsonText(document));
  else terminal.result(togetherLines(document, coloursFor(process.stdout)).join("\n"));
}

const EXAMPLES = helpEnd([
  ["ratebook together 22511", "pairs that a hospital is paid more for, and the ASC's codes for them"],
  ["ratebook together 22514 22515 --release 2025A", "two codes on one claim"],
  ["ratebook together 22511 22512 --on 2026-02-14 --json"],
]);

export function addTogether(program: Command): void {
  program
    .command("together")
    .helpGroup("Look up")
    .summary("what is paid for two codes on one claim")
    .description("Prints what is paid together with a code, or for two codes on one claim, from a built release.")
    .argument("<code>", "HCPCS code")
    .argument("[other]", "another code on the same claim")
    .option("--on <day>", "day of service: reads only the release in force on that day")
    .option(
      "--release <id>",
      "release by CMS's letter, such as 2025A (default: the latest in the output folder)",
      releaseAsTyped,
    )
    .option("--out <folder>", "output folder to read", "out")
    .option("--json", "print the answer as JSON: schemas/json/together.schema.json")
    .addHelpText("after", EXAMPLES)
    .action((code: string, other: string | undefined, options: TogetherArguments) =>
      togetherCommand(code, other, options, TERMINAL),
    );
}
