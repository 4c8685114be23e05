import type { ClaimPair } from "../../../schemas/out/pairs.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { COMPLEXITY_ADJUSTMENT, COMPLEXITY_INFERRED, COMPREHENSIVE_APC } from "../../schedules/opps/rules.ts";
import { dollars } from "../../words/money-text.ts";
import { combinationsOf } from "../rate/combinations.ts";
import { pairsOf } from "../rate/pairs.ts";
import { byRule, type Claim, cellsIn, noPay, type Paid } from "./claim.ts";
import { type HospitalLine, packaged, separate } from "./hospital-line.ts";

/** What Addendum J excludes from a comprehensive payment, by status indicator: it is paid by itself. */
const EXCLUDED: Readonly<Record<string, string>> = {
  F: "paid at cost",
  G: "pass-through drug",
  H: "pass-through device",
  H1: "non-opioid product",
  K1: "non-opioid product",
  L: "vaccine",
  U: "brachytherapy",
};

/** Status indicators that a comprehensive payment packages, but for what Addendum J excludes by other names. */
const PACKAGED = new Set(["J1", "J2", "N", "P", "Q1", "Q2", "Q3", "Q4", "R", "S", "S1", "T", "V"]);

/** Whether a code has a New Technology APC, whose services Addendum J excludes. */
function isNewTechnology({ row }: HospitalLine): boolean {
  const number = Number(row?.apc ?? 0);
  return (number >= 1491 && number <= 1599) || (number >= 1901 && number <= 1999);
}

