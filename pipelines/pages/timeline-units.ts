import type { TimelineDocument, TimelinePoint, TimelineRvus } from "../../schemas/out/timeline.ts";
import { isUnread } from "../shared/unread.ts";
import { type Column, dataTable } from "./data-table.ts";
import { figure } from "./figure.ts";
import { type Child, type Html, html } from "./html.ts";
import { rowName } from "./row-name.ts";
import type { Section } from "./section.ts";
import { inWords } from "./source-text.ts";
import type { Drawn, Series } from "./span-chart.ts";
import { figuresOverTime, releasesIn } from "./timeline-chart.ts";
import { releaseColumns } from "./timeline-columns.ts";
import { cellSource } from "./timeline-sources.ts";
import {
  facilityRow,
  hasIdleFactor,
  hasMarkedNa,
  IDLE_FACTOR,
  isMarkedNa,
  noUnits,
  officeRow,
  trackWords,
} from "./timeline-words.ts";

const asItIs = (text: string): string => text;

type UnitField = "workRvu" | "nonFacilityPeRvu" | "facilityPeRvu" | "mpRvu" | "nonFacilityTotal" | "facilityTotal";

/** Columns of a row of the relative value file. */
const UNITS: readonly (readonly [UnitField | "status" | "globalDays", string])[] = [
  ["workRvu", "Work"],
  ["nonFacilityPeRvu", "PE in an office"],
  ["facilityPeRvu", "PE in a facility"],
  ["mpRvu", "MP"],
  ["nonFacilityTotal", "Total, office"],
  ["facilityTotal", "Total, facility"],
  ["status", "Status"],
  ["globalDays", "Global"],
];

const PE_SETTINGS: Readonly<Partial<Record<UnitField, "office" | "facility">>> = {
  nonFacilityPeRvu: "office",
  facilityPeRvu: "facility",
};

function drawnUnit(point: TimelinePoint, row: TimelineRvus | undefined, field: UnitField): Drawn {
  if (row === undefined) return isUnread(point.office.reason) ? "unread" : "none";
  // CMS copies the other setting's PE where it marks a setting NA
  const setting = PE_SETTINGS[field];
  if (setting !== undefined && isMarkedNa(point[setting])) return "none";
  return { text: row[field], source: cellSource(point, row.source, field) };
}

/** What the office's row says, and the PE of the facility's, which may have another modifier. */
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
type UnitRow = readonly [point: TimelinePoint, row: TimelineRvus | undefined];

const quiet = (words: string): Html => html`<span class="quiet day">${words}</span>`;

function unitColumn([field, heading]: (typeof UNITS)[number]): Column<UnitRow> {
  const cell = ([point, row]: UnitRow): Child => {
    // The reason stands once in the row, where words have room, and at every figure that is not there
    if (row === undefined) return field === "status" ? quiet(noUnits(point)) : figure("–", noUnits(point));
    return figure(row[field] === "" ? "blank" : row[field], cellSource(point, row.source, field));
  };
  return field === "status" || field === "globalDays" ? { heading, cell } : { heading, isNumber: true, cell };
}

function apcCell([point]: UnitRow): Child {
  const { opps, hopd } = point;
  if (opps === null) return figure("–", inWords(hopd.reason ?? "not-in-addendum-b"));
  if (opps.apc !== null) return figure(opps.apc, cellSource(point, opps.source, "apc"));
  return quiet(point.files["addendum-b"]?.origin === "reconstructed" ? "not in this copy" : "blank");
}

function oppsCell([point]: UnitRow): Child {
  const { opps, hopd } = point;
  if (opps === null) return quiet(inWords(hopd.reason ?? "not-in-addendum-b"));
  return figure(opps.statusIndicator, cellSource(point, opps.source, "statusIndicator"));
}

function ascCell([point]: UnitRow): Child {
  const { asc, ascRate } = point;
  if (asc === null) return quiet(inWords(ascRate.reason ?? "not-on-asc-list"));
  return figure(asc.paymentIndicator, cellSource(point, asc.source, "paymentIndicator"));
}

/** Letters of the facilities' rows; the reason stands where there is no row. */
const LETTERS: readonly Column<UnitRow>[] = [
  { heading: "APC", cell: apcCell },
  { heading: "OPPS", cell: oppsCell },
  { heading: "ASC", cell: ascCell },
];

