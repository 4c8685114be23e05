import type { CodeDocument } from "../../../schemas/out/code.ts";
import { NA_AMOUNT, NA_MARK } from "../../words/na.ts";
import { AMOUNTS, rowName } from "../../words/names.ts";
import { ANESTHESIA, inWords, reasonSentence } from "../../words/reasons.ts";
import type { Traced } from "./traced.ts";
import { type Block, heading, paragraph, type Section, small, table, toned } from "./view.ts";

type PfsRow = CodeDocument["pfs"][number];

/** One line of the arithmetic: its name, and where its two figures are below the row. */
type Line = readonly [name: string, kind: "plain" | "money", nonFacility: string, facility: string];

const FACTOR = "Conversion factor";

const UNITS: readonly Line[] = [
  ["Work RVU", "plain", "/rvus/work", "/rvus/work"],
  ["Practice expense RVU", "plain", "/rvus/nonFacilityPe", "/rvus/facilityPe"],
  ["Malpractice RVU", "plain", "/rvus/mp", "/rvus/mp"],
  ["Total RVUs", "plain", "/rvus/nonFacilityTotal", "/rvus/facilityTotal"],
  [FACTOR, "plain", "/conversionFactor", "/conversionFactor"],
  ["National amount", "money", "/national/nonFacility", "/national/facility"],
];
const both = (name: string, pointer: string): Line => [name, "money", `${pointer}/nonFacility`, `${pointer}/facility`];
const LIMITING = both("Limiting charge, derived", "/national/limitingCharge");
const QUALIFYING = both("Amount for qualifying APM participants", "/qualifyingApm");
const CAPPED: readonly Line[] = [
  both("At the OPPS cap on imaging", "/oppsCap/capped"),
  both("Payable under the cap", "/oppsCap/payable"),
];
/** Lines that the others add up to. */
const SUMS: ReadonlySet<string> = new Set(["Total RVUs", "National amount"]);

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

const BY_UNITS =
  "Anesthesia is paid by base and time units, times the anesthesia conversion factor of the locality. The relative value file has neither, and its own conversion factor does not apply.";

function withoutAmount({ priceState }: PfsRow): string {
  if (priceState === ANESTHESIA) return BY_UNITS;
  const sentence = reasonSentence(priceState);
  const why = `${inWords(priceState)}${sentence === undefined ? "" : ` (${sentence})`}`;
  return `The fee schedule sets no national amount for this row: ${why}.`;
}

/** What the mark means, and whether this row repeats the other setting's practice expense. */
function naNotes(row: PfsRow): Block[] {
  const { nonFacilityPe, facilityPe } = row.rvus;
  const repeats = nonFacilityPe.value === facilityPe.value;
  const units = repeats ? "The file repeats the other setting's practice expense there" : "The file has RVUs there";
  const explained = (site: string): Block =>
    small(`${NA_MARK}: CMS marks the service as rarely or never done ${site}. ${units}, and ${NA_AMOUNT}.`);
  return [row.nonFacilityNa && explained("outside a facility"), row.facilityNa && explained("in a facility")];
}

function notes(row: PfsRow): Block[] {
  const isPriced = row.priceState === "priced";
  return [
    !isPriced && small(withoutAmount(row)),
    row.notUsedForMedicare === true && small("CMS prints RVUs that Medicare does not use."),
    ...(isPriced ? naNotes(row) : []),
  ];
}

function unitsBlocks(traced: Traced, row: PfsRow, at: number): Block[] {
  const { hcpcs, pfs } = traced.document;
  const name = rowName(hcpcs, row.modifier);
  const lines = table<Line>({
    caption: `RVUs and amounts of ${name}`,
    columns: [
      { heading: toned("Figure", "unseen"), cell: ([title]) => title },
      {
        heading: `${AMOUNTS.office.short} (non-facility)`,
        isNumber: true,
        cell: ([, kind, pointer]) => traced[kind](`/pfs/${at}${pointer}`),
      },
      {
        heading: AMOUNTS.facility.short,
        isNumber: true,
        cell: ([, kind, , pointer]) => traced[kind](`/pfs/${at}${pointer}`),
      },
    ],
    rows: linesOf(row),
    standsOut: ([title]) => SUMS.has(title),
    hidesCaption: true,
  });
  return [pfs.length > 1 && heading(name), lines, ...notes(row)];
}

/** RVUs, their totals, and the amounts computed from them. */
export function rvusSection(traced: Traced): Section {
  const { pfs, files } = traced.document;
  const none = files["rvu"] === undefined ? "was not read" : "has no row for this code";
  const blocks =
    pfs.length === 0
      ? [paragraph(`The relative value file of this release ${none}.`)]
      : pfs.flatMap((row, at) => unitsBlocks(traced, row, at));
  return { id: "units", title: "Physician: RVUs and amounts", blocks };
}
