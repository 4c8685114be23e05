import type { ClaimPair } from "../../../schemas/out/pairs.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { COMPLEXITY_ADJUSTMENT, COMPLEXITY_INFERRED, COMPREHENSIVE_APC } from "../../schedules/opps/rules.ts";
import { dollars } from "../../words/money-text.ts";
import { combinationsOf } from "../rate/combinations.ts";
import { pairsOf } from "../rate/pairs.ts";
import { byRule, type Claim, noAmountFor, type Paid } from "./claim.ts";
import { type HospitalLine, packaged, separate } from "./hospital-line.ts";

/** Services that Addendum J excludes from a comprehensive payment, by status indicator: they are paid by themselves. */
const EXCLUDED: Readonly<Record<string, string>> = {
  F: "excluded from the comprehensive payment by Addendum J: paid at cost",
  G: "excluded from the comprehensive payment by Addendum J: pass-through drug",
  H: "excluded from the comprehensive payment by Addendum J: pass-through device",
  H1: "excluded from the comprehensive payment by Addendum J: non-opioid product",
  K1: "excluded from the comprehensive payment by Addendum J: non-opioid product",
  L: "excluded from the comprehensive payment by Addendum J: vaccine",
  U: "excluded from the comprehensive payment by Addendum J: brachytherapy",
};

/** Status indicators that a comprehensive payment packages, but for what Addendum J excludes by other names. */
const PACKAGED = new Set(["J1", "J2", "K", "N", "P", "Q1", "Q2", "Q3", "Q4", "R", "S", "S1", "T", "V"]);

/** New Technology APCs, whose services Addendum J excludes. */
function isNewTechnology(apc: string | null | undefined): boolean {
  const number = Number(apc ?? 0);
  return (number >= 1491 && number <= 1599) || (number >= 1901 && number <= 1999);
}

/** The J1 line that is paid; undefined where it is not known which of several. */
function primaryOf({ documents }: Claim, lines: readonly HospitalLine[]): HospitalLine | undefined {
  const codes = new Set(lines.map(({ line }) => line.hcpcs));
  if (codes.size === 1) return lines[0];
  const ranks = lines.map((each) => ({
    each,
    rank: documents.table("opps-ranks")?.rowsOf({ hcpcs: each.line.hcpcs })[0]?.rank,
  }));
  if (ranks.some(({ rank }) => rank === undefined)) return undefined;
  return ranks.sort((one, other) => (one.rank ?? 0) - (other.rank ?? 0))[0]?.each;
}

/** Codes that stand beside the primary one: those of other lines, and the primary code again where it has more units. */
function besides(primary: HospitalLine, all: readonly HospitalLine[]): string[] {
  const own = all.filter(({ line }) => line.hcpcs === primary.line.hcpcs);
  const isRepeated = own.reduce((sum, { line }) => sum + line.units, 0) > 1;
  const others = all.filter((each) => !own.includes(each)).map(({ line }) => line.hcpcs);
  return [...new Set([...others, ...(isRepeated ? [primary.line.hcpcs] : [])])];
}

const notQualifying = ({ secondary, evaluation }: ClaimPair): string => {
  if (evaluation === null) return `with ${secondary} it does not qualify for a higher APC`;
  const { frequency, geometricMeanCost, costThreshold } = evaluation;
  const cost = geometricMeanCost === null ? "" : `, cost ${dollars(geometricMeanCost)}`;
  const threshold = costThreshold === null ? "" : ` and threshold ${dollars(costThreshold)}`;
  return `with ${secondary} it does not qualify for a higher APC (${frequency} claims${cost}${threshold})`;
};

