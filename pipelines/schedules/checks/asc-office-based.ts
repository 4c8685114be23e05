import { parseScaled } from "../../../schemas/scaled.ts";
import type { AscOfficeBasis } from "../../../schemas/source/parameters.ts";
import type { Publication } from "../../../schemas/source/release.ts";
import { centsText, rvuText } from "../../../schemas/unit-text.ts";
import { type Cents, ofUnit, type Rvu, SCALE, scaledInteger } from "../../../schemas/units.ts";
import { type Check, compareWithCms, type Findings, together } from "../../rules/check.ts";
import { divideHalfUp } from "../../rules/rounding.ts";
import { checkRows, type RowFault } from "../../rules/row-check.ts";
import { type ExpectedFactor, expectedFactors } from "../../sources/factors.ts";
import { inForceOn } from "../../sources/in-force-on.ts";
import { ascOfficeBases } from "../../sources/sources.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import type { AscAddendumRow } from "../asc/addenda.ts";
import type { ReleaseBook } from "../book.ts";
import type { PfsBook } from "../pfs/price.ts";
import { type RvuFile, rowWith } from "../pfs/rvu-file.ts";

/** Payment indicators of procedures and tests that are paid the office practice expense. */
const AT_OFFICE_PE = new Set(["P3", "Z3"]);
/** Hundredths of an RVU times ten-thousandths of a dollar are 10^-6 dollars; a cent is this many of those. */
const CENT = 10_000;

/** What the rates of one addendum are compared to. */
interface Expectation {
  readonly basis: AscOfficeBasis;
  readonly factor: ExpectedFactor;
  readonly pfs: PfsBook | undefined;
}

/** Undefined while no basis or factor is recorded for the first day of the addenda. */
function expectationOf(publication: Publication, pfs: PfsBook | undefined): Expectation | undefined {
  const basis = inForceOn(ascOfficeBases().bases, publication.window.from);
  const factor = expectedFactors("pfs", publication).find(({ entry }) => entry.track === basis?.track);
  return basis && factor && { basis, factor, pfs };
}

function practiceExpenseRow(rvu: RvuFile, hcpcs: string, { practiceExpense }: AscOfficeBasis): number | undefined {
  const technical = practiceExpense === "technical-else-global" ? rowWith(rvu, hcpcs, "TC") : undefined;
  return technical ?? rowWith(rvu, hcpcs, "");
}

/**
 * The rates that a practice expense can have, in cents: PE x factor, and when CMS rescaled an earlier rate to the
 * factor in force, also that rounded rate x factor / earlier factor.
 */
export function officeRates(pe: Rvu, { basis, factor }: Pick<Expectation, "basis" | "factor">): number[] {
  const rvu = scaledInteger(pe);
  const inForce = scaledInteger(factor.value);
  const earlier = parseScaled(basis.rescaledFrom ?? "", SCALE.factor);
  const now = divideHalfUp(rvu * inForce, CENT);
  if (earlier === undefined) return [now];
  const before = divideHalfUp(rvu * earlier, CENT);
  return [now, Math.floor((before * inForce * 2 + earlier) / (earlier * 2))];
}

/** The only practice expense that can give this rate: a hundredth of an RVU is more than a quarter of a dollar. */
function nearestPracticeExpense(rate: number, { value }: ExpectedFactor): Rvu {
  const factor = scaledInteger(value);
  return ofUnit<Rvu>(Math.floor((rate * CENT * 2 + factor) / (factor * 2)));
}

function rateFault(rate: Cents, pe: Rvu, words: string, expectation: Expectation): RowFault | null {
  const printed = scaledInteger(rate);
  const rates = officeRates(pe, expectation);
  if (rates.includes(printed)) return null;
  const product = `${words} ${rvuText(pe)} x ${expectation.factor.entry.value}`;
  const message = `${product} = ${rates.map(centsText).join(" or ")}, CMS printed ${centsText(printed)}`;
  return { fields: ["paymentIndicator", "ascRate"], message };
}

/** What is wrong with a rate of a code. */
type RateTest = (hcpcs: string, rate: Cents) => RowFault | null;

/** The test of one addendum's rates; undefined when the relative value file that it needs was not read. */
function testOf(expectation: Expectation): RateTest | undefined {
  const { basis, factor, pfs } = expectation;
  if (basis.practiceExpense === "any") {
    return (_, rate) => {
      const pe = nearestPracticeExpense(scaledInteger(rate), factor);
      return rateFault(rate, pe, "the nearest practice expense", expectation);
    };
  }
  if (pfs === undefined) return undefined;
  const { nonFacilityPeRvu, modifier } = pfs.rvu.columns;
  return (hcpcs, rate) => {
    const row = practiceExpenseRow(pfs.rvu, hcpcs, basis);
    if (row === undefined) return { fields: ["hcpcs"], message: "the relative value file has no such code" };
    const words = `the ${modifier.at(row) || "global"} practice expense`;
    return rateFault(rate, nonFacilityPeRvu.at(row), words, expectation);
  };
}

function compare(file: SourceFile<AscAddendumRow> | undefined, pfs: PfsBook | undefined): Findings | undefined {
  const expectation = file && expectationOf(file.publication, pfs);
  const test = expectation && testOf(expectation);
  if (file === undefined || test === undefined) return undefined;
  return checkRows(file, ({ hcpcs, paymentIndicator, ascRate }) => (row) => {
    const rate = ascRate.at(row);
    return AT_OFFICE_PE.has(paymentIndicator.at(row)) && rate !== null ? test(hcpcs.at(row), rate) : undefined;
  });
}

/** An ASC is paid the office's practice expense for office-based procedures. */
export const ascOfficeBased: Check<ReleaseBook> = {
  id: "cross.asc-office-based-rate",
  invariants: ["A4"],
  title:
    "The ASC rate of P3 and Z3 is a non-facility PE x PFS factor, half up to the cent: the PE of the code's row, or any PE of whole hundredths of an RVU for days whose row is not known, such as 2026; row and factor by day in sources/parameters/asc-office-bases.json",
  scope: "release",
  severity: "review",
  cites: [
    { title: "42 CFR 416.171(d): office-based procedures at the nonfacility practice expense, if that is lower" },
  ],
  cure: compareWithCms("the row"),
  run: ({ asc, pfs }) => {
    const files: (SourceFile<AscAddendumRow> | undefined)[] = [asc?.surgical, asc?.ancillary];
    const findings = together(files.map((file) => compare(file, pfs)));
    return findings && { ...findings, unread: files.includes(undefined) };
  },
};
