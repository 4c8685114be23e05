import { amountColumns, besideTable } from "../../pipelines/reports/views/timeline-amounts.ts";
import {
  AMOUNT_FIELDS,
  COMPARED,
  GENERAL,
  type ListedChange,
  listedChanges,
} from "../../pipelines/reports/views/timeline-facts.ts";
import { lifeCites, lifeLines } from "../../pipelines/reports/views/timeline-life.ts";
import {
  factorCell,
  hasModifiers,
  RVU_COLUMNS,
  type RvuRow,
  rvuRows,
} from "../../pipelines/reports/views/timeline-rvus.ts";
import { table, toned, type ViewColumn } from "../../pipelines/reports/views/view.ts";
import { causesText, withSign } from "../../pipelines/words/changes.ts";
import { dollars } from "../../pipelines/words/money-text.ts";
import { rowName } from "../../pipelines/words/names.ts";
import type { TimelineDocument, TimelinePoint } from "../../schemas/out/timeline.ts";
import type { Colours } from "./terminal.ts";
import { amountNotes, fileLines, fitted, MARKS, notBuiltLines, ruleLines, rvuNotes } from "./timeline-notes.ts";
import { Footnotes, tableLines } from "./view-lines.ts";

/** The first column of every table. Marks a release that is not in force. */
function releaseColumn<Row>(pointOf: (row: Row) => TimelinePoint): ViewColumn<Row> {
  return {
    heading: "release",
    cell: (row) => {
      const { release, standing } = pointOf(row);
      return toned(`${release}${MARKS[standing]}`, standing === "in-force" ? "strong" : "quiet");
    },
  };
}
const RELEASE = releaseColumn((point: TimelinePoint) => point);
const FROM: ViewColumn<TimelinePoint> = { heading: "from", cell: ({ window }) => window.from };

/** "A J1 G2" */
function indicators({ opps, asc }: TimelinePoint, row: RvuRow[1]): string {
  return [row?.status, opps?.statusIndicator, asc?.paymentIndicator].map((indicator) => indicator || "-").join(" ");
}

/** RVUs, conversion factor and indicators: one line for each row that an amount comes from. */
function rvuColumns(rows: readonly RvuRow[]): ViewColumn<RvuRow>[] {
  const modifier: ViewColumn<RvuRow> = { heading: "mod", cell: ([, row]) => row?.modifier };
  return [
    releaseColumn(([point]) => point),
    ...(hasModifiers(rows) ? [modifier] : []),
    ...RVU_COLUMNS,
    { heading: "factor", isNumber: true, cell: ([point]) => factorCell(point) },
    { heading: "indicators", cell: ([point, row]) => indicators(point, row) },
  ];
}

/** "$7,250.50", "no amount". */
function sideText(text: string | null): string {
  return text === null ? "no amount" : dollars(text);
}

/** "  physician in office NA -$33.46 (-3.89 %) since 2022A: PE RVU -6.16, ..." */
function changeLines({ field, change, isNaAfter }: ListedChange): string[] {
  const words = `${AMOUNT_FIELDS[field].narrow.join(" ")}${isNaAfter ? " NA" : ""}`;
  const causes = causesText(change);
  const text =
    change.change === null
      ? `${sideText(change.from)} to ${sideText(change.to)} since ${change.since}`
      : `${withSign(change.change, dollars)} (${change.percent ?? "-"} %) since ${change.since}${causes === "" ? "" : `: ${causes}`}`;
  return fitted(text, `  ${words} `).map((line, at) => (at === 0 ? line : `    ${line}`));
}

function changesOf(document: TimelineDocument, colours: Colours): string[] {
  const changes = listedChanges(document);
  const releases = [...new Set(changes.map(({ release }) => release))];
  const lines = releases.flatMap((release) => [
    colours.bold(release),
    ...changes.filter((each) => each.release === release).flatMap(changeLines),
  ]);
  return lines.length === 0 ? [] : [...fitted(COMPARED).map(colours.dim), ...lines];
}

/** The tables: amounts, other amounts, and RVUs. Their reasons share one numbering. */
function tablesOf(document: TimelineDocument, colours: Colours) {
  const { points } = document;
  const notes = new Footnotes();
  const lines = <Row>(columns: readonly ViewColumn<Row>[], rows: readonly Row[]): string[] =>
    tableLines(table({ caption: "", columns, rows }), colours, notes);
  const amounts = lines([RELEASE, FROM, ...amountColumns(document)], points);
  const { columns, rows } = besideTable(document);
  const beside = rows.length === 0 ? [] : [...lines([RELEASE, ...columns], rows), ""];
  const all = rvuRows(document);
  const rvus = lines(rvuColumns(all), all);
  return { amounts, beside, rvus, reasons: notes.entries().flatMap(([mark, reason]) => fitted(reason, mark)) };
}

/** One code over all releases as text: tables that fit a terminal, their files, the causes of each change. */
export function timelineLines(document: TimelineDocument, colours: Colours): string[] {
  const { modifier, locality, points } = document;
  const where = locality === null ? "national: all GPCIs 1" : `${locality.name} (${locality.locality})`;
  const name = rowName(document.hcpcs, modifier ?? "");
  const { amounts, beside, rvus, reasons } = tablesOf(document, colours);
  return [
    ...fitted(
      `over ${points.length} releases, ${where}; hospital and surgical center national`,
      `${colours.bold(name)} `,
    ),
    ...fitted(GENERAL),
    ...lifeLines(document).flatMap((line) => fitted(line)),
    "",
    ...amounts,
    ...[...reasons, ...amountNotes(document)].map(colours.dim),
    "",
    ...beside,
    ...rvus,
    ...rvuNotes(document).map(colours.dim),
    "",
    ...fileLines(document, colours).map(colours.dim),
    ...notBuiltLines(document).map(colours.dim),
    "",
    ...changesOf(document, colours),
    ...[...ruleLines(document), ...lifeCites(document).flatMap((line) => fitted(line))].map(colours.dim),
  ];
}
