import type { CodeDocument } from "../../schemas/out/code.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import type { Traced } from "./traced.ts";

type PfsRow = CodeDocument["pfs"][number];
type Kind = "plain" | "money";

/** One line of the arithmetic: what it is, and where its two figures stand below the row. */
type Line = readonly [name: string, kind: Kind, nonFacility: string, facility: string];

const UNITS: readonly Line[] = [
  ["Work RVU", "plain", "/rvus/work", "/rvus/work"],
  ["Practice expense RVU", "plain", "/rvus/nonFacilityPe", "/rvus/facilityPe"],
  ["Malpractice RVU", "plain", "/rvus/mp", "/rvus/mp"],
  ["Total RVUs", "plain", "/rvus/nonFacilityTotal", "/rvus/facilityTotal"],
  ["Conversion factor", "plain", "/conversionFactor", "/conversionFactor"],
  ["National amount", "money", "/national/nonFacility", "/national/facility"],
  ["Limiting charge, derived", "money", "/national/limitingCharge/nonFacility", "/national/limitingCharge/facility"],
];
/** Lines that the others add up to. */
const SUMS: ReadonlySet<string> = new Set(["Total RVUs", "National amount"]);
const QUALIFYING: Line = [
  "Amount for qualifying APM participants",
  "money",
  "/qualifyingApm/nonFacility",
  "/qualifyingApm/facility",
];
const CAPPED: readonly Line[] = [
  ["At the OPPS cap on imaging", "money", "/oppsCap/capped/nonFacility", "/oppsCap/capped/facility"],
  ["Payable under the cap", "money", "/oppsCap/payable/nonFacility", "/oppsCap/payable/facility"],
];

/** "22511", "77002-26". */
export function rowName(hcpcs: string, modifier: string): string {
  return modifier === "" ? hcpcs : `${hcpcs}-${modifier}`;
}

function linesOf(row: PfsRow): readonly Line[] {
  return [...UNITS, ...(row.qualifyingApm ? [QUALIFYING] : []), ...(row.oppsCap ? CAPPED : [])];
}

function notes(row: PfsRow): Child {
  const said = [
    row.priceState !== "priced" &&
      `Medicare sets no national amount for this row: ${row.priceState.replaceAll("-", " ")}.`,
    row.notUsedForMedicare === true && "CMS prints relative value units that Medicare does not use.",
    row.nonFacilityNa && "CMS: rarely or never done outside a facility.",
    row.facilityNa && "CMS: rarely or never done in a facility.",
  ];
  return said.map((each) => each && html`<p class="small">${each}</p>`);
}

function unitsTable(traced: Traced, row: PfsRow, at: number): Html {
  const show = (kind: Kind, pointer: string): Html => traced[kind](`/pfs/${at}${pointer}`);
  const table = dataTable({
    caption: `Relative value units and amounts of ${rowName(traced.document.hcpcs, row.modifier)}`,
    columns: [
      { heading: html`<span class="unseen">Figure</span>`, cell: ([name]: Line) => name },
      { heading: "Office (non-facility)", isNumber: true, cell: ([, kind, pointer]: Line) => show(kind, pointer) },
      { heading: "In a facility", isNumber: true, cell: ([, kind, , pointer]: Line) => show(kind, pointer) },
    ],
    rows: linesOf(row),
    standsOut: ([name]) => SUMS.has(name),
    hidesCaption: true,
  });
  const title = rowName(traced.document.hcpcs, row.modifier);
  return html`${traced.document.pfs.length > 1 && html`<h3>${title}</h3>`}${table}${notes(row)}`;
}

/** Relative value units, their totals, and what they come to. */
export function unitsSection(traced: Traced): Section {
  const { pfs } = traced.document;
  const tables = pfs.map((row, at) => unitsTable(traced, row, at));
  const none = html`<p>The relative value file of this release has no row for this code.</p>`;
  return { id: "units", title: "Physician: units and amounts", body: pfs.length === 0 ? none : tables };
}
