import type { TimelineDocument, TimelinePoint, TimelineRvus } from "../../../schemas/out/timeline.ts";
import type { Setting } from "../../../schemas/setting.ts";
import { rowName } from "../../words/names.ts";
import { ANESTHESIA, inWords, reasonSentence } from "../../words/reasons.ts";
import { isUnread } from "../../words/unread.ts";
import { releaseColumns } from "./timeline-amounts.ts";
import { type Drawn, figuresOverTime, type Series } from "./timeline-chart.ts";
import {
  facilityRow,
  hasIdleFactor,
  hasMarkedNa,
  IDLE_FACTOR,
  isNaFigure,
  noRvus,
  officeRow,
  trackWords,
  unusedRvus,
} from "./timeline-facts.ts";
import { cellSource } from "./timeline-sources.ts";
import {
  type Block,
  type Content,
  figure,
  reasonOf,
  type Section,
  small,
  type TableBlock,
  table,
  toned,
  type ViewColumn,
} from "./view.ts";

const asItIs = (text: string): string => text;

/** RVUs of a row of the relative value file. */
const UNITS = [
  ["workRvu", "Work", ["work", "RVU"]],
  ["nonFacilityPeRvu", "PE in an office", ["PE RVU", "in office"]],
  ["facilityPeRvu", "PE in a facility", ["PE RVU", "in facility"]],
  ["mpRvu", "MP", ["MP", "RVU"]],
  ["nonFacilityTotal", "Total, office", ["total", "in office"]],
  ["facilityTotal", "Total, facility", ["total", "in facility"]],
] as const;
type UnitField = (typeof UNITS)[number][0];

const PE_SETTINGS: Readonly<Partial<Record<UnitField, Setting>>> = {
  nonFacilityPeRvu: "nonFacility",
  facilityPeRvu: "facility",
};

function drawnUnit(point: TimelinePoint, row: TimelineRvus | undefined, field: UnitField): Drawn {
  if (row === undefined) return isUnread(point.nonFacility.reason) ? "unread" : "none";
  // CMS copies the other setting's PE where it marks a setting NA
  const setting = PE_SETTINGS[field];
  if (setting !== undefined && isNaFigure(point[setting])) return "none";
  return { text: row[field], source: cellSource(point, row.source, field) };
}

/** RVUs of the office's row, and the PE of the facility's row, which may have another modifier. */
function unitSeries(document: TimelineDocument): Series[] {
  const other = document.points.find((point) => facilityRow(point) !== officeRow(point))?.facility.modifier;
  const inFacility = other === undefined ? "PE in a facility" : `PE in a facility, ${rowName(document.hcpcs, other)}`;
  return [
    { name: "Work", swatch: "physician", figure: (point) => drawnUnit(point, officeRow(point), "workRvu") },
    {
      name: "PE in an office",
      swatch: "facility",
      figure: (point) => drawnUnit(point, officeRow(point), "nonFacilityPeRvu"),
    },
    { name: inFacility, swatch: "quiet", figure: (point) => drawnUnit(point, facilityRow(point), "facilityPeRvu") },
    { name: "MP", swatch: "center", figure: (point) => drawnUnit(point, officeRow(point), "mpRvu") },
  ];
}

/** A release with one of the code's rows, or without any. */
export type RvuRow = readonly [point: TimelinePoint, row: TimelineRvus | undefined];

/** The rows that the physician's amounts come from, release by release. */
export function rvuRows({ points }: TimelineDocument): RvuRow[] {
  return points.flatMap((point): RvuRow[] =>
    point.rvus.length === 0 ? [[point, undefined]] : point.rvus.map((row): RvuRow => [point, row]),
  );
}

/** Whether any of the rows has a modifier, so that they need names. */
export function hasModifiers(rows: readonly RvuRow[]): boolean {
  return rows.some(([, row]) => row !== undefined && row.modifier !== "");
}

const quiet = (words: string): Content => toned(words, "quiet", "day");

/** RVUs of a row; every missing figure has its reason. */
export const RVU_COLUMNS = UNITS.map(
  ([field, heading, narrow]): ViewColumn<RvuRow> => ({
    heading,
    narrow,
    isNumber: true,
    cell: ([point, row]) =>
      row === undefined
        ? { ...reasonOf(noRvus(point)), sign: "–" }
        : figure(row[field], cellSource(point, row.source, field)),
  }),
);

/** An indicator of the row; where there is none, the reason is written once, where there is room. */
function indicatorCell(field: "status" | "globalDays", [point, row]: RvuRow): Content {
  if (row !== undefined) return figure(row[field] === "" ? "blank" : row[field], cellSource(point, row.source, field));
  return field === "status" ? quiet(noRvus(point)) : figure("–", noRvus(point));
}

function apcCell([point]: RvuRow): Content {
  const { opps, oppsRate } = point;
  if (opps === null) return figure("–", inWords(oppsRate.reason ?? "not-in-addendum-b"));
  if (opps.apc !== null) return figure(opps.apc, cellSource(point, opps.source, "apc"));
  return quiet(point.files["addendum-b"]?.origin === "reconstructed" ? "not in this copy" : "blank");
}

