import type { CodeDocument } from "../../schemas/out/code.ts";
import { NA_MARK } from "../shared/na-mark.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import { NA_AMOUNT } from "./na.ts";
import { rowName } from "./row-name.ts";
import type { Section } from "./section.ts";
import { inWords } from "./source-text.ts";
import type { Traced } from "./traced.ts";

type PfsRow = CodeDocument["pfs"][number];
type Kind = "plain" | "money";

/** One line of the arithmetic: what it is, and where its two figures stand below the row. */
type Line = readonly [name: string, kind: Kind, nonFacility: string, facility: string];

const FACTOR = "Conversion factor";

const UNITS: readonly Line[] = [
  ["Work RVU", "plain", "/rvus/work", "/rvus/work"],
  ["Practice expense RVU", "plain", "/rvus/nonFacilityPe", "/rvus/facilityPe"],
  ["Malpractice RVU", "plain", "/rvus/mp", "/rvus/mp"],
  ["Total RVUs", "plain", "/rvus/nonFacilityTotal", "/rvus/facilityTotal"],
  [FACTOR, "plain", "/conversionFactor", "/conversionFactor"],
  ["National amount", "money", "/national/nonFacility", "/national/facility"],
];
const LIMITING: Line = [
  "Limiting charge, derived",
  "money",
  "/national/limitingCharge/nonFacility",
  "/national/limitingCharge/facility",
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

/** Whether any amount of the row is computed with the conversion factor; a contractor's price may be capped by it. */
function usesFactor(row: PfsRow): boolean {
  return row.priceState === "priced" || row.oppsCap !== undefined;
}

/** Lines of a row; one without a national amount has no others that follow from it. */
function linesOf(row: PfsRow): readonly Line[] {
  const { priceState, qualifyingApm, oppsCap } = row;
  const units = UNITS.filter(([name]) => name !== FACTOR || usesFactor(row));
  const derived = priceState === "priced" ? [LIMITING, ...(qualifyingApm ? [QUALIFYING] : [])] : [];
  return [...units, ...derived, ...(oppsCap ? CAPPED : [])];
}

const ANESTHESIA =
  "Anesthesia is paid by base and time units, times the anesthesia conversion factor of the locality: the relative value file holds neither, and its own conversion factor does not apply.";

function withoutAmount({ priceState }: PfsRow): string {
  if (priceState === "anesthesia") return ANESTHESIA;
  return `The fee schedule sets no national amount for this row: ${inWords(priceState)}.`;
}

/** What the mark says, and that the practice expense repeats the other setting's where in this row it does. */
function naNotes(row: PfsRow): readonly (string | false)[] {
  const { nonFacilityPe, facilityPe } = row.rvus;
  const repeats = nonFacilityPe.value === facilityPe.value;
  const units = repeats ? "The file repeats the other setting's practice expense there" : "The file has units there";
  const said = (site: string): string =>
    `${NA_MARK}: CMS marks the service as rarely or never done ${site}. ${units}, and ${NA_AMOUNT}.`;
  return [row.nonFacilityNa && said("outside a facility"), row.facilityNa && said("in a facility")];
}

function notes(row: PfsRow): Child {
  const isPriced = row.priceState === "priced";
  const said = [
    !isPriced && withoutAmount(row),
    row.notUsedForMedicare === true && "CMS prints relative value units that Medicare does not use.",
    ...(isPriced ? naNotes(row) : []),
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
  const { pfs, files } = traced.document;
  const tables = pfs.map((row, at) => unitsTable(traced, row, at));
  const none =
    files["rvu"] === undefined
      ? html`<p>The relative value file of this release was not read.</p>`
      : html`<p>The relative value file of this release has no row for this code.</p>`;
  return { id: "units", title: "Physician: units and amounts", body: pfs.length === 0 ? none : tables };
}
