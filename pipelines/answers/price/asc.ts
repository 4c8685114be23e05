import type { AscRow } from "../../../schemas/out/facility.ts";
import type { Combination } from "../../../schemas/out/pairs.ts";
import type { ClaimLine, PricedSide } from "../../../schemas/out/price.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { sumOfAmounts } from "../../rules/money.ts";
import {
  ASC_COMBINATION,
  ASC_MULTIPLE_PROCEDURES,
  ASC_PACKAGED,
  ASC_RATE_TIMES_UNITS,
} from "../../schedules/asc/rules.ts";
import { shareText } from "../../schedules/pfs/modifier-share.ts";
import { facilityModifiers } from "../../sources/modifiers.ts";
import { dollars } from "../../words/money-text.ts";
import { cellsOf } from "../rate/cells.ts";
import { combinationsOf } from "../rate/combinations.ts";
import { rateAsc } from "../rate/facility.ts";
import { byRule, type Claim, noAmountFor, type Paid, pricedSide, questionOf } from "./claim.ts";
import { areSeveral, halfAfterFirst, paidShares, type Ranked, rank } from "./ranked.ts";

/** A line with its row of an ASC addendum. */
interface AscLine {
  readonly line: ClaimLine;
  readonly row: AscRow | undefined;
  /** For one unit, without the other lines. */
  readonly alone: RateOrReason;
  /** The code for two lines, where this one is the primary procedure of the two. */
  readonly combination: Combination | undefined;
  /** The primary procedure and the code for both, where the line is the other one of the two. */
  readonly partOf: { readonly line: number; readonly ascRate: RateOrReason } | undefined;
}

interface Combined {
  readonly combination: Combination;
  readonly other: ClaimLine;
}

/** The code that an ASC bills for a procedure with another line; undefined where none is on the ASC list. */
function combinedWith({ documents }: Claim, primary: ClaimLine, others: readonly ClaimLine[]): Combined | undefined {
  for (const other of others) {
    const isOfTwo = (each: Combination): boolean =>
      each.primary === primary.hcpcs && each.secondary === other.hcpcs && each.ascRate.value !== null;
    const combination = combinationsOf(documents, primary.hcpcs, other.hcpcs).find(isOfTwo);
    if (combination !== undefined) return { combination, other };
  }
  return undefined;
}

/** Lines that an ASC bills two with one code: by the line of the primary procedure. */
function combined(claim: Claim): Map<ClaimLine, Combined> {
  const found = new Map<ClaimLine, Combined>();
  for (const primary of claim.lines) {
    const used = [...found].flatMap(([line, { other }]) => [line, other]);
    const others = claim.lines.filter((line) => line !== primary && !used.includes(line));
    const pair = used.includes(primary) ? undefined : combinedWith(claim, primary, others);
    if (pair !== undefined) found.set(primary, pair);
  }
  return found;
}

function ascLines(claim: Claim): AscLine[] {
  const pairs = combined(claim);
  return claim.lines.map((line) => {
    const [row] = claim.documents.table("asc")?.rowsOf({ hcpcs: line.hcpcs }) ?? [];
    const { rate } = rateAsc(questionOf(claim, line.hcpcs));
    const [primary, pair] = [...pairs].find(([, { other }]) => other === line) ?? [];
    const partOf = primary && pair && { line: primary.line, ascRate: pair.combination.ascRate };
    return { line, row, alone: rate, combination: pairs.get(line)?.combination, partOf };
  });
}

/** The rate by which a line is ranked: of the combination code, where it is billed by one. */
function rateOf({ alone, combination }: AscLine): RateOrReason {
  return combination?.ascRate ?? alone;
}

/** Whether Addendum AA marks the code that is billed as subject to the discount. */
function isDiscounted({ documents }: Claim, { row, combination }: AscLine): boolean {
  const [own] = combination === undefined ? [row] : (documents.table("asc")?.rowsOf({ hcpcs: combination.code }) ?? []);
  return own?.multipleProcedureDiscount === true;
}

