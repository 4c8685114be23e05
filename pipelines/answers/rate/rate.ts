import type { RateAnesthesia, RateDocument, RateModifier, RateSettingName } from "../../../schemas/out/rate.ts";
import { rateFiguresOf, type SettingParts, settingOfParts } from "../../../schemas/out/rate-parts.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { COMPREHENSIVE } from "../../schedules/opps/comprehensive.ts";
import { caveatsOf } from "../../sources/caveats.ts";
import { sentencesOf } from "../../words/reasons.ts";
import { anesthesiaOf } from "./anesthesia.ts";
import type { ChosenRelease } from "./choose-release.ts";
import { combinationsOf } from "./combinations.ts";
import { rateAsc, rateHopd } from "./facility.ts";
import { modifierOf } from "./modifier.ts";
import { notesOf } from "./notes.ts";
import { oppsStatusOf } from "./opps-status.ts";
import { qualifiedPairs } from "./pairs.ts";
import { ratePhysician } from "./physician.ts";
import { findPlace, type WantedPlace } from "./place.ts";
import type { RateQuestion } from "./question.ts";
import { DERIVED_RULES } from "./rules.ts";
import { totalOf } from "./total.ts";
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
}

type RuleTexts = RateDocument["rules"];

/** @param isOfModifier whether the question is about a modifier, which facilities do not have */
function rateSetting(question: RateQuestion, setting: RateSettingName, isOfModifier: boolean): SettingParts {
  const physician = ratePhysician(question, setting);
  if (setting === "office" || isOfModifier) return { setting, physician };
  const facility = setting === "hopd" ? rateHopd(question) : rateAsc(question);
  const total = totalOf(question, facility, physician);
  return { setting, physician, facility, ...(total === undefined ? {} : { total }) };
}

function ruleIds(setting: SettingParts): string[] {
  return rateFiguresOf(setting).flatMap((figure) => ("rule" in figure ? (figure.rule ?? []) : []));
}

function reasonsOf(setting: SettingParts): string[] {
  return rateFiguresOf(setting).flatMap((figure) => (figure.value === null ? figure.reason : []));
}

function anesthesiaReasons({ conversionFactor, baseUnits }: RateAnesthesia): string[] {
  return [conversionFactor, baseUnits].flatMap((each) => ("reason" in each ? each.reason : []));
}

function anesthesiaRules({ rule, inTenths }: RateAnesthesia): string[] {
  return [rule, ...(inTenths?.fee.rule === undefined ? [] : [inTenths.fee.rule])];
}

/** The factors of the release; anesthesia has another one. */
function factorsOf(documents: ReleaseDocuments, anesthesia: RateAnesthesia | undefined) {
  const head = anesthesia === undefined ? documents.table("national")?.head : undefined;
  return { conversionFactor: head?.conversionFactor ?? null, qualifyingApm: head?.qualifyingApm ?? null };
}

/** The question without a modifier that has no row of its own, and what the row's indicator says about it. */
function answerable(question: RateQuestion): { question: RateQuestion; ruled: RateModifier | undefined } {
  const ruled = modifierOf(question);
  return { question: ruled === undefined ? question : { ...question, modifier: undefined }, ruled };
}

/** Where rules are explained: ours, then those of the documents, which are opened one by one. */
function* ruleTexts(documents: ReleaseDocuments): Generator<RuleTexts | undefined> {
  const derived = DERIVED_RULES.map(({ id, title, formula, cites }) => [id, { title, formula, cites: [...cites] }]);
  yield Object.fromEntries(derived);
  yield documents.table("national")?.head.rules;
  yield documents.table("site-of-service")?.head.rules;
}

/**
 * The texts of rules, in the order of their first use.
 *
 * @param used their ids, as often as they were used
 */
function usedRules(documents: ReleaseDocuments, used: readonly string[]): RuleTexts {
  const ids = [...new Set(used)];
  const known: RuleTexts = {};
  for (const rules of ruleTexts(documents)) {
    Object.assign(known, rules);
    if (ids.every((id) => known[id] !== undefined)) break;
  }
  return Object.fromEntries(ids.flatMap((id) => (known[id] === undefined ? [] : [[id, known[id]]])));
}

/** What is paid more for with another code on the claim; nothing for a modifier, or an office alone. */
function besideFacilities(
  documents: ReleaseDocuments,
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
function notesOnPairs(documents: ReleaseDocuments, { hcpcs, modifier, settings }: WantedRate): string[] {
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
export function rateOf(documents: ReleaseDocuments, chosen: ChosenRelease, wanted: WantedRate): RateDocument {
  const { release, title, window, coverage } = documents.manifest;
  const place = findPlace(documents, wanted);
  const wageIndex = findWageIndex(documents, wanted.cbsa);
  const { hcpcs, modifier, minutes } = wanted;
  const { question, ruled } = answerable({ documents, hcpcs, modifier, place, wageIndex, minutes });
  const parts = wanted.settings.map((setting) => rateSetting(question, setting, modifier !== undefined));
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
    ...(ruled === undefined ? {} : { modifier: ruled }),
    settings: parts.map(settingOfParts),
    ...hospitalStatus(question, wanted),
    ...besideFacilities(documents, wanted),
    caveats: caveatsOf(release),
    reasons: sentencesOf([...parts.flatMap(reasonsOf), ...(anesthesia ? anesthesiaReasons(anesthesia) : [])]),
    rules: usedRules(documents, [...parts.flatMap(ruleIds), ...(anesthesia ? anesthesiaRules(anesthesia) : [])]),
  };
}
