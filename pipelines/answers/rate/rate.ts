import type {
  RateAmount,
  RateDocument,
  RateOrReason,
  RateSetting,
  RateSettingName,
} from "../../../schemas/out/rate.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { BULK_NAMES } from "../../documents/tables.ts";
import { caveatsOf } from "../../sources/caveats.ts";
import { sentencesOf } from "../../words/reasons.ts";
import type { ChosenRelease } from "./choose-release.ts";
import { rateAsc, rateHopd } from "./facility.ts";
import { notesOf } from "./notes.ts";
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
  /** Settings to answer for, in order. */
  readonly settings: readonly RateSettingName[];
}

type RuleTexts = RateDocument["rules"];

function rateSetting(question: RateQuestion, setting: RateSettingName): RateSetting {
  const physician = ratePhysician(question, setting);
  if (setting === "office" || question.modifier !== undefined) return { setting, physician };
  const facility = setting === "hopd" ? rateHopd(question) : rateAsc(question);
  const total = totalOf(question, facility, physician);
  return { setting, physician, facility, ...(total === undefined ? {} : { total }) };
}

/** Every figure of a setting: amounts, and reasons why there is none. */
function figuresOf({ physician, facility, total }: RateSetting): RateOrReason[] {
  const { fee, oppsCap, payable, limitingCharge, qualifyingApm } = physician;
  const figures: (RateOrReason | RateAmount | undefined)[] = [
    ...[fee, oppsCap, payable, limitingCharge, qualifyingApm],
    ...[facility?.rate, facility?.wageAdjusted, total],
  ];
  return figures.flatMap((figure) => figure ?? []);
}

function ruleIds(setting: RateSetting): string[] {
  return figuresOf(setting).flatMap((figure) => ("rule" in figure ? (figure.rule ?? []) : []));
}

function reasonsOf(setting: RateSetting): string[] {
  return figuresOf(setting).flatMap((figure) => ("reason" in figure ? figure.reason : []));
}

/** Where rules are explained: ours, then those of the documents, which are opened one by one. */
function* ruleTexts(documents: ReleaseDocuments): Generator<RuleTexts | undefined> {
  const derived = DERIVED_RULES.map(({ id, title, formula, cites }) => [id, { title, formula, cites: [...cites] }]);
  yield Object.fromEntries(derived);
  yield documents.table("national")?.head.rules;
  yield documents.table("site-of-service")?.head.rules;
  for (const name of BULK_NAMES) yield documents.bulk(name)?.head.rules;
}

/** The texts of the rules that were used, in the order of their first use. */
function usedRules(documents: ReleaseDocuments, settings: readonly RateSetting[]): RuleTexts {
  const ids = [...new Set(settings.flatMap(ruleIds))];
  const known: RuleTexts = {};
  for (const rules of ruleTexts(documents)) {
    Object.assign(known, rules);
    if (ids.every((id) => known[id] !== undefined)) break;
  }
  return Object.fromEntries(ids.flatMap((id) => (known[id] === undefined ? [] : [[id, known[id]]])));
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
  const { hcpcs, modifier } = wanted;
  const question: RateQuestion = { documents, hcpcs, modifier, place, wageIndex };
  const settings = wanted.settings.map((setting) => rateSetting(question, setting));
  const head = documents.table("national")?.head;
  return {
    schema: "ratebook/rate",
    schemaVersion: SCHEMA_VERSION,
    release,
    coverage,
    title,
    window,
    day: chosen.day,
    notes: [...(place?.notes ?? []), ...notesOf(documents.manifest, wageIndex !== undefined)],
    replacedBy: chosen.replacedBy,
    hcpcs,
    conversionFactor: head?.conversionFactor ?? null,
    qualifyingApm: head?.qualifyingApm ?? null,
    place: place?.place ?? null,
    wageIndex: wageIndex ?? null,
    settings,
    caveats: caveatsOf(release),
    reasons: sentencesOf(settings.flatMap(reasonsOf)),
    rules: usedRules(documents, settings),
  };
}
