import type { AnesthesiaOut } from "../../../schemas/out/places.ts";
import type { RateAnesthesia } from "../../../schemas/out/rate.ts";
import type { RateAmount } from "../../../schemas/out/rate-amount.ts";
import type { PhysicianParts } from "../../../schemas/out/rate-parts.ts";
import { formatScaled } from "../../../schemas/scaled.ts";
import { centsText } from "../../../schemas/unit-text.ts";
import { type AnesthesiaFactor, type Cents, SCALE, scaledInteger } from "../../../schemas/units.ts";
import type { Tables } from "../../documents/tables.ts";
import type { Rule } from "../../rules/rule.ts";
import { anesthesiaAllowance, anesthesiaAllowanceInTenths, timeUnitsInTenths } from "../../schedules/pfs/anesthesia.ts";
import { ANESTHESIA_ALLOWANCE, ANESTHESIA_IN_TENTHS } from "../../schedules/pfs/rules.ts";
import { hasTimeUnits } from "../../sources/anesthesia.ts";
import { ANESTHESIA } from "../../words/reasons.ts";
import { UNREAD } from "../../words/unread.ts";
import { cellsOf } from "./cells.ts";
import { publishedNumber } from "./published-number.ts";
import { nationalRows, type RateQuestion } from "./question.ts";

type Head = Omit<Tables["anesthesia"], "rows">;
type Factors = Pick<RateAnesthesia, "conversionFactor" | "qualifyingApm">;

function factorsIn(head: Head, { conversionFactor, qualifyingApm, row }: AnesthesiaOut): Factors {
  const read = (value: string, field: string) => ({ value, cells: [cellsOf(head, "anesthesia", row, [field])] });
  return {
    conversionFactor: read(conversionFactor, "anesthesiaFactor"),
    ...(qualifyingApm === null ? {} : { qualifyingApm: read(qualifyingApm, "anesthesiaFactorQualifyingApm") }),
  };
}

/** The factors of the place of the question, or why there are none: the nation has none, and CMS's file may be missing. */
function factorsOf({ documents, place }: RateQuestion): Factors {
  const table = documents.table("anesthesia");
  if (table?.head.files["anesthesia"] === undefined) return { conversionFactor: { reason: UNREAD.source } };
  if (place === undefined) return { conversionFactor: { reason: "one-for-each-locality" } };
  const [row] = table.rowsOf({ locality: place.place.locality });
  return row === undefined ? { conversionFactor: { reason: "locality-not-in-release" } } : factorsIn(table.head, row);
}

function baseUnitsOf({ documents, hcpcs }: RateQuestion): RateAnesthesia["baseUnits"] {
  const head = documents.table("anesthesia")?.head;
  const all = head?.baseUnits ?? null;
  if (head === undefined || all === null) return { reason: "no-base-units" };
  const own = all.find((each) => each.hcpcs === hcpcs);
  if (own === undefined) return { reason: "not-in-base-units" };
  return { units: own.units, cells: [cellsOf(head, "anesthesia-base-units", own.row, ["baseUnits"])] };
}

/** One of the two computations of an allowance. */
type Allowance = (baseUnits: number, minutes: number, factor: AnesthesiaFactor) => Cents;
type Amounts = { readonly fee: RateAmount; readonly qualifyingApm?: RateAmount };

/** Amounts for minutes, one for each factor of the place; the reason why there is none. */
function amountsBy(question: RateQuestion, minutes: number, { id }: Rule, allowance: Allowance): Amounts | string {
  const { conversionFactor, qualifyingApm } = factorsOf(question);
  const baseUnits = baseUnitsOf(question);
  if (!hasTimeUnits(question.hcpcs)) return "no-time-units";
  if ("reason" in baseUnits) return baseUnits.reason;
  if ("reason" in conversionFactor) return conversionFactor.reason;
  const amount = ({ value, cells }: Exclude<typeof conversionFactor, { reason: string }>): RateAmount => {
    const cents = allowance(baseUnits.units, minutes, publishedNumber<AnesthesiaFactor>(value, SCALE.cents));
    return { value: centsText(scaledInteger(cents)), rule: id, cells: [...cells, ...baseUnits.cells] };
  };
  return {
    fee: amount(conversionFactor),
    ...(qualifyingApm === undefined ? {} : { qualifyingApm: amount(qualifyingApm) }),
  };
}

/** What is paid for the minutes of the question, whatever the setting, or why nothing can be computed. */
export function allowanceOf(question: RateQuestion, minutes: number): Pick<PhysicianParts, "fee" | "qualifyingApm"> {
  const amounts = amountsBy(question, minutes, ANESTHESIA_ALLOWANCE, anesthesiaAllowance);
  return typeof amounts === "string" ? { fee: { value: null, reason: amounts } } : amounts;
}

function timeOf(question: RateQuestion): Pick<RateAnesthesia, "minutes" | "inTenths"> {
  const { minutes } = question;
  if (minutes === undefined) return {};
  const amounts = amountsBy(question, minutes, ANESTHESIA_IN_TENTHS, anesthesiaAllowanceInTenths);
  if (typeof amounts === "string") return { minutes };
  return { minutes, inTenths: { timeUnits: formatScaled(timeUnitsInTenths(minutes), 1), ...amounts } };
}

/** What an anesthesia code is paid by in the place of the question; undefined for every other code. */
export function anesthesiaOf(question: RateQuestion): RateAnesthesia | undefined {
  if (!nationalRows(question).some(({ priceState }) => priceState === ANESTHESIA)) return undefined;
  return {
    rule: ANESTHESIA_ALLOWANCE.id,
    ...factorsOf(question),
    baseUnits: baseUnitsOf(question),
    ...timeOf(question),
  };
}
