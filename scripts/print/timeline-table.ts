import { causesText, signedText } from "../../pipelines/pages/change-words.ts";
import { rowName } from "../../pipelines/pages/row-name.ts";
import {
  AMOUNT_FIELDS,
  type AmountField,
  amountText,
  besideIn,
  COMPARED,
  GENERAL,
  type ShownChange,
  shownChanges,
} from "../../pipelines/pages/timeline-words.ts";
import { dollars } from "../../pipelines/shared/money-text.ts";
import { physicianDollars } from "../../pipelines/shared/na-mark.ts";
import type { TimelineDocument, TimelinePoint, TimelineRvus } from "../../schemas/out/timeline.ts";
import { type Align, textTable } from "./columns.ts";
import type { Colours } from "./terminal.ts";
import {
  amountNotes,
  fileLines,
  folded,
  MARKS,
  notBuiltLines,
  Reasons,
  ruleLines,
  unitNotes,
} from "./timeline-notes.ts";

/** A column: its heading in two lines, and how its cells stand. */
type Column = readonly [above: string, below: string, align: Align];

const NAMES: Readonly<Record<AmountField, readonly [string, string]>> = {
  office: ["physician", "in office"],
  facility: ["physician", "in facility"],
  hopd: ["hospital", "outpatient"],
  ascRate: ["surgical", "center"],
};
const RELEASE: readonly Column[] = [["", "release", "left"]];

function table(columns: readonly Column[], rows: readonly (readonly string[])[], colours: Colours): string[] {
  const headings = ([0, 1] as const).map((line) => columns.map((column) => colours.dim(column[line])));
  return textTable(
    [...headings, ...rows],
    columns.map(([, , align]) => align),
  );
}

function releaseText({ release, standing }: TimelinePoint, colours: Colours): string {
  const name = `${release}${MARKS[standing]}`;
  return standing === "in-force" ? colours.bold(name) : colours.dim(name);
}

function amountCell(point: TimelinePoint, field: AmountField, reasons: Reasons): string {
  const { [field]: figure } = point;
  const text = amountText(figure);
  if (text === undefined) return reasons.mark(figure.reason ?? "");
  return "conditional" in figure ? `unless ${text}` : text;
}

function amountsTable({ points }: TimelineDocument, reasons: Reasons, colours: Colours): string[] {
  const amounts = AMOUNT_FIELDS.map((field): Column => [...NAMES[field], "right"]);
  const rows = points.map((point) => [
    releaseText(point, colours),
    point.window.from,
    ...AMOUNT_FIELDS.map((field) => amountCell(point, field, reasons)),
  ]);
  return table([...RELEASE, ["", "from", "left"], ...amounts], rows, colours);
}

/** Amounts that stand beside the physician's, in the words of `ratebook rate`. */
const BESIDE = [
  ["office", "qualifyingApm", "qualifying APM"],
  ["facility", "qualifyingApm", "qualifying APM"],
  ["office", "oppsCap", "OPPS cap"],
  ["office", "payable", "payable"],
  ["facility", "oppsCap", "OPPS cap"],
  ["facility", "payable", "payable"],
] as const;

function besideCell(point: TimelinePoint, [setting, kind]: (typeof BESIDE)[number], reasons: Reasons): string {
  const { [setting]: figure } = point;
  const { [kind]: amount } = figure;
  if (amount === undefined) return "";
  if ("reason" in amount) return reasons.mark(amount.reason);
  return physicianDollars(amount.amount, figure.na === true);
}

/** The other track's amounts since 2026, and the OPPS cap on imaging; nothing where no release has any. */
function besideTable({ points }: TimelineDocument, reasons: Reasons, colours: Colours): string[] {
  const { used, told } = besideIn(points, BESIDE);
  if (told.length === 0) return [];
  const columns = used.map(([setting, , heading]): Column => [heading, NAMES[setting][1], "right"]);
  const rows = told.map((point) => [
    releaseText(point, colours),
    ...used.map((each) => besideCell(point, each, reasons)),
  ]);
  return [...table([...RELEASE, ...columns], rows, colours), ""];
}

