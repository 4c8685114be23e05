import type { NationalRow } from "../../../schemas/out/national.ts";
import type { ClaimLine, PricedSide } from "../../../schemas/out/price.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { PhysicianParts } from "../../../schemas/out/rate-parts.ts";
import { byFallingAmount, excessOfAmount, sumOfAmounts } from "../../rules/money.ts";
import { shareText } from "../../schedules/pfs/modifier-share.ts";
import { AMOUNT_TIMES_UNITS, ENDOSCOPIES, MULTIPLE_PROCEDURES } from "../../schedules/pfs/rules.ts";
import { modifierEffect } from "../../sources/modifiers.ts";
import { dollars } from "../../words/money-text.ts";
import { ruleOfQuestion, withModifier } from "../rate/modifier.ts";
import { ratePhysician } from "../rate/physician.ts";
import { nationalRows } from "../rate/question.ts";
import { byRule, type Claim, noAmountFor, type Paid, pricedSide, questionOf } from "./claim.ts";
import { areSeveral, paidShares, rank } from "./ranked.ts";

/** A line with the row that pays it. */
interface PhysicianLine {
  readonly line: ClaimLine;
  readonly row: NationalRow | undefined;
  /** For one unit with its modifiers, without the other lines. */
  readonly alone: RateOrReason;
}

/** Modifiers that select a row; the rank of a procedure (51) is computed here. */
const OF_ROWS = new Set(["26", "TC", "53"]);
const RANKED_HERE = "51";

/** The amount of a line's row with the line's other modifiers. */
function modified(claim: Claim, line: ClaimLine, parts: PhysicianParts): RateOrReason {
  const amount = parts.payable ?? parts.fee;
  const others = line.modifiers.filter((each) => !OF_ROWS.has(each) && each !== RANKED_HERE);
  const answers = others.map((modifier) => {
    const question = questionOf(claim, line.hcpcs, modifier);
    const rule = ruleOfQuestion(question);
    if (rule !== undefined) return withModifier(question, rule, parts);
    return modifierEffect(modifier).effect === "passed" ? amount : noAmountFor("modifier-without-rule");
  });
  const changing = answers.filter((each) => each.value !== amount.value);
  if (changing.length > 1) return noAmountFor("several-modifiers");
  return changing[0] ?? amount;
}

function physicianLine(claim: Claim, line: ClaimLine, setting: RateSettingName): PhysicianLine {
  const ofRow = line.modifiers.find((each) => OF_ROWS.has(each));
  const parts = ratePhysician(questionOf(claim, line.hcpcs, ofRow), setting);
  const rows = nationalRows(questionOf(claim, line.hcpcs));
  const row = rows.find(({ modifier }) => modifier === parts.modifier);
  return { line, row, alone: modified(claim, line, parts) };
}

const indicatorOf = ({ row }: PhysicianLine): string => row?.multipleProcedure ?? "";

/** What each of the first five procedures is paid of its amount, in tenths of a percent; the others by report. */
const SHARES = [1000, 500, 500, 500, 500];

/** Reductions of components and of practice expense, which ratebook does not compute. */
const OF_COMPONENTS = new Set(["4", "5", "6", "7"]);

function timesUnits({ line, alone }: PhysicianLine): Paid {
  if (alone.value === null) return { alone, paid: alone, why: null };
  if (line.units === 1) return { alone, paid: alone, why: null };
  const value = sumOfAmounts(Array<string>(line.units).fill(alone.value));
  return { alone, paid: byRule(value, AMOUNT_TIMES_UNITS, [alone]), why: null };
}

/** Procedures that are ranked as one: a line, or endoscopies of one family. */
interface Procedure {
  /** What is ranked of one unit of each line. */
  readonly amounts: ReadonlyMap<PhysicianLine, string>;
  readonly units: number;
  readonly isFamily: boolean;
}

/** The base procedure of a line's family of endoscopies: its own code, where another line names it. */
function baseOf({ row, line }: PhysicianLine, all: readonly PhysicianLine[]): string {
  const own = row?.endoscopicBase ?? "";
  if (own !== "") return own;
  return all.some((each) => each.row?.endoscopicBase === line.hcpcs) ? line.hcpcs : "";
}

