import { RATE_NAMES } from "../../../schemas/names.ts";
import type { FileRef } from "../../../schemas/out/common.ts";
import type { TimelinePoint } from "../../../schemas/out/timeline.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { calendarEntry, inForceWithin } from "../../sources/calendar.ts";
import { fileText } from "../../words/files.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_EXPLAINED, NA_MARK, physicianDollars } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import { inWords } from "../../words/reasons.ts";
import { inForceText } from "../../words/releases.ts";
import type { Snapshot } from "./code-sources.ts";
import { type FigureSpan, gaps, overTime, type SpanSeries } from "./spans.ts";
import {
  type Block,
  type Content,
  figure,
  paragraph,
  reasonOf,
  type Section,
  small,
  type TableBlock,
  table,
  toned,
  type ViewColumn,
} from "./view.ts";

type Schedule = keyof typeof RATE_NAMES;

function columnOf(file: FileRef | undefined, field: string, row: number): string {
  const column = file?.columns[field];
  if (file === undefined || column === undefined) return "";
  return `${column.column}${row} under ${column.heading}\n${fileText(file)}`;
}

/** A figure of a table row, by the field's name in its file. */
function read({ files }: Snapshot, file: string, field: string, row: number, text: string): Content {
  return figure(text, columnOf(files[file], field, row));
}

/** A column of the relative value file. */
function unit(
  heading: string,
  field: "workRvu" | "nonFacilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "status" | "globalDays",
): ViewColumn<Snapshot> {
  const cell = (snapshot: Snapshot): Content =>
    snapshot.national && read(snapshot, "rvu", field, snapshot.national.row, snapshot.national[field]);
  if (field === "status" || field === "globalDays") return { heading, cell };
  const sortBy = ({ national }: Snapshot): number | null => (national === undefined ? null : Number(national[field]));
  return { heading, isNumber: true, sortBy, cell };
}

/** The physician's amount at one setting, to draw and to sort by: null where there is none, or CMS marks the setting NA. */
function payableAmount({ national }: Snapshot, setting: Setting): string | null {
  return national === undefined || national[`${setting}Na`] ? null : national[setting];
}

const numberOf = (amount: string | null | undefined): number | null => (amount == null ? null : Number(amount));

function amount(heading: string, setting: Setting): ViewColumn<Snapshot> {
  return {
    heading,
    isNumber: true,
    sortBy: (snapshot) => numberOf(payableAmount(snapshot, setting)),
    cell: (snapshot) => {
      const { national, rules, files } = snapshot;
      if (national === undefined) return absent(snapshot, "rvu");
      const paid = national[setting];
      const rule = rules["pfs.national-amount"]?.formula ?? "";
      const where = `row ${national.row} of ${files["rvu"] === undefined ? "" : fileText(files["rvu"])}`;
      return paid === null
        ? figure(inWords(national.priceState), columnOf(files["rvu"], "status", national.row))
        : figure(physicianDollars(paid, national[`${setting}Na`]), `${rule}\n${where}`);
    },
  };
}

/** Why a schedule has no row: it does not list the code, or the release was built without its file. */
function absent({ files }: Snapshot, file: string): Content {
  return reasonOf(files[file] === undefined ? "file not read" : "not listed");
}

function rateOf({ opps, asc }: Snapshot, name: Schedule): string | null | undefined {
  return name === "opps" ? opps?.oppsRate : asc?.ascRate;
}

/** A facility's rate, or what the row's indicator pays instead. */
function facility(name: Schedule, file: string, indicator: string): ViewColumn<Snapshot> {
  return {
    heading: AMOUNTS[name].short,
    isNumber: true,
    sortBy: (snapshot) => numberOf(rateOf(snapshot, name)),
    cell: (snapshot) => {
      const row = snapshot[name];
      if (row === undefined) return absent(snapshot, file);
      const own = "addendum" in row ? `asc-${row.addendum.toLowerCase()}` : file;
      const rate = rateOf(snapshot, name) ?? null;
      return rate === null
        ? read(snapshot, own, indicator, row.row, inWords(row.state))
        : read(snapshot, own, RATE_NAMES[name], row.row, dollars(rate));
    },
  };
}

/** Columns of a table of codes, or of releases, side by side; each figure with its cell or its rule. */
const SNAPSHOT_COLUMNS: readonly ViewColumn<Snapshot>[] = [
  unit("Status", "status"),
  unit("Global", "globalDays"),
  unit("Work", "workRvu"),
  unit("PE, office", "nonFacilityPeRvu"),
  unit("MP", "mpRvu"),
  unit("Total", "nonFacilityTotal"),
  amount(AMOUNTS.office.short, "nonFacility"),
  amount(AMOUNTS.facility.short, "facility"),
  facility("opps", "addendum-b", "statusIndicator"),
  facility("asc", "asc-aa", "paymentIndicator"),
];

/** The meaning of the mark, where an amount of the table has it. */
function naNote(snapshots: readonly Snapshot[]): Block {
  const isMarked = ({ national }: Snapshot): boolean =>
    national?.priceState === "priced" && (national.nonFacilityNa || national.facilityNa);
  return snapshots.some(isMarked) && small(NA_EXPLAINED);
}

