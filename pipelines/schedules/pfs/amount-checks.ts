import { SETTING_FIELDS, SETTINGS } from "../../../schemas/setting.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { type ConversionFactor, scaledInteger } from "../../../schemas/units.ts";
import type { Check, Findings, Violation } from "../../rules/check.ts";
import { violationAt } from "../../rules/row-check.ts";
import type { Amounts } from "./amounts.ts";
import type { PfsBooks } from "./books.ts";
import { isExactAmount, NATION, type Triple } from "./exact-amounts.ts";
import type { Locality } from "./localities.ts";
import type { PfsBook } from "./price.ts";
import { cappedRvus, fullRvus, type RvusOf } from "./row-rvus.ts";
import type { RvuFile } from "./rvu-file.ts";

/** A place with amounts. */
interface AmountPlace {
  readonly name: string;
  readonly indices: Triple;
}

/** Amounts, with the rows, RVUs, places and factor that they were computed from. */
interface Sheet {
  readonly rvu: RvuFile;
  readonly factor: ConversionFactor;
  readonly rvus: RvusOf;
  readonly places: readonly AmountPlace[];
  readonly amounts: Amounts;
}

const NATIONAL: readonly AmountPlace[] = [{ name: "the nation", indices: NATION }];

function placeOf({ key, workGpci, row }: Locality): AmountPlace {
  const [work, pe, mp] = [workGpci, row.peGpci, row.mpGpci].map(scaledInteger) as [number, number, number];
  return { name: `locality ${key}`, indices: { work, pe, mp } };
}

/** The national sheet, and that of the localities when there are any. */
function sheetsFor(
  { rvu, factor }: PfsBook,
  rvus: RvusOf,
  [national, local]: readonly [Amounts, Amounts | undefined],
  localities: readonly Locality[] = [],
): Sheet[] {
  const about = { rvu, factor, rvus };
  const nation = { ...about, places: NATIONAL, amounts: national };
  return local === undefined ? [nation] : [nation, { ...about, places: localities.map(placeOf), amounts: local }];
}

function sheetsOf({ pfs, gpci, amounts, oppsCap, qualifying }: PfsBooks): Sheet[] {
  if (pfs === undefined) return [];
  const localities = gpci?.localities;
  const sheets = sheetsFor(pfs, fullRvus(pfs.rvu), [pfs.national, amounts], localities);
  const second = qualifying?.pfs;
  if (second)
    sheets.push(...sheetsFor(second, fullRvus(second.rvu), [second.national, qualifying.amounts], localities));
  if (oppsCap) sheets.push(...sheetsFor(pfs, cappedRvus(pfs.rvu), [oppsCap.national, oppsCap.amounts], localities));
  return sheets;
}

/** The first place whose amount is not exact, -1 for none. A loop, because there are two million amounts. */
function wrongPlace(own: Triple, factor: number, places: readonly AmountPlace[], cents: Int32Array): number {
  for (let place = 0; place < places.length; place += 1) {
    const { indices } = places[place] as AmountPlace;
    if (!isExactAmount(own, indices, factor, cents[place] ?? -1)) return place;
  }
  return -1;
}

/** One wrong amount for each row and setting: that is enough to stop a build, and a wrong kernel makes millions. */
function violationsOf({ rvu, factor, rvus, places, amounts }: Sheet): Violation[] {
  const violations: Violation[] = [];
  const inForce = scaledInteger(factor);
  for (const row of amounts.rows) {
    for (const setting of SETTINGS) {
      const own = rvus(row, setting);
      const cents = amounts.of(row, setting);
      const wrong = wrongPlace(own, inForce, places, cents);
      if (wrong < 0) continue;
      const seen = `the amount ${centsText(cents[wrong] ?? 0)} for ${places[wrong]?.name}`;
      const message = `${seen} is not the exact product, rounded half up once`;
      violations.push(violationAt(rvu.file, row, { fields: [SETTING_FIELDS[setting].total], message }));
    }
  }
  return violations;
}

function findingsOf(sheets: readonly Sheet[], { file: { table } }: RvuFile): Findings {
  return {
    checked: sheets.reduce((total, { amounts }) => total + amounts.count, 0),
    violations: sheets.flatMap(violationsOf),
    publications: [...new Set(sheets.map(({ rvu }) => rvu.file.publication.label))],
    compared: (key) => table.rowNumbers.some((_, row) => table.key(row) === key),
  };
}

/** Every amount that a release publishes is the exact product of what CMS prints, rounded once. */
export const amountsAreExact: Check<PfsBooks> = {
  id: "pfs.amount-is-exact-product",
  invariants: ["P15"],
  title:
    "Every amount, national and by locality, in full, at the OPPS cap and for qualifying participants, is (work RVU x work GPCI + PE RVU x PE GPCI + MP RVU x MP GPCI) x factor, rounded half up to the cent once; the check uses other arithmetic than the kernel",
  scope: "row",
  // Both sides are our own arithmetic, so CMS cannot break it.
  severity: "error",
  cites: [{ title: "42 CFR 414.20; CMS record layout of the relative value file (RVU26B.pdf), page 2" }],
  cure: "The kernel in pipelines/schedules/pfs/kernel.ts is wrong: fix it before you publish anything",
  run: (books) => books.pfs && findingsOf(sheetsOf(books), books.pfs.rvu),
};