/** The payment by Addendum J; undefined where the release has none. */
function adjustedPay(claim: Claim, primary: HospitalLine, codes: readonly string[]): Paid | undefined {
  const { alone, line } = primary;
  if (claim.documents.table("opps-pairs") === undefined) return undefined;
  const pairs = codes
    .flatMap((code) => pairsOf(claim.documents, line.hcpcs, code) ?? [])
    .filter((pair) => pair.primary === line.hcpcs);
  const qualified = pairs.find(({ qualifies }) => qualifies);
  if (qualified === undefined) {
    const why = pairs.length === 0 ? null : pairs.map(notQualifying).join("; ");
    return { ...comprehensiveAlone(primary), why };
  }
  const { oppsRate, secondary, adjustedApc, primaryApc } = qualified;
  if (oppsRate.value === null) return { alone, paid: oppsRate, why: null };
  const why = `with ${secondary} it is paid by APC ${adjustedApc} instead of ${primaryApc}`;
  return { alone, paid: byRule(oppsRate.value, COMPLEXITY_ADJUSTMENT, [oppsRate]), why };
}

function comprehensiveAlone({ alone }: HospitalLine): Paid {
  if (alone.value === null) return { alone, paid: alone, why: null };
  return { alone, paid: byRule(alone.value, COMPREHENSIVE_APC, [alone]), why: null };
}

/** Without Addendum J: what Addendum FF has for the ASC's combination code of two of the codes. */
function inferredPay(claim: Claim, primary: HospitalLine, codes: readonly string[]): Paid | undefined {
  for (const code of codes) {
    const found = combinationsOf(claim.documents, primary.line.hcpcs, code).find((each) => each.secondary === code);
    const inferred = found?.inferred;
    if (found === undefined || inferred == null || inferred.oppsRate.value === null) continue;
    const why = `with ${code}: inferred from Addendum FF, which has APC ${inferred.apc} for ${found.code}. The release was built without Addendum J; without an adjustment ${dollars(primary.alone.value ?? "")} is paid`;
    const paid = byRule(inferred.oppsRate.value, COMPLEXITY_INFERRED, [
      inferred.oppsRate,
      { value: "0.00", cells: [inferred.cells] },
    ]);
    return { alone: primary.alone, paid, why, inferred: true };
  }
  return undefined;
}

/** Whether a code is of a kind that Addendum J has as a secondary one: another J1 code, or an add-on code. */
function mayQualify({ documents }: Claim, hcpcs: string): boolean {
  const [row] = documents.table("opps")?.rowsOf({ hcpcs }) ?? [];
  return row?.statusIndicator === COMPREHENSIVE || row?.statusIndicator === "N";
}

function primaryPay(claim: Claim, primary: HospitalLine, all: readonly HospitalLine[]): Paid {
  const codes = besides(primary, all);
  const pay = adjustedPay(claim, primary, codes) ?? inferredPay(claim, primary, codes);
  if (pay !== undefined) return pay;
  const doubtful = codes.filter((code) => mayQualify(claim, code));
  if (doubtful.length === 0) return comprehensiveAlone(primary);
  const why = `without Addendum J it is not known whether more is paid with ${doubtful.join(", ")}`;
  return { ...comprehensiveAlone(primary), why };
}

function otherPay(claim: Claim, each: HospitalLine, into: string): Paid {
  const { status, row, alone } = each;
  const excluded = EXCLUDED[status];
  if (excluded !== undefined) return separate(each, excluded);
  if (isNewTechnology(row?.apc))
    return separate(each, "excluded from the comprehensive payment by Addendum J: New Technology APC");
  if (PACKAGED.has(status)) return packaged(claim, each, `packaged into ${into}, the primary J1 code of the claim`);
  if (status === "A") return { alone, paid: noAmountFor("comprehensive-or-another-schedule"), why: null };
  return separate(each);
}

/**
 * What a hospital is paid for a claim with a J1 code: one payment, and what Addendum J excludes from it.
 *
 * @param all lines, at least one of them with status indicator J1
 */
export function comprehensivePay(claim: Claim, all: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  const comprehensive = all.filter(({ status }) => status === COMPREHENSIVE);
  const primary = primaryOf(claim, comprehensive);
  const pay = (each: HospitalLine): Paid => {
    if (each === primary) return primaryPay(claim, primary, all);
    if (primary === undefined && each.status === COMPREHENSIVE)
      return { alone: each.alone, paid: noAmountFor("primary-not-known"), why: null };
    return otherPay(claim, each, primary?.line.hcpcs ?? "the J1 code that is primary");
  };
  return new Map(all.map((each) => [each, pay(each)]));
}