function oppsCell([point]: RvuRow): Content {
  const { opps, oppsRate } = point;
  if (opps === null) return quiet(inWords(oppsRate.reason ?? "not-in-addendum-b"));
  return figure(opps.statusIndicator, cellSource(point, opps.source, "statusIndicator"));
}

function ascCell([point]: RvuRow): Content {
  const { asc, ascRate } = point;
  if (asc === null) return quiet(inWords(ascRate.reason ?? "not-on-asc-list"));
  return figure(asc.paymentIndicator, cellSource(point, asc.source, "paymentIndicator"));
}

/** Indicators of the code's rows. */
const INDICATORS: readonly ViewColumn<RvuRow>[] = [
  { heading: "Status", cell: (row) => indicatorCell("status", row) },
  { heading: "Global", cell: (row) => indicatorCell("globalDays", row) },
  { heading: "APC", cell: apcCell },
  { heading: "OPPS", cell: oppsCell },
  { heading: "ASC", cell: ascCell },
];

function unitsTable(document: TimelineDocument): TableBlock {
  const rows = rvuRows(document);
  const named: ViewColumn<RvuRow> = {
    heading: "Row",
    cell: ([, row]) => row && rowName(document.hcpcs, row.modifier),
  };
  return table<RvuRow>({
    caption: "RVUs and indicators of every built release",
    columns: [
      { heading: "Release", cell: ([{ release }]) => toned(release, "day") },
      ...(hasModifiers(rows) ? [named] : []),
      ...RVU_COLUMNS,
      ...INDICATORS,
    ],
    rows,
  });
}

/** RVUs and indicators. */
export function rvusOverTime(document: TimelineDocument): Section {
  const unused = unusedRvus(document);
  return figuresOverTime(document, {
    id: "units",
    title: "RVUs and indicators",
    measured: "RVUs",
    series: unitSeries(document),
    written: asItIs,
    table: unitsTable(document),
    notes: [
      hasMarkedNa(document) && small("Not drawn: the PE of a setting that CMS marks NA."),
      unused !== undefined && small(unused),
    ],
  });
}

/** The factor as the code's row repeats it, or as the release's file has it where the code has no row. */
function factorSource(point: TimelinePoint): string {
  const row = officeRow(point) ?? point.rvus[0];
  if (row !== undefined) return cellSource(point, row.source, "conversionFactor");
  return `release ${point.release}\n${point.files["rvu"]?.name ?? ""}`;
}

/** The conversion factor of a release, or why there is none: its file was not read, or anesthesia has another one. */
export function factorCell(point: TimelinePoint): Content {
  const { conversionFactor, nonFacility } = point;
  if (nonFacility.reason === ANESTHESIA)
    return { ...reasonOf(inWords(ANESTHESIA), "day"), more: reasonSentence(ANESTHESIA) };
  return conversionFactor === null
    ? reasonOf(inWords("source-missing"), "day")
    : figure(conversionFactor.value, factorSource(point));
}

const FACTOR: Series = {
  name: "Conversion factor",
  swatch: "physician",
  figure: (point) => {
    if (point.nonFacility.reason === ANESTHESIA) return "none";
    return point.conversionFactor === null
      ? "unread"
      : { text: point.conversionFactor.value, source: `${trackWords(point)}\n${factorSource(point)}` };
  },
};

const BASES: Readonly<Record<string, string>> = {
  "computed-from-non-qualifying-file": "set by law; CMS's file for this track was not read",
  "qpp-file": "printed in CMS's file for this track",
};

const QUALIFYING: ViewColumn<TimelinePoint> = {
  heading: "Qualifying APM participants",
  isNumber: true,
  cell: ({ qualifyingApm }) =>
    qualifyingApm &&
    figure(qualifyingApm.conversionFactor.value, BASES[qualifyingApm.basis] ?? inWords(qualifyingApm.basis)),
};

/** The factor that RVUs are paid by, whom it is for, and since 2026 the other factor. */
export function factorOverTime(document: TimelineDocument): Section {
  const hasTwoTracks = document.points.some(({ qualifyingApm }) => qualifyingApm !== null);
  const columns: readonly ViewColumn<TimelinePoint>[] = [
    { heading: "Dollars per RVU", isNumber: true, cell: factorCell },
    { heading: "For", cell: trackWords },
    ...(hasTwoTracks ? [QUALIFYING] : []),
  ];
  const notes: Block[] = [
    hasIdleFactor(document) && small(IDLE_FACTOR),
    hasTwoTracks &&
      small(
        "The chart shows the factor of the amounts above. The table also has the one for qualifying APM participants, since 2026.",
      ),
  ];
  return figuresOverTime(document, {
    id: "factor",
    title: "Conversion factor",
    measured: "Dollars per RVU",
    series: [FACTOR],
    written: asItIs,
    table: table({
      caption: "Conversion factor of every built release",
      columns: releaseColumns(columns),
      rows: document.points,
    }),
    notes,
  });
}