function unitsTable(document: TimelineDocument): Html {
  const rows = document.points.flatMap((point): UnitRow[] =>
    point.rvus.length === 0 ? [[point, undefined]] : point.rvus.map((row): UnitRow => [point, row]),
  );
  const hasModifiers = rows.some(([, row]) => row !== undefined && row.modifier !== "");
  const named: Column<UnitRow> = { heading: "Row", cell: ([, row]) => row && rowName(document.hcpcs, row.modifier) };
  const columns: Column<UnitRow>[] = [
    { heading: "Release", cell: ([{ release }]) => html`<span class="day">${release}</span>` },
    ...(hasModifiers ? [named] : []),
    ...UNITS.map(unitColumn),
    ...LETTERS,
  ];
  return dataTable({ caption: "Relative value units and letters of every release that is built", columns, rows });
}

/** What is not drawn, and whether Medicare uses the units. */
function unitsNote(document: TimelineDocument): Html {
  const unused = releasesIn(document, (point) => officeRow(point)?.notUsedForMedicare === true);
  return html`${hasMarkedNa(document) && html`<p class="small">Not drawn: the PE of a setting that CMS marks NA.</p>`}
${unused !== "" && html`<p class="small">CMS prints relative value units that Medicare does not use, in ${unused}.</p>`}`;
}

/** Relative value units and letters. */
export function unitsOverTime(document: TimelineDocument): Section {
  const figures = {
    id: "units",
    title: "Relative value units and letters",
    measured: "Relative value units",
    series: unitSeries(document),
    written: asItIs,
    table: unitsTable(document),
    note: unitsNote(document),
  };
  return figuresOverTime(document, figures);
}

/** The factor as the code's row repeats it, or as the release's file has it where the code has no row. */
function factorSource(point: TimelinePoint): string {
  const row = officeRow(point) ?? point.rvus[0];
  if (row !== undefined) return cellSource(point, row.source, "conversionFactor");
  return `release ${point.release}\n${point.files["rvu"]?.name ?? ""}`;
}

function factorCell(point: TimelinePoint): Child {
  const { conversionFactor } = point;
  return conversionFactor === null
    ? quiet(inWords("source-missing"))
    : figure(conversionFactor.value, factorSource(point));
}

const FACTOR: Series = {
  name: "Conversion factor",
  swatch: "physician",
  figure: (point) =>
    point.conversionFactor === null
      ? "unread"
      : { text: point.conversionFactor.value, source: `${trackWords(point)}\n${factorSource(point)}` },
};

const BASES: Readonly<Record<string, string>> = {
  "computed-from-non-qualifying-file": "set by law; CMS's file for this track was not read",
  "qpp-file": "printed in CMS's file for this track",
};

const hasTwoTracks = ({ points }: TimelineDocument): boolean =>
  points.some(({ qualifyingApm }) => qualifyingApm !== null);

/** Whether the factor pays for the code, and which of the two is drawn. */
function factorNote(document: TimelineDocument): Html {
  return html`${hasIdleFactor(document) && html`<p class="small">${IDLE_FACTOR}</p>`}
${hasTwoTracks(document) && html`<p class="small">Drawn is the factor of the amounts above. The one for qualifying APM participants, since 2026, stands in the table.</p>`}`;
}

/** The factor that units are paid by, whose it is, and since 2026 the other one. */
export function factorOverTime(document: TimelineDocument): Section {
  const first: readonly Column<TimelinePoint>[] = [
    { heading: "Dollars a unit", isNumber: true, cell: factorCell },
    { heading: "For", cell: trackWords },
  ];
  const second: Column<TimelinePoint> = {
    heading: "Qualifying APM participants",
    isNumber: true,
    cell: ({ qualifyingApm }) =>
      qualifyingApm &&
      figure(qualifyingApm.conversionFactor.value, BASES[qualifyingApm.basis] ?? inWords(qualifyingApm.basis)),
  };
  const caption = "Conversion factor of every release that is built";
  const figures = {
    id: "factor",
    title: "Conversion factor",
    measured: "Dollars a unit",
    series: [FACTOR],
    written: asItIs,
    table: dataTable({
      caption,
      columns: releaseColumns(hasTwoTracks(document) ? [...first, second] : first),
      rows: document.points,
    }),
    note: factorNote(document),
  };
  return figuresOverTime(document, figures);
}