/** Columns of the relative value file that the second table shows. */
const UNITS = [
  ["workRvu", "work", "RVU"],
  ["nonFacilityPeRvu", "PE RVU", "in office"],
  ["facilityPeRvu", "PE RVU", "in facility"],
  ["mpRvu", "MP", "RVU"],
  ["nonFacilityTotal", "total", "in office"],
  ["facilityTotal", "total", "in facility"],
] as const;

function letters({ opps, asc }: TimelinePoint, row: TimelineRvus | undefined): string {
  return [row?.status, opps?.statusIndicator, asc?.paymentIndicator].map((letter) => letter || "-").join(" ");
}

/** Units, factors and letters: a line for each row that an amount comes from. */
function unitsTable({ points }: TimelineDocument, reasons: Reasons, colours: Colours): string[] {
  const all = points.flatMap((point) =>
    (point.rvus.length === 0 ? [undefined] : point.rvus).map((row) => [point, row] as const),
  );
  const hasModifiers = all.some(([, row]) => row !== undefined && row.modifier !== "");
  const columns: Column[] = [
    ...RELEASE,
    ...(hasModifiers ? [["", "mod", "left"] as const] : []),
    ...UNITS.map(([, above, below]): Column => [above, below, "right"]),
    ["", "factor", "right"],
    ["", "letters", "left"],
  ];
  const rows = all.map(([point, row]) => {
    const why = row === undefined ? reasons.mark(point.office.reason ?? "not-in-fee-schedule") : "";
    return [
      releaseText(point, colours),
      ...(hasModifiers ? [row?.modifier ?? ""] : []),
      ...UNITS.map(([field]) => row?.[field] ?? why),
      point.conversionFactor?.value ?? reasons.mark("source-missing"),
      letters(point, row),
    ];
  });
  return table(columns, rows, colours);
}

/** "$7,250.50", "no amount". */
function sideText(text: string | null): string {
  return text === null ? "no amount" : dollars(text);
}

/** "  physician in office NA -$33.46 (-3.89 %) since 2022A: PE RVU -6.16, ..." */
function changeLines({ field, change, isNaAfter }: ShownChange): string[] {
  const words = `${NAMES[field].join(" ")}${isNaAfter ? " NA" : ""}`;
  const causes = causesText(change);
  const told =
    change.change === null
      ? `${sideText(change.from)} to ${sideText(change.to)} since ${change.since}`
      : `${signedText(change.change, dollars)} (${change.percent ?? "-"} %) since ${change.since}${causes === "" ? "" : `: ${causes}`}`;
  return folded(told, `  ${words} `).map((line, at) => (at === 0 ? line : `    ${line}`));
}

function changesOf(document: TimelineDocument, colours: Colours): string[] {
  const changes = shownChanges(document);
  const releases = [...new Set(changes.map(({ release }) => release))];
  const told = releases.flatMap((release) => [
    colours.bold(release),
    ...changes.filter((each) => each.release === release).flatMap(changeLines),
  ]);
  return told.length === 0 ? [] : [...folded(`${COMPARED} Causes are in dollars.`).map(colours.dim), ...told];
}

/** One code over all releases as a person reads it: tables that fit a terminal, their files, what moved each amount. */
export function timelineLines(document: TimelineDocument, colours: Colours): string[] {
  const { modifier, locality, points } = document;
  const where = locality === null ? "national: all GPCIs 1" : `${locality.name} (${locality.locality})`;
  const name = rowName(document.hcpcs, modifier ?? "");
  const reasons = new Reasons();
  const amounts = amountsTable(document, reasons, colours);
  const beside = besideTable(document, reasons, colours);
  const units = unitsTable(document, reasons, colours);
  return [
    ...folded(
      `over ${points.length} releases, ${where}; hospital and surgical center national`,
      `${colours.bold(name)} `,
    ),
    ...folded(GENERAL),
    "",
    ...amounts,
    ...[...reasons.lines(), ...amountNotes(document)].map(colours.dim),
    "",
    ...beside,
    ...units,
    ...unitNotes(document).map(colours.dim),
    "",
    ...fileLines(document, colours).map(colours.dim),
    ...notBuiltLines(document).map(colours.dim),
    "",
    ...changesOf(document, colours),
    ...ruleLines(document).map(colours.dim),
  ];
}
