import { byFallingAmount } from "../../rules/money.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { OPPS_HIGHEST_CONDITIONAL, OPPS_MULTIPLE_PROCEDURES } from "../../schedules/opps/rules.ts";
import { shareText } from "../../schedules/pfs/modifier-share.ts";
import { byRule, type Claim, cellsIn, noPay, type Paid } from "./claim.ts";
import { type HospitalLine, packaged, separate } from "./hospital-line.ts";
import { fixedShares, halfAfterFirst, paidShares, RANK_NOT_KNOWN, type Ranked, rank } from "./ranked.ts";

const named = (lines: readonly HospitalLine[]): string =>
  [...new Set(lines.map(({ line, status }) => `${line.hcpcs} (${status})`))].join(", ");

/**
 * Indicators of the services into which a conditionally packaged one is packaged (Addendum D1). A code with J2 or Q3
 * that is paid by itself has the status of its APC, which is S or V (Addendum A of 2025, every one of them).
 */
const PACKAGING: Readonly<Record<string, readonly string[]>> = {
  Q1: ["S", "T", "V", "J2", "Q3"],
  Q2: ["T"],
  Q4: ["J2", "S", "T", "V", "Q1", "Q2", "Q3"],
};

/** What packages a line; undefined where nothing on the claim does. */
function packagingOf(each: HospitalLine, all: readonly HospitalLine[]): readonly HospitalLine[] | undefined {
  const found = all.filter((other) => other !== each && PACKAGING[each.status]?.includes(other.status));
  return found.length === 0 ? undefined : found;
}

/** Whether an APC is comprehensive: a J1 code has it. */
function hasComprehensiveApc({ documents }: Claim, { row }: HospitalLine): boolean {
  const rows = documents.table("opps")?.allRows() ?? [];
  return rows.some(({ apc, statusIndicator }) => apc === row?.apc && statusIndicator === COMPREHENSIVE);
}

/** Conditionally packaged codes that nothing packages: the highest is paid. */
function conditionalPay(lines: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  const isUnknown = lines.length > 1 && lines.some(({ isModified, alone }) => isModified || alone.value === null);
  const [highest] = [...lines].sort((one, other) => byFallingAmount(one.alone.value ?? "0", other.alone.value ?? "0"));
  const pay = (each: HospitalLine): Paid => {
    const { line, alone } = each;
    if (alone.value === null) return separate(each);
    if (isUnknown) return noPay(alone, RANK_NOT_KNOWN);
    if (each !== highest) {
      const why = `packaged into ${highest?.line.hcpcs}, which has the highest rate of the conditionally packaged codes`;
      return { alone, paid: byRule("0.00", OPPS_HIGHEST_CONDITIONAL, cellsIn(alone)), why };
    }
    if (line.units > 1) return noPay(alone, "units-of-conditional-code");
    const why = `no line has a status indicator that packages ${each.status} codes`;
    return { alone, paid: byRule(alone.value, OPPS_HIGHEST_CONDITIONAL, cellsIn(alone)), why };
  };
  return new Map(lines.map((each) => [each, pay(each)]));
}

/** Procedures with status indicator T. */
function discountedPay(lines: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  const procedures = lines.map((key): Ranked<HospitalLine> => {
    const { alone, isModified, line } = key;
    return { key, amount: isModified ? undefined : (alone.value ?? undefined), units: line.units };
  });
  const ranked = rank(procedures, halfAfterFirst);
  const pay = (each: HospitalLine): Paid => {
    const { alone } = each;
    const shares = ranked.get(each);
    if (alone.value === null || shares === undefined) return separate(each);
    if (shares === RANK_NOT_KNOWN) return noPay(alone, RANK_NOT_KNOWN);
    const known = fixedShares(shares);
    const paid = byRule(paidShares(alone.value, known), OPPS_MULTIPLE_PROCEDURES, cellsIn(alone));
    return { alone, percents: known.map(shareText), paid, why: "one of several procedures with status indicator T" };
  };
  return new Map(lines.map((each) => [each, pay(each)]));
}

/** The composite APCs that a code may be paid through (Addendum M). */
function compositesOf({ documents }: Claim, { line }: HospitalLine): string[] | undefined {
  const table = documents.table("opps-composites");
  return table?.rowsOf({ hcpcs: line.hcpcs }).flatMap(({ compositeApcs }) => compositeApcs.split(/,\s*/));
}

/** Whether a Q3 code may be paid through a composite APC with other lines, which ratebook does not compute. */
function mayBeComposite(claim: Claim, each: HospitalLine, all: readonly HospitalLine[]): boolean {
  const own = compositesOf(claim, each);
  const others = all.filter((other) => other !== each || each.line.units > 1);
  if (own === undefined) return others.some(({ status }) => status === "Q3");
  return others.some(
    (other) => own.includes(other.row?.apc ?? "") || compositesOf(claim, other)?.some((apc) => own.includes(apc)),
  );
}

/** Why the amount of a line that nothing packages is not known; undefined where it is. */
function doubtOf(claim: Claim, each: HospitalLine, all: readonly HospitalLine[], isComprehensive: boolean) {
  if (each.isModified) return "modifier-of-facility";
  if (isComprehensive && each.alone.value !== null) return "comprehensive-apc-of-conditional-code";
  return each.status === "Q3" && mayBeComposite(claim, each, all) ? "composite-apc" : undefined;
}

/** What a hospital is paid for a claim without a J1 code. */
export function separatePay(claim: Claim, all: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  const isConditional = (each: HospitalLine): boolean =>
    (each.status === "Q1" || each.status === "Q2") && packagingOf(each, all) === undefined;
  const unpackaged = all.filter(isConditional);
  const conditional = conditionalPay(unpackaged);
  const discounted = discountedPay(all.filter(({ status }) => status === "T"));
  const isComprehensive = all.length > 1 && unpackaged.some((each) => hasComprehensiveApc(claim, each));
  const pay = (each: HospitalLine): Paid => {
    const by = packagingOf(each, all);
    if (by !== undefined) return packaged(claim, each, `packaged into ${named(by)}`);
    if (each.status === "N")
      return packaged(claim, each, "status indicator N: packaged, whatever else is on the claim");
    const doubt = doubtOf(claim, each, all, isComprehensive);
    if (doubt !== undefined) return noPay(each.alone, doubt);
    return conditional.get(each) ?? discounted.get(each) ?? separate(each);
  };
  return new Map(all.map((each) => [each, pay(each)]));
}
