import { byFallingAmount } from "../../rules/money.ts";
import { OPPS_HIGHEST_CONDITIONAL, OPPS_MULTIPLE_PROCEDURES } from "../../schedules/opps/rules.ts";
import { shareText } from "../../schedules/pfs/modifier-share.ts";
import { byRule, type Claim, noAmountFor, type Paid } from "./claim.ts";
import { type HospitalLine, packaged, separate } from "./hospital-line.ts";
import { areSeveral, halfAfterFirst, paidShares, type Ranked, rank } from "./ranked.ts";

const named = (lines: readonly HospitalLine[]): string =>
  [...new Set(lines.map(({ line, status }) => `${line.hcpcs} (${status})`))].join(", ");

/** Indicators of the services into which a conditionally packaged one is packaged (Addendum D1). */
const PACKAGING: Readonly<Record<string, readonly string[]>> = {
  Q1: ["S", "T", "V"],
  Q2: ["T"],
  Q4: ["J1", "J2", "S", "T", "V", "Q1", "Q2", "Q3"],
};

/** What packages a line; undefined where nothing on the claim does. */
function packagingOf({ status }: HospitalLine, all: readonly HospitalLine[]): readonly HospitalLine[] | undefined {
  const found = all.filter((each) => PACKAGING[status]?.includes(each.status));
  return found.length === 0 ? undefined : found;
}

/** Conditionally packaged codes that nothing packages: the highest is paid. */
function conditionalPay(lines: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  const rated = lines.filter(({ alone }) => alone.value !== null);
  const [highest] = [...rated].sort((one, other) => byFallingAmount(one.alone.value ?? "0", other.alone.value ?? "0"));
  const pay = (each: HospitalLine): Paid => {
    const { line, alone } = each;
    if (alone.value === null) return separate(each);
    if (each !== highest) {
      const why = `packaged into ${highest?.line.hcpcs}, the conditionally packaged code with the highest rate`;
      return { alone, paid: byRule("0.00", OPPS_HIGHEST_CONDITIONAL, [alone]), why };
    }
    if (line.units > 1) return { alone, paid: noAmountFor("units-of-conditional-code"), why: null };
    return {
      alone,
      paid: byRule(alone.value, OPPS_HIGHEST_CONDITIONAL, [alone]),
      why: "nothing on the claim packages it",
    };
  };
  return new Map(lines.map((each) => [each, pay(each)]));
}

function discountedPay(lines: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  const procedures = lines.flatMap((each): Ranked<HospitalLine>[] =>
    each.alone.value === null ? [] : [{ key: each, amount: each.alone.value, units: each.line.units }],
  );
  const ranked = rank(procedures, halfAfterFirst);
  const pay = (each: HospitalLine): Paid => {
    const { alone } = each;
    const shares = ranked.get(each)?.flatMap((share) => share ?? []);
    if (alone.value === null || shares === undefined || !areSeveral(procedures)) return separate(each);
    const paid = byRule(paidShares(alone.value, shares), OPPS_MULTIPLE_PROCEDURES, [alone]);
    return { alone, percents: shares.map(shareText), paid, why: "one of several procedures with status indicator T" };
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

/** What a hospital is paid for a claim without a J1 code. */
export function separatePay(claim: Claim, all: readonly HospitalLine[]): Map<HospitalLine, Paid> {
  const isConditional = (each: HospitalLine): boolean =>
    (each.status === "Q1" || each.status === "Q2") && packagingOf(each, all) === undefined;
  const conditional = conditionalPay(all.filter(isConditional));
  const discounted = discountedPay(all.filter(({ status }) => status === "T"));
  const pay = (each: HospitalLine): Paid => {
    const by = packagingOf(each, all);
    if (by !== undefined) return packaged(claim, each, `packaged into ${named(by)}`);
    if (each.status === "N")
      return packaged(claim, each, "status indicator N: packaged, whatever else is on the claim");
    if (each.status === "Q3" && mayBeComposite(claim, each, all))
      return { alone: each.alone, paid: noAmountFor("composite-apc"), why: null };
    return conditional.get(each) ?? discounted.get(each) ?? separate(each);
  };
  return new Map(all.map((each) => [each, pay(each)]));
}