/** CMS prints a copayment of zero for preventive services, which Addendum J excludes, and for few other ones. */
function mayBePreventive({ row }: HospitalLine): boolean {
  return row?.oppsRate != null && Number(row.minimumCopayment) === 0 && row.minimumCopayment !== null;
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

/** Whether every line of a code has a modifier that changes what a facility is paid. */
function areModified(hcpcs: string, all: readonly HospitalLine[]): boolean {
  return all.filter(({ line }) => line.hcpcs === hcpcs).every(({ isModified }) => isModified);
}

const notQualifying = ({ secondary, evaluation }: ClaimPair): string => {
  if (evaluation === null) return `with ${secondary} it does not qualify for a higher APC`;
  const { frequency, geometricMeanCost, costThreshold } = evaluation;
  const cost = geometricMeanCost === null ? "" : `, cost ${dollars(geometricMeanCost)}`;
  const threshold = costThreshold === null ? "" : ` and threshold ${dollars(costThreshold)}`;
  return `with ${secondary} it does not qualify for a higher APC (${frequency} claims${cost}${threshold})`;
};

function comprehensiveAlone({ alone }: HospitalLine, why: string | null = null): Paid {
  if (alone.value === null) return { alone, paid: alone, why };
  return { alone, paid: byRule(alone.value, COMPREHENSIVE_APC, cellsIn(alone)), why };
}

function adjusted(primary: HospitalLine, { oppsRate, secondary, adjustedApc, primaryApc }: ClaimPair): Paid {
  const { alone } = primary;
  if (oppsRate.value === null) return { alone, paid: oppsRate, why: null };
  const why = `with ${secondary} it is paid by APC ${adjustedApc} instead of ${primaryApc}`;
  return { alone, paid: byRule(oppsRate.value, COMPLEXITY_ADJUSTMENT, cellsIn(oppsRate)), why };
}

/** The payment by Addendum J; undefined where the release has none. */
function byAddendumJ(claim: Claim, primary: HospitalLine, all: readonly HospitalLine[]): Paid | undefined {
  if (claim.documents.table("opps-pairs") === undefined) return undefined;
  const { hcpcs } = primary.line;
  const pairs = besides(primary, all)
    .flatMap((code) => pairsOf(claim.documents, hcpcs, code) ?? [])
    .filter((pair) => pair.primary === hcpcs);
  const qualified = pairs.filter(({ qualifies }) => qualifies);
  const certain = qualified.find(({ secondary }) => !areModified(secondary, all));
  if (certain !== undefined) return adjusted(primary, certain);
  const [doubtful] = qualified;
  if (doubtful !== undefined) {
    const why = `the modifier of ${doubtful.secondary} may end the pair: ${amountText(primary.alone)} without it, ${amountText(doubtful.oppsRate)} with it`;
    return noPay(primary.alone, "modifier-of-pair", why);
  }
  return comprehensiveAlone(primary, pairs.length === 0 ? null : pairs.map(notQualifying).join("; "));
}

const amountText = ({ value }: { readonly value: string | null }): string =>
  value === null ? "no amount" : dollars(value);

/** Without Addendum J: what Addendum FF has for the ASC's combination code of two of the codes. */
function inferred(claim: Claim, primary: HospitalLine, all: readonly HospitalLine[]): Paid | undefined {
  for (const code of besides(primary, all).filter((each) => !areModified(each, all))) {
    const found = combinationsOf(claim.documents, primary.line.hcpcs, code).find((each) => each.secondary === code);
    const { inferred: from = null, code: combination } = found ?? {};
    if (from === null || from.oppsRate.value === null) continue;
    const why = `with ${code}: inferred from Addendum FF, which has APC ${from.apc} for ${combination}. The release was built without Addendum J; without an adjustment ${amountText(primary.alone)} is paid`;
    const paid = byRule(from.oppsRate.value, COMPLEXITY_INFERRED, [...cellsIn(from.oppsRate), from.cells]);
    return { alone: primary.alone, paid, why, doubt: "inferred" };
  }
  return undefined;
}

/** Whether a code is of a kind that Addendum J has as a secondary one: another J1 code, or an add-on code. */
function mayQualify({ documents }: Claim, hcpcs: string): boolean {
  const [row] = documents.table("opps")?.rowsOf({ hcpcs }) ?? [];
  return row?.statusIndicator === COMPREHENSIVE || row?.statusIndicator === "N";
}

function primaryPay(claim: Claim, primary: HospitalLine, all: readonly HospitalLine[]): Paid {
  if (primary.isModified) return noPay(primary.alone, "modifier-of-facility");
  const pay = byAddendumJ(claim, primary, all) ?? inferred(claim, primary, all);
  if (pay !== undefined) return pay;
  const doubtful = besides(primary, all).filter((code) => mayQualify(claim, code));
  if (doubtful.length === 0) return comprehensiveAlone(primary);
  const why = `without Addendum J it is not known whether more is paid with ${doubtful.join(", ")}`;
  return { ...comprehensiveAlone(primary, why), doubt: "may-be-more" };
}

/** Why a line may be paid beside a comprehensive payment: Addendum J excludes it by a name that no column has. */
function excludedByName(each: HospitalLine): string | undefined {
  if (each.status === "A") return "comprehensive-or-another-schedule";
  if (each.status === "K") return "comprehensive-or-gene-therapy";
  return mayBePreventive(each) ? "comprehensive-or-preventive" : undefined;
}

function otherPay(claim: Claim, each: HospitalLine, into: string): Paid {
  const { status, alone, isModified } = each;
  const excluded = EXCLUDED[status] ?? (isNewTechnology(each) ? "New Technology APC" : undefined);
  if (excluded !== undefined) {
    if (isModified) return noPay(alone, "modifier-of-facility");
    return separate(each, `Addendum J excludes it from the comprehensive payment: ${excluded}`);
  }
  const reason = excludedByName(each);
  if (reason !== undefined) return noPay(alone, reason);
  if (PACKAGED.has(status)) return packaged(claim, each, `packaged into ${into}, the primary J1 code of the claim`);
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
    if (primary === undefined && each.status === COMPREHENSIVE) return noPay(each.alone, "primary-not-known");
    return otherPay(claim, each, primary?.line.hcpcs ?? "the J1 code that is primary");
  };
  return new Map(all.map((each) => [each, pay(each)]));
}