/** Endoscopies of one base procedure: the highest in full, the others less the base procedure. */
function familyOf(claim: Claim, setting: RateSettingName, base: string, lines: readonly PhysicianLine[]): Procedure {
  const parts = ratePhysician(questionOf(claim, base), setting);
  const ofBase = (parts.payable ?? parts.fee).value ?? "0.00";
  const ordered = [...lines].sort((one, other) => byFallingAmount(one.alone.value ?? "0", other.alone.value ?? "0"));
  const amounts = ordered.map((each, at): [PhysicianLine, string] => [
    each,
    at === 0 ? (each.alone.value ?? "0") : excessOfAmount(each.alone.value ?? "0", ofBase),
  ]);
  return { amounts: new Map(amounts), units: 1, isFamily: true };
}

function proceduresOf(claim: Claim, setting: RateSettingName, lines: readonly PhysicianLine[]): Procedure[] {
  const bases = new Set(lines.map((each) => baseOf(each, lines)).filter((base) => base !== ""));
  const families = [...bases]
    .map((base) => ({ base, members: lines.filter((each) => baseOf(each, lines) === base) }))
    .filter(({ members }) => members.length > 1);
  const single = lines.filter((each) => !families.some(({ members }) => members.includes(each)));
  return [
    ...single.map(
      (each): Procedure => ({
        amounts: new Map([[each, each.alone.value ?? "0"]]),
        units: each.line.units,
        isFamily: false,
      }),
    ),
    ...families.map(({ base, members }) => familyOf(claim, setting, base, members)),
  ];
}

function rankedLine(
  each: PhysicianLine,
  amount: string,
  isFamily: boolean,
  shares: readonly (number | undefined)[],
): Paid {
  const { alone } = each;
  const known = shares.flatMap((share) => share ?? []);
  if (known.length < shares.length)
    return { alone, paid: noAmountFor("by-report"), why: "after the fifth procedure of the day" };
  const rule = isFamily ? ENDOSCOPIES : MULTIPLE_PROCEDURES;
  const why = isFamily
    ? `one of several endoscopies of one family: ${dollars(amount)} is ranked`
    : "one of several procedures of the day";
  return { alone, percents: known.map(shareText), paid: byRule(paidShares(amount, known), rule, [alone]), why };
}

/** What is paid for the lines that are ranked with each other: multiple procedure indicators 2 and 3. */
function rankedPay(claim: Claim, setting: RateSettingName, lines: readonly PhysicianLine[]): Map<PhysicianLine, Paid> {
  const procedures = proceduresOf(claim, setting, lines);
  const toRank = procedures.map((key) => ({ key, amount: sumOfAmounts([...key.amounts.values()]), units: key.units }));
  if (!areSeveral(toRank) && !procedures.some(({ isFamily }) => isFamily)) return new Map();
  const ranked = rank(toRank, (position) => SHARES[position]);
  return new Map(
    procedures.flatMap((each) =>
      [...each.amounts].map(
        ([line, amount]) => [line, rankedLine(line, amount, each.isFamily, ranked.get(each) ?? [])] as const,
      ),
    ),
  );
}

/** Lines of one indicator of components, where there are several: the reduction is not computed. */
function isReduced(each: PhysicianLine, all: readonly PhysicianLine[]): boolean {
  const indicator = indicatorOf(each);
  const same = all.filter((other) => indicatorOf(other) === indicator);
  return OF_COMPONENTS.has(indicator) && same.reduce((sum, { line }) => sum + line.units, 0) > 1;
}

/** What one physician is paid for the lines of a claim at a setting. */
export function physicianSide(claim: Claim, setting: RateSettingName): PricedSide {
  const all = claim.lines.map((line) => physicianLine(claim, line, setting));
  const isRanked = (each: PhysicianLine): boolean =>
    each.alone.value !== null && (indicatorOf(each) === "2" || indicatorOf(each) === "3");
  const ranked = rankedPay(claim, setting, all.filter(isRanked));
  const pay = (each: PhysicianLine): Paid => {
    if (each.alone.value !== null && isReduced(each, all))
      return { alone: each.alone, paid: noAmountFor("reduction-not-computed"), why: null };
    return ranked.get(each) ?? timesUnits(each);
  };
  return pricedSide(claim, new Map(all.map((each) => [each.line, pay(each)])));
}