function combinationText({ alone, combination }: AscLine): string | null {
  if (combination === undefined) return null;
  const { code, primary, secondary } = combination;
  const without =
    alone.value === null ? "" : `. Billed as ${primary} and ${secondary}, ${dollars(alone.value)} is paid`;
  return `an ASC bills ${code} for ${primary} with ${secondary}${without}`;
}

function packagedPay({ documents }: Claim, { line, row, alone, partOf }: AscLine): Paid | undefined {
  const head = documents.table("asc")?.head;
  if (partOf !== undefined) {
    const why = `part of the combination code that is billed for line ${partOf.line}`;
    return { alone, paid: byRule("0.00", ASC_COMBINATION, [partOf.ascRate]), why };
  }
  if (head === undefined || row?.state !== "packaged") return undefined;
  const file = row.addendum === "AA" ? "asc-aa" : "asc-bb";
  const cells = [cellsOf(head, file, row.row, ["paymentIndicator"])];
  const why = `payment indicator ${row.paymentIndicator}: ${line.hcpcs} has no payment of its own`;
  return { alone, paid: byRule("0.00", ASC_PACKAGED, [{ value: "0.00", cells }]), why };
}

/** A line whose rate other procedures do not change. */
function fullPay(each: AscLine): Paid {
  const { line, alone, combination } = each;
  const rate = rateOf(each);
  if (rate.value === null) return { alone, paid: rate, why: null };
  const rule = combination === undefined ? ASC_RATE_TIMES_UNITS : ASC_COMBINATION;
  const units = combination === undefined ? line.units : 1;
  const value = sumOfAmounts(Array<string>(units).fill(rate.value));
  return { alone, paid: byRule(value, rule, [rate]), why: combinationText(each) };
}

function rankedOf(each: AscLine): Ranked<AscLine>[] {
  const { value } = rateOf(each);
  return value === null ? [] : [{ key: each, amount: value, units: each.combination ? 1 : each.line.units }];
}

/** What is paid for each of several procedures that Addendum AA marks. */
function discountedPay(claim: Claim, all: readonly AscLine[]): Map<AscLine, Paid> {
  const marked = all.filter((each) => isDiscounted(claim, each) && each.partOf === undefined);
  const procedures = marked.flatMap(rankedOf);
  if (!areSeveral(procedures)) return new Map();
  const ranked = rank(procedures, halfAfterFirst);
  return new Map(
    procedures.map(({ key, amount }) => {
      const shares = ranked.get(key)?.flatMap((share) => share ?? []) ?? [];
      const why = combinationText(key) ?? "one of several procedures that Addendum AA marks for the discount";
      const paid = byRule(paidShares(amount, shares), ASC_MULTIPLE_PROCEDURES, [rateOf(key)]);
      return [key, { alone: key.alone, percents: shares.map(shareText), paid, why }];
    }),
  );
}

/** What an ASC is paid for the lines of a claim, nationally. */
export function ascSide(claim: Claim): PricedSide {
  const all = ascLines(claim);
  const isOfProcedure = all.some(({ row, combination }) => row?.addendum === "AA" || combination !== undefined);
  const isSpecial = ({ line }: AscLine): boolean => facilityModifiers(line.modifiers).length > 0;
  const discounted = discountedPay(
    claim,
    all.filter((each) => !isSpecial(each)),
  );
  const pay = (each: AscLine): Paid => {
    const { row, alone } = each;
    if (isSpecial(each)) return { alone, paid: noAmountFor("modifier-of-facility"), why: null };
    if (row?.addendum === "BB" && row.state !== "packaged" && !isOfProcedure)
      return { alone, paid: noAmountFor("no-procedure-on-claim"), why: null };
    return packagedPay(claim, each) ?? discounted.get(each) ?? fullPay(each);
  };
  return pricedSide(claim, new Map(all.map((each) => [each.line, pay(each)])));
}
