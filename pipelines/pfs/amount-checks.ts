import type { PfsRvuRow } from "../../schemas/row/pfs-rvu.ts";
import { centsText } from "../../schemas/unit-text.ts";
import { type Rvu, scaledInteger } from "../../schemas/units.ts";
import type { Check, Findings, Violation } from "../shared/check.ts";
import { cellPlace } from "../shared/table.ts";
import { keyOfRow, type LocalityAmounts, type PfsBook, rowWith } from "./amounts.ts";
import type { PfsBooks } from "./books.ts";
import { isExactAmount, type Triple } from "./exact-amounts.ts";
import type { Locality } from "./localities.ts";

/** One place that amounts were computed for. */
interface AmountPlace {
  readonly name: string;
  readonly indices: Triple;
}

/** One array of amounts, with the rows and places that it was computed from. */
interface Sheet {
  readonly pfs: PfsBook;
  /** Indexes into the relative value file, in the order of the amounts. */
  readonly rows: Int32Array;
  /** Units of a row, non-facility and facility. */
  readonly units: (index: number) => readonly [Triple, Triple];
  readonly places: readonly AmountPlace[];
  /** Cents at `(position in rows * places + place) * 2`, facility one further. */
  readonly cents: Int32Array;
}

const NATION: readonly AmountPlace[] = [{ name: "the nation", indices: { work: 1000, pe: 1000, mp: 1000 } }];

/** The total that CMS prints of either setting, in the order in which the amounts stand. */
const TOTALS = ["nonFacilityTotal", "facilityTotal"] as const;

function placeOf({ key, workGpci, row }: Locality): AmountPlace {
  const [work, pe, mp] = [workGpci, row.peGpci, row.mpGpci].map(scaledInteger) as [number, number, number];
  return { name: `locality ${key}`, indices: { work, pe, mp } };
}

function triple(work: Rvu, pe: Rvu, mp: Rvu): Triple {
  return { work: scaledInteger(work), pe: scaledInteger(pe), mp: scaledInteger(mp) };
}

function fullUnits({ file }: PfsBook): Sheet["units"] {
  return (index) => {
    const { workRvu, nonFacilityPeRvu, facilityPeRvu, mpRvu } = file.table.rows[index] as PfsRvuRow;
    return [triple(workRvu, nonFacilityPeRvu, mpRvu), triple(workRvu, facilityPeRvu, mpRvu)];
  };
}

/** At the OPPS cap: PE and MP of the cap, the row's own work, and the 26 row's for a global that contractors price. */
function cappedUnits(pfs: PfsBook): Sheet["units"] {
  return (index) => {
    const row = pfs.file.table.rows[index] as PfsRvuRow;
    const professional = row.status === "C" && row.modifier === "" ? rowWith(pfs, row.hcpcs, "26") : undefined;
    const { workRvu } = professional ?? row;
    const { oppsNonFacilityPeRvu, oppsFacilityPeRvu, oppsMpRvu } = row;
    return [triple(workRvu, oppsNonFacilityPeRvu, oppsMpRvu), triple(workRvu, oppsFacilityPeRvu, oppsMpRvu)];
  };
}

/** The national sheet of some rows, and that of every locality where there are localities. */
function sheetsFor(
  about: Omit<Sheet, "places" | "cents">,
  national: Int32Array,
  amounts: LocalityAmounts | undefined,
): Sheet[] {
  const nation = { ...about, places: NATION, cents: national };
  if (amounts === undefined) return [nation];
  return [nation, { ...about, places: amounts.localities.map(placeOf), cents: amounts.cents }];
}

function sheetsOf({ pfs, amounts, oppsCap, qualifying }: PfsBooks): Sheet[] {
  const full = (book: PfsBook) => ({ pfs: book, rows: book.priced, units: fullUnits(book) });
  const sheets = pfs ? sheetsFor(full(pfs), pfs.national, amounts) : [];
  const second = qualifying?.pfs;
  if (second) sheets.push(...sheetsFor(full(second), second.national, qualifying.amounts));
  if (pfs && oppsCap) {
    const rows = Int32Array.from(oppsCap.capped, ({ index }) => index);
    sheets.push(...sheetsFor({ pfs, rows, units: cappedUnits(pfs) }, oppsCap.national, oppsCap.amounts));
  }
  return sheets;
}

/** Index of the first wrong amount of a row in one setting, -1 when all are right. */
function firstWrong({ pfs, places, cents }: Sheet, units: Triple, first: number): number {
  const factor = scaledInteger(pfs.factor);
  return places.findIndex(({ indices }, place) => {
    return !isExactAmount(units, indices, factor, cents[first + place * 2] as number);
  });
}

function violation({ pfs, cents, places }: Sheet, index: number, field: string, first: number, at: number): Violation {
  const { table, publication } = pfs.file;
  const key = keyOfRow(table.rows[index] as PfsRvuRow);
  const amount = centsText(cents[first + at * 2] as number);
  const message = `the amount ${amount} for ${places[at]?.name} is not the exact product, rounded half up once`;
  const place = cellPlace(table, table.rowNumbers[index] ?? 0, field, key);
  return { key, publication: publication.label, place, message };
}

/** One wrong amount of each row and setting: it is enough to stop a build, and a wrong kernel makes millions. */
function violationsOf(sheet: Sheet): Violation[] {
  const violations: Violation[] = [];
  sheet.rows.forEach((index, at) => {
    sheet.units(index).forEach((units, setting) => {
      const first = at * sheet.places.length * 2 + setting;
      const wrong = firstWrong(sheet, units, first);
      if (wrong >= 0) violations.push(violation(sheet, index, TOTALS[setting] ?? "", first, wrong));
    });
  });
  return violations;
}

function findingsOf(sheets: readonly Sheet[], { byKey }: PfsBook): Findings {
  return {
    checked: sheets.reduce((total, { cents }) => total + cents.length, 0),
    violations: sheets.flatMap(violationsOf),
    publications: [...new Set(sheets.map(({ pfs }) => pfs.file.publication.label))],
    compared: (key) => byKey.has(key),
  };
}

/** Every amount that a release publishes is the exact product of what CMS prints, rounded once. */
export const amountsAreExact: Check<PfsBooks> = {
  id: "pfs.amount-is-exact-product",
  invariants: ["P15"],
  title:
    "Every amount, national and by locality, in full, at the OPPS cap and for qualifying participants, is (work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x factor, rounded half up to the cent once, by arithmetic that is not the kernel's",
  scope: "row",
  // Both sides are ours, so CMS cannot break it.
  severity: "error",
  cites: [{ title: "42 CFR 414.20; CMS record layout of the relative value file (RVU26B.pdf), page 2" }],
  cure: "The kernel in pipelines/pfs/kernel.ts is wrong: do not publish anything before it is mended",
  run: (books) => books.pfs && findingsOf(sheetsOf(books), books.pfs),
};
