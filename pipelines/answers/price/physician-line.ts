import type { NationalRow } from "../../../schemas/out/national.ts";
import type { ClaimLine } from "../../../schemas/out/price.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { PhysicianParts } from "../../../schemas/out/rate-parts.ts";
import { isOfFacility, modifierEffect } from "../../sources/modifiers.ts";
import { ruleOfQuestion, withModifier } from "../rate/modifier.ts";
import { ratePhysician } from "../rate/physician.ts";
import { nationalRows } from "../rate/question.ts";
import { type Claim, questionOf } from "./claim.ts";

/** A line with the row that pays it. */
export interface PhysicianLine {
  readonly line: ClaimLine;
  readonly row: NationalRow | undefined;
  /** For one unit, without its modifiers that have no row. */
  readonly full: RateOrReason;
  /** For one unit with all its modifiers, without the other lines. */
  readonly alone: RateOrReason;
  /** CMS marks the setting as rarely or never used. */
  readonly na: boolean;
}

/** Modifiers of the components; the rank of a procedure (51) is computed here. */
const COMPONENTS = ["26", "TC"];
const RANKED_HERE = "51";

function noAmount(reason: string): RateOrReason {
  return { value: null, reason };
}

/** The amount with one modifier that has no row. */
function answer(claim: Claim, line: ClaimLine, modifier: string, parts: PhysicianParts): RateOrReason {
  const question = questionOf(claim, line.hcpcs, modifier);
  const rule = ruleOfQuestion(question);
  if (rule !== undefined) return withModifier(question, rule, parts);
  if (COMPONENTS.includes(modifier)) return noAmount("no-row-of-modifier");
  const isPassed = modifierEffect(modifier).effect === "passed" || isOfFacility(modifier);
  return isPassed ? (parts.payable ?? parts.fee) : noAmount("modifier-without-rule");
}

/** The amount of a row with the line's modifiers that have none. */
function modified(claim: Claim, line: ClaimLine, modifiers: readonly string[], parts: PhysicianParts): RateOrReason {
  const full = parts.payable ?? parts.fee;
  const answers = modifiers.map((modifier) => answer(claim, line, modifier, parts));
  const changing = answers.filter((each) => each.value !== full.value);
  if (changing.length > 1) return noAmount("several-modifiers");
  return changing[0] ?? full;
}

/** A line of a claim for a physician. */
export function physicianLine(claim: Claim, line: ClaimLine, setting: RateSettingName): PhysicianLine {
  const rows = nationalRows(questionOf(claim, line.hcpcs));
  const ofRow = line.modifiers.find((each) => rows.some(({ modifier }) => modifier === each));
  const parts = ratePhysician(questionOf(claim, line.hcpcs, ofRow), setting);
  const others = line.modifiers.filter((each) => each !== ofRow && each !== RANKED_HERE);
  return {
    line,
    row: rows.find(({ modifier }) => modifier === parts.modifier),
    full: parts.payable ?? parts.fee,
    alone: modified(claim, line, others, parts),
    na: parts.na === true,
  };
}

/** How many sides or services a line is: both sides with modifier 50. */
export function servicesOf({ line }: PhysicianLine): number {
  return line.units * (line.modifiers.includes("50") ? 2 : 1);
}