/** The codes with the same first four characters, side by side. */
export function familySection(family: readonly Snapshot[], hcpcs: string): Section | undefined {
  if (family.length < 2) return undefined;
  const named: ViewColumn<Snapshot> = {
    heading: "Code",
    cell: (other) => (other.hcpcs === hcpcs ? toned(hcpcs, "strong", "day") : toned(other.hcpcs, "day")),
    sortBy: (other) => other.hcpcs,
  };
  const codes = table<Snapshot>({
    caption: "Related codes, side by side",
    columns: [named, ...SNAPSHOT_COLUMNS],
    rows: family,
    hidesCaption: true,
  });
  const which = `Codes of the same kind that begin with ${hcpcs.slice(0, 4)}; CMS's files do not say which codes belong together.`;
  return { id: "family", title: "Related codes", blocks: [paragraph(which), codes, naNote(family)] };
}

/** One line of the chart: who is paid, and how much in a release. */
interface Series extends SpanSeries {
  readonly amountOf: (snapshot: Snapshot) => string | null;
  /** Short name of CMS's file of the amounts; a release without it does not say that there is none. */
  readonly file: string;
}

function seriesOf(setting: Setting): readonly Series[] {
  return [
    {
      name: AMOUNTS[setting === "facility" ? "facility" : "office"].name,
      swatch: "physician",
      amountOf: (snapshot) => payableAmount(snapshot, setting),
      file: "rvu",
    },
    {
      name: AMOUNTS.opps.name,
      swatch: "facility",
      amountOf: ({ opps }) => opps?.oppsRate ?? null,
      file: "addendum-b",
    },
    {
      name: AMOUNTS.asc.name,
      swatch: "center",
      amountOf: ({ asc }) => asc?.ascRate ?? null,
      file: "asc-aa",
    },
  ];
}

/** Whether a release is in force or replaced, as a timeline has it. */
function standingOf({ release, standing }: Snapshot): Pick<TimelinePoint, "standing" | "replacedBy"> {
  const { neverInForce, supersededBy: replacedBy } = standing;
  if (release.includes("-")) return { standing: "other-revision", replacedBy };
  if (neverInForce) return { standing: "never-in-force", replacedBy };
  return { standing: replacedBy === null ? "in-force" : "superseded", replacedBy };
}

const isInForce = (snapshot: Snapshot): boolean => standingOf(snapshot).standing === "in-force";

/** The last day of service of a release; its first for one that CMS's calendar does not have. */
function lastDay({ release, from }: Snapshot): string {
  return calendarEntry(release)?.window.to ?? from;
}

/** The amounts of a series with their days. A release that says that there is no amount ends a run. */
function spansOf({ name, amountOf, file }: Series, history: readonly Snapshot[]): FigureSpan[] {
  let run = 0;
  return history.flatMap((snapshot): FigureSpan[] => {
    const { release, from, files } = snapshot;
    const text = amountOf(snapshot);
    if (text === null && files[file] !== undefined) run += 1;
    if (text === null) return [];
    return [{ series: name, run, release, text, source: "", height: Number(text), from, to: lastDay(snapshot) }];
  });
}

/** What dotted lines mean, and which releases were in force on those days. */
function dottedNote(all: readonly FigureSpan[]): Block {
  const between = gaps(all).flatMap(({ from, to }) => inForceWithin(from, to));
  const which = [...new Set(between)].sort().join(", ");
  return (
    gaps(all).length > 0 &&
    small(`Dotted: days for which no built release has the amount. In force then: ${which || "no release on record"}.`)
  );
}

/** Which releases of the table the chart leaves out, and why. */
function notDrawn(history: readonly Snapshot[]): Block {
  const others = history.filter((each) => !isInForce(each));
  const names = others.map((each) => `${each.release}, ${inForceText(standingOf(each))}`);
  return names.length > 0 && small(`Not drawn: ${names.join("; ")}.`);
}

const IN_FORCE: ViewColumn<Snapshot> = {
  heading: "In force",
  cell: (snapshot) => toned(inForceText(standingOf(snapshot)), "day"),
};

function historyTable(history: readonly Snapshot[], release: string): TableBlock {
  return table<Snapshot>({
    caption: "The code in the releases that are built here",
    columns: [
      { heading: "Release", cell: (each) => (each.release === release ? toned(release, "strong") : each.release) },
      { heading: "From", cell: ({ from }) => toned(from, "day") },
      ...(history.every(isInForce) ? [] : [IN_FORCE]),
      ...SNAPSHOT_COLUMNS.map(({ sortBy: _, ...column }) => column),
    ],
    rows: history,
  });
}

/** Amounts that are not drawn, because CMS marks their setting NA: "NA in 2026A". */
function markedNote(inForce: readonly Snapshot[], setting: Setting): Block {
  const marked = inForce.filter(
    (each) => each.national?.priceState === "priced" && payableAmount(each, setting) === null,
  );
  return marked.length > 0 && small(`Not drawn, because ${NA_MARK}: ${marked.map((each) => each.release).join(", ")}.`);
}

/**
 * The code from release to release.
 *
 * @param setting what the chart shows of the physician's amounts
 */
export function historySection(history: readonly Snapshot[], release: string, setting: Setting): Section {
  const inForce = history.filter(isInForce);
  const series = seriesOf(setting);
  const spans = inForce.length > 1 ? series.flatMap((each) => spansOf(each, inForce)) : [];
  const alone =
    history.length < 2 && paragraph("This folder has no other release that was in force and lists the code.");
  return overTime({
    id: "history",
    title: "History",
    measured: "dollars",
    spans,
    series,
    written: dollars,
    table: historyTable(history, release),
    notes: [alone],
    chartNotes: [dottedNote(spans), markedNote(inForce, setting), notDrawn(history)],
    after: [naNote(history)],
  });
}
