import type { RateAnesthesia, RateDocument, RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import {
  type PhysicianParts,
  rateFiguresOf,
  type SettingParts,
  settingOfParts,
} from "../../../schemas/out/rate-parts.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { caveatsOf } from "../../sources/caveats.ts";
import { sentencesOf } from "../../words/reasons.ts";
import { allModifiers } from "./all-modifiers.ts";
import { anesthesiaOf } from "./anesthesia.ts";
import type { ChosenRelease } from "./choose-release.ts";
import { combinationsOf, knownCombinations } from "./combinations.ts";
import { rateAsc, rateHopd } from "./facility.ts";
import { findPlace } from "./find-place.ts";
import { plainRow, ruledModifier, ruleOfQuestion, withModifier } from "./modifier.ts";
import { notesOf } from "./notes.ts";
import { oppsStatusOf } from "./opps-status.ts";
import { qualifiedPairs } from "./pairs.ts";
import { ratePhysician } from "./physician.ts";
import type { WantedPlace } from "./place.ts";
import { lookUpCodes, type RateQuestion } from "./question.ts";
import { totalOf } from "./total.ts";
import { usedRules } from "./used-rules.ts";
import { findWageIndex } from "./wage-index.ts";

/** What a user asks about one code. */
export interface WantedRate extends WantedPlace {
  readonly hcpcs: string;
  readonly modifier?: string | undefined;
  readonly cbsa?: string | undefined;
  /** Of anesthesia; an answer about any other code does not use them. */
  readonly minutes?: number | undefined;
  /** Settings to answer for, in order. */
  readonly settings: readonly RateSettingName[];
  /** Whether the answer has what each modifier does. */
  readonly modifiers?: boolean | undefined;
}

/** What the physician is paid; for a modifier without a row without it, and with it. */
function physicianAt(asked: RateQuestion, setting: RateSettingName): PhysicianParts {
  const rule = ruleOfQuestion(asked);
  if (rule === undefined) return ratePhysician(asked, setting);
  const question = { ...asked, modifier: undefined };
  // The limiting charge would be that of the amount without the modifier
  const { limitingCharge: _, ...parts } = ratePhysician(question, setting);
  return { ...parts, withModifier: withModifier(question, rule, parts) };
}

function rateSetting(question: RateQuestion, setting: RateSettingName): SettingParts {
  const physician = physicianAt(question, setting);
  // Facilities have no modifiers of physicians
  if (setting === "office" || question.modifier !== undefined) return { setting, physician };
  const facility = setting === "hopd" ? rateHopd(question) : rateAsc(question);
  const total = totalOf(question, facility, physician);
  return { setting, physician, facility, ...(total === undefined ? {} : { total }) };
}

function ruleIds(figures: readonly RateOrReason[]): string[] {
  return figures.flatMap((figure) => ("rule" in figure ? (figure.rule ?? []) : []));
}

function reasonsOf(figures: readonly RateOrReason[]): string[] {
  return figures.flatMap((figure) => (figure.value === null ? figure.reason : []));
}

function anesthesiaReasons({ conversionFactor, baseUnits }: RateAnesthesia): string[] {
  return [conversionFactor, baseUnits].flatMap((each) => ("reason" in each ? each.reason : []));
}

function anesthesiaRules({ rule, inTenths }: RateAnesthesia): string[] {
  return [rule, ...(inTenths?.fee.rule === undefined ? [] : [inTenths.fee.rule])];
}

/** The factors of the release; anesthesia has another one. */
function factorsOf(documents: BuiltDocuments, anesthesia: RateAnesthesia | undefined) {
  const head = anesthesia === undefined ? documents.table("national")?.head : undefined;
  return { conversionFactor: head?.conversionFactor ?? null, qualifyingApm: head?.qualifyingApm ?? null };
}

/** What the row of the code says about the question's modifier, and on request about every one. */
function modifierParts(question: RateQuestion, day: string | undefined): Pick<RateDocument, "modifier" | "modifiers"> {
  const { modifier } = question;
  const [rule, row] = [ruleOfQuestion(question), plainRow(question)];
  const ruled = rule && row && ruledModifier(question, rule, row);
  return {
    ...(ruled === undefined || modifier === undefined ? {} : { modifier: { ...ruled, modifier } }),
    ...(day === undefined ? {} : { modifiers: allModifiers({ ...question, modifier: undefined }, day) }),
  };
}

/** Figures of modifiers beside those of the settings. */
function modifierFigures({ modifiers = [] }: Pick<RateDocument, "modifiers">): RateOrReason[] {
  return modifiers.flatMap(({ nonFacility, facility }) => [nonFacility, facility]);
}

/** What is paid more for with another code on the claim; nothing for a modifier, or an office alone. */
function besideFacilities(
  documents: BuiltDocuments,
  { hcpcs, modifier, settings, cbsa }: WantedRate,
): Pick<RateDocument, "pairs" | "combinations"> {
  // Pairs have national rates: beside rates of a CBSA they would be read as its own.
  if (modifier !== undefined || cbsa !== undefined) return {};
  const pairs = settings.includes("hopd") ? (qualifiedPairs(documents, hcpcs) ?? []) : [];
  const combinations = settings.includes("asc")
    ? combinationsOf(documents, hcpcs).filter(({ code }) => code !== hcpcs)
    : [];
  return { ...(pairs.length === 0 ? {} : { pairs }), ...(combinations.length === 0 ? {} : { combinations }) };
}

/** What CMS says of the code's status indicator; nothing for a modifier, or where no hospital is asked about. */
function hospitalStatus(question: RateQuestion, { modifier, settings }: WantedRate): Pick<RateDocument, "oppsStatus"> {
  if (modifier !== undefined || !settings.includes("hopd")) return {};
  const oppsStatus = oppsStatusOf(question);
  return oppsStatus === undefined ? {} : { oppsStatus };
}

/** A comprehensive APC may pay a pair more, and without Addendum J it is not known which. */
function notesOnPairs(documents: BuiltDocuments, { hcpcs, modifier, settings }: WantedRate): string[] {
  if (modifier !== undefined || !settings.includes("hopd") || documents.table("opps-pairs") !== undefined) return [];
  const [row] = documents.table("opps")?.rowsOf({ hcpcs }) ?? [];
  const isSecondary = combinationsOf(documents, hcpcs).some(({ secondary }) => secondary === hcpcs);
  if (isSecondary)
    return [
      `beside some primary codes a hospital is paid more for ${hcpcs} although it is packaged. The release was built without OPPS Addendum J, so it is not known how much: ratebook together ${hcpcs}`,
    ];
  if (row?.statusIndicator !== COMPREHENSIVE) return [];
  return [
    `${hcpcs} has a comprehensive APC (J1): with some other codes on the claim a hospital is paid more. The release was built without OPPS Addendum J, so it is not known with which`,
  ];
}

/**
 * What Medicare pays for one code, read from the documents of one built release.
 *
 * @param chosen the release, and the day that it was chosen for
 * @throws InputFault when the code, modifier or place is unknown or ambiguous
 */
export function rateOf(documents: BuiltDocuments, chosen: ChosenRelease, wanted: WantedRate): RateDocument {
  const { release, title, window, coverage } = documents.manifest;
  const codes = [wanted.hcpcs, ...knownCombinations(wanted.hcpcs).map(({ code }) => code)];
  lookUpCodes(documents, codes, ["site-of-service", "asc"]);
  const place = findPlace(documents, wanted);
  const wageIndex = findWageIndex(documents, wanted.cbsa);
  const { hcpcs, modifier, minutes } = wanted;
  const question = { documents, hcpcs, modifier, place, wageIndex, minutes };
  const parts = wanted.settings.map((setting) => rateSetting(question, setting));
  const about = modifierParts(question, wanted.modifiers === true ? (chosen.day ?? window.from) : undefined);
  const figures = [...parts.flatMap(rateFiguresOf), ...modifierFigures(about)];
  const anesthesia = anesthesiaOf(question);
  return {
    schema: "ratebook/rate",
    schemaVersion: SCHEMA_VERSION,
    release,
    coverage,
    title,
    window,
    day: chosen.day,
    notes: [
      ...(place?.notes ?? []),
      ...notesOf(documents.manifest, wageIndex !== undefined),
      ...notesOnPairs(documents, wanted),
    ],
    replacedBy: chosen.replacedBy,
    hcpcs,
    ...factorsOf(documents, anesthesia),
    place: place?.place ?? null,
    wageIndex: wageIndex ?? null,
    ...(anesthesia === undefined ? {} : { anesthesia }),
    ...about,
    settings: parts.map(settingOfParts),
    ...hospitalStatus(question, wanted),
    ...besideFacilities(documents, wanted),
    caveats: caveatsOf(release),
    reasons: sentencesOf([...reasonsOf(figures), ...(anesthesia ? anesthesiaReasons(anesthesia) : [])]),
    rules: usedRules(documents, [...ruleIds(figures), ...(anesthesia ? anesthesiaRules(anesthesia) : [])]),
  };
}
