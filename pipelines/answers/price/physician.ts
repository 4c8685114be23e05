import type { PricedSide } from "../../../schemas/out/price.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import { sumOfAmounts } from "../../rules/money.ts";
import { shareText } from "../../schedules/pfs/modifier-share.ts";
import { AMOUNT_TIMES_UNITS, ENDOSCOPIES, MULTIPLE_PROCEDURES, PAID_ALONE } from "../../schedules/pfs/rules.ts";
import { dollars } from "../../words/money-text.ts";
import { maySayBothSides } from "./bilateral.ts";
import { byRule, type Claim, cellsIn, noPay, type Paid, pricedSide, timesUnits } from "./claim.ts";
import { type Procedure, proceduresOf } from "./endoscopies.ts";
import { type PhysicianLine, physicianLine, servicesOf } from "./physician-line.ts";
import { fixedShares, paidShares, RANK_NOT_KNOWN, rank, type Shares } from "./ranked.ts";

const indicatorOf = ({ row }: PhysicianLine): string => row?.multipleProcedure ?? "";

/** Multiple procedure indicators whose services are ranked with each other. */
const isRanked = (each: PhysicianLine): boolean => indicatorOf(each) === "2" || indicatorOf(each) === "3";

/** What each of the first five procedures is paid of its amount, in tenths of a percent; the others by report. */
const SHARES = [1000, 500, 500, 500, 500];

/** Reductions of components and of practice expense, which ratebook does not compute. */
const OF_COMPONENTS = new Set(["4", "5", "6", "7"]);

/** Lines of one indicator of components, where there are several services: the reduction is not computed. */
function isReduced(each: PhysicianLine, all: readonly PhysicianLine[]): boolean {
  const indicator = indicatorOf(each);
  const same = all.filter((other) => indicatorOf(other) === indicator);
  return OF_COMPONENTS.has(indicator) && same.reduce((sum, other) => sum + servicesOf(other), 0) > 1;
}

/** Status of services that are paid only where nothing else is payable on the day (record layout, Attachment A). */
const ONLY_ALONE = "T";

function isPaidAlone(each: PhysicianLine, all: readonly PhysicianLine[]): boolean {
  const isOther = ({ row, alone }: PhysicianLine): boolean => row?.status !== ONLY_ALONE && alone.value !== null;
  return each.row?.status === ONLY_ALONE && all.some(isOther);
}

/** Why the amount of a line beside the others is not known; undefined where it is. */
function doubtOf(each: PhysicianLine, all: readonly PhysicianLine[]): string | undefined {
  if (each.alone.value === null) return each.alone.reason;
  if (maySayBothSides(each, all)) return "both-sides-not-certain";
  return isReduced(each, all) ? "reduction-not-computed" : undefined;
}

function unranked({ line, alone }: PhysicianLine): Paid {
  if (alone.value === null || line.units === 1) return { alone, paid: alone, why: null };
  return { alone, paid: byRule(timesUnits(alone.value, line.units), AMOUNT_TIMES_UNITS, cellsIn(alone)), why: null };
}

function rankedLine(each: PhysicianLine, { amounts, base }: Procedure, shares: Shares): Paid {
  const { alone, line } = each;
  const amount = amounts?.get(each);
  if (amount === undefined) return noPay(alone, "family-not-computed");
  const known = fixedShares(shares);
  if (known.length < shares.length) {
    const why = `${known.length} of ${line.units} units have a fixed share: only the first five procedures of the day have one`;
    return noPay(alone, "by-report", why);
  }
  const isLess = base !== undefined && amount !== alone.value;
  const less = isLess
    ? `: ${dollars(alone.value ?? "0")} less ${dollars(base.amount)} for the base procedure ${base.hcpcs}`
    : "";
  const why =
    base === undefined ? "one of several procedures of the day" : `one of several endoscopies of a family${less}`;
  const rule = base === undefined ? MULTIPLE_PROCEDURES : ENDOSCOPIES;
  const paid = byRule(paidShares(amount, known), rule, cellsIn(alone));
  return { alone, percents: known.map(shareText), paid, why };
}

/** What is paid for the lines that are ranked with each other; a line that is in doubt leaves the others without a rank. */
function rankedPay(
  claim: Claim,
  setting: RateSettingName,
  lines: readonly PhysicianLine[],
  isInDoubt: (each: PhysicianLine) => boolean,
): Map<PhysicianLine, Paid> {
  const procedures = proceduresOf(claim, setting, lines);
  const toRank = procedures.map((key) => {
    const isKnown = key.amounts !== undefined && !key.lines.some(isInDoubt);
    return {
      key,
      amount: isKnown ? sumOfAmounts([...(key.amounts ?? new Map()).values()]) : undefined,
      units: key.units,
    };
  });
  const ranked = rank(toRank, (position) => SHARES[position]);
  const pay = (procedure: Procedure, each: PhysicianLine): Paid | undefined => {
    const shares = ranked.get(procedure) ?? (procedure.base === undefined ? undefined : [1000]);
    if (procedure.amounts === undefined && procedure.lines.length > 1) return noPay(each.alone, "family-not-computed");
    if (shares === undefined) return undefined;
    return shares === RANK_NOT_KNOWN ? noPay(each.alone, RANK_NOT_KNOWN) : rankedLine(each, procedure, shares);
  };
  const paid = procedures.flatMap((procedure) => procedure.lines.map((each) => [each, pay(procedure, each)] as const));
  return new Map(paid.flatMap(([each, own]) => (own === undefined ? [] : [[each, own] as const])));
}

/** Reasons with which nothing is paid for certain: such a line takes no rank. */
const NOT_PAID = new Set([
  "restricted-by-statute",
  "not-permitted",
  "modifier-not-used",
  "no-row-of-modifier",
  "bundled",
]);

/** What one physician is paid for the lines of a claim at a setting. */
export function physicianSide(claim: Claim, setting: RateSettingName): PricedSide {
  const all = claim.lines.map((line) => physicianLine(claim, line, setting));
  const doubts = new Map(all.map((each) => [each, doubtOf(each, all)]));
  const isInDoubt = (each: PhysicianLine): boolean => doubts.get(each) !== undefined;
  const takesRank = (each: PhysicianLine): boolean => isRanked(each) && !NOT_PAID.has(doubts.get(each) ?? "");
  const ranked = rankedPay(claim, setting, all.filter(takesRank), isInDoubt);
  const pay = (each: PhysicianLine): Paid => {
    const { alone } = each;
    const doubt = doubts.get(each);
    if (doubt !== undefined) return noPay(alone, doubt);
    if (isPaidAlone(each, all)) {
      const why = "status T: paid only where nothing else is payable on the day";
      return { alone, paid: byRule("0.00", PAID_ALONE, cellsIn(alone)), why };
    }
    return ranked.get(each) ?? unranked(each);
  };
  const paid = all.map((each) => [each.line, { ...pay(each), ...(each.na ? { na: true as const } : {}) }] as const);
  return pricedSide(claim, new Map(paid));
}
