import type { AscRow } from "../../../schemas/out/facility.ts";
import type { Combination } from "../../../schemas/out/pairs.ts";
import type { ClaimLine, PricedSide } from "../../../schemas/out/price.ts";
import type { RateCells, RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { byFallingAmount, sumOfAmounts } from "../../rules/money.ts";
import type { Rule } from "../../rules/rule.ts";
import {
  ASC_COMBINATION,
  ASC_MULTIPLE_PROCEDURES,
  ASC_PACKAGED,
  ASC_RATE_TIMES_UNITS,
} from "../../schedules/asc/rules.ts";
import { shareText } from "../../schedules/pfs/modifier-share.ts";
import { changesFacility } from "../../sources/modifiers.ts";
import { dollars } from "../../words/money-text.ts";
import { cellsOf } from "../rate/cells.ts";
import { combinationsOf } from "../rate/combinations.ts";
import { rateAsc } from "../rate/facility.ts";
import { byRule, type Claim, cellsIn, noPay, type Paid, pricedSide, questionOf, timesUnits } from "./claim.ts";
import { fixedShares, halfAfterFirst, paidShares, RANK_NOT_KNOWN, type Ranked, rank, type Shares } from "./ranked.ts";

/** A line with its row of an ASC addendum. */
interface AscLine {
  readonly line: ClaimLine;
  readonly row: AscRow | undefined;
  /** For one unit, without the other lines. */
  readonly alone: RateOrReason;
  readonly isModified: boolean;
}

/** Units of a line that are paid alike: those billed by a combination code, and the others. */
interface Units {
  readonly of: AscLine;
  readonly units: number;
  readonly rate: RateOrReason;
  /** Addendum AA marks the code that is billed as subject to the discount. */
  readonly isDiscounted: boolean;
  readonly rule: Rule;
  readonly cells: readonly RateCells[];
  readonly why: string | null;
}

/** Two lines that an ASC bills with one code: one unit of each. */
interface Combined {
  readonly combination: Combination;
  readonly primary: AscLine;
  readonly secondary: AscLine;
}

function ascLine(claim: Claim, line: ClaimLine): AscLine {
  const [row] = claim.documents.table("asc")?.rowsOf({ hcpcs: line.hcpcs }) ?? [];
  const { rate } = rateAsc(questionOf(claim, line.hcpcs));
  return { line, row, alone: rate, isModified: line.modifiers.some(changesFacility) };
}

/** Combination codes of two lines that are on the ASC list and not on the claim, the highest rate first. */
function combinedLines({ documents }: Claim, all: readonly AscLine[]): Combined[] {
  const isBilled = (code: string): boolean => all.some(({ line }) => line.hcpcs === code);
  const plain = all.filter(({ isModified }) => !isModified);
  const found = plain.flatMap((primary) =>
    plain.flatMap((secondary) =>
      combinationsOf(documents, primary.line.hcpcs, secondary.line.hcpcs)
        .filter((each) => each.primary === primary.line.hcpcs && each.secondary === secondary.line.hcpcs)
        .filter(({ ascRate, code }) => ascRate.value !== null && !isBilled(code))
        .map((combination): Combined => ({ combination, primary, secondary })),
    ),
  );
  const rateOf = ({ combination }: Combined): string => combination.ascRate.value ?? "0";
  return found.sort(
    (one, other) =>
      byFallingAmount(rateOf(one), rateOf(other)) || (one.combination.code < other.combination.code ? -1 : 1),
  );
}

/** Those of them that are billed: each line is in one. */
function billedCombinations(claim: Claim, all: readonly AscLine[]): Combined[] {
  const used = new Set<AscLine>();
  return combinedLines(claim, all).filter(({ primary, secondary }) => {
    if (used.has(primary) || used.has(secondary)) return false;
    used.add(primary).add(secondary);
    return true;
  });
}

function ofCombination(claim: Claim, { combination, primary, secondary }: Combined): Units[] {
  const { code, ascRate } = combination;
  const [own] = claim.documents.table("asc")?.rowsOf({ hcpcs: code }) ?? [];
  const common = { units: 1, rule: ASC_COMBINATION, cells: cellsIn(ascRate) };
  const parts = `${primary.line.hcpcs} and ${secondary.line.hcpcs}`;
  const apart = primary.alone.value === null ? "" : `. Billed as ${parts}, ${dollars(primary.alone.value)} is paid`;
  const why = `an ASC bills ${code} for ${primary.line.hcpcs} with ${secondary.line.hcpcs}${apart}`;
  const isDiscounted = own?.multipleProcedureDiscount === true;
  const zero: RateOrReason = { value: "0.00", cells: cellsIn(ascRate) };
  return [
    { ...common, of: primary, rate: ascRate, isDiscounted, why },
    {
      ...common,
      ...{ of: secondary, rate: zero, isDiscounted: false },
      why: `part of ${code}, which is billed for line ${primary.line.line}`,
    },
  ];
}

/** Units of a line that are billed by its own code. */
function ofCode({ documents }: Claim, of: AscLine, units: number): Units {
  const { row, alone, line } = of;
  const head = documents.table("asc")?.head;
  if (head !== undefined && row?.state === "packaged") {
    const cells = [cellsOf(head, row.addendum === "AA" ? "asc-aa" : "asc-bb", row.row, ["paymentIndicator"])];
    const why = `payment indicator ${row.paymentIndicator}: ${line.hcpcs} has no payment of its own`;
    return { of, units, rate: { value: "0.00", cells }, isDiscounted: false, rule: ASC_PACKAGED, cells, why };
  }
  const isDiscounted = row?.multipleProcedureDiscount === true;
  return { of, units, rate: alone, isDiscounted, rule: ASC_RATE_TIMES_UNITS, cells: cellsIn(alone), why: null };
}

function unitsOf(claim: Claim, all: readonly AscLine[]): Units[] {
  const combined = billedCombinations(claim, all).flatMap((each) => ofCombination(claim, each));
  const others = all.flatMap((of): Units[] => {
    const left = of.line.units - combined.filter((each) => each.of === of).length;
    return left === 0 ? [] : [ofCode(claim, of, left)];
  });
  return [...combined, ...others];
}

/** What is paid for units, and the shares where they are ranked; or why nothing is known. */
type UnitsPay = { readonly value: string; readonly shares: readonly number[] } | { readonly reason: string };

function unitsPay({ rate, units }: Units, shares: Shares | typeof RANK_NOT_KNOWN | undefined): UnitsPay {
  if (rate.value === null) return { reason: rate.reason };
  if (shares === RANK_NOT_KNOWN) return { reason: RANK_NOT_KNOWN };
  if (shares === undefined) return { value: timesUnits(rate.value, units), shares: [] };
  return { value: paidShares(rate.value, fixedShares(shares)), shares: fixedShares(shares) };
}

const ONE_OF_SEVERAL = "one of several procedures that Addendum AA marks for the discount";

/** What is paid for all units of a line. */
function linePay({ alone }: AscLine, own: readonly Units[], pays: readonly UnitsPay[]): Paid {
  const [unknown] = pays.flatMap((each) => ("reason" in each ? each.reason : []));
  if (unknown !== undefined) return noPay(alone, unknown);
  const known = pays.flatMap((each) => ("reason" in each ? [] : each));
  const shares = known.flatMap((each) => each.shares);
  const isRanked = shares.length > 0;
  const [first] = own;
  const rule =
    first?.rule === ASC_RATE_TIMES_UNITS && isRanked ? ASC_MULTIPLE_PROCEDURES : (first?.rule ?? ASC_PACKAGED);
  const cells = own.flatMap((each) => each.cells);
  const why = own.flatMap((each) => each.why ?? []).join("; ") || (isRanked ? ONE_OF_SEVERAL : null);
  const paid = byRule(sumOfAmounts(known.map(({ value }) => value)), rule, cells);
  return { alone, ...(isRanked ? { percents: shares.map(shareText) } : {}), paid, why };
}

/** The shares of the units that Addendum AA marks for the discount. */
function rankedUnits(items: readonly Units[]): ReturnType<typeof rank<Units>> {
  const procedures = items
    .filter(({ isDiscounted }) => isDiscounted)
    .map((key): Ranked<Units> => {
      const amount = key.of.isModified ? undefined : (key.rate.value ?? undefined);
      return { key, amount, units: key.units };
    });
  return rank(procedures, halfAfterFirst);
}

/** What an ASC is paid for the lines of a claim, nationally. */
export function ascSide(claim: Claim): PricedSide {
  const all = claim.lines.map((line) => ascLine(claim, line));
  const items = unitsOf(claim, all);
  const ranked = rankedUnits(items);
  const isOfProcedure = all.some(({ row }) => row?.addendum === "AA");
  const isAncillaryAlone = ({ row }: AscLine): boolean =>
    row?.addendum === "BB" && row.state !== "packaged" && !isOfProcedure;
  const pay = (each: AscLine): Paid => {
    if (each.isModified) return noPay(each.alone, "modifier-of-facility");
    if (isAncillaryAlone(each)) return noPay(each.alone, "no-procedure-on-claim");
    const own = items.filter(({ of }) => of === each);
    return linePay(
      each,
      own,
      own.map((item) => unitsPay(item, ranked.get(item))),
    );
  };
  return pricedSide(claim, new Map(all.map((each) => [each.line, pay(each)])));
}
