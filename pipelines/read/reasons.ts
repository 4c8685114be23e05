import type { QuestionReason } from "./types.ts";

/** Why a question has no answer, as the ends of sentences. The document has those of its figures. */
export const QUESTION_REASONS: Readonly<Record<QuestionReason, string>> = {
  "ambiguous-county": "the county, or another of that name, is in several localities",
  "ambiguous-zip": "CMS's ZIP5 file does not decide between several localities",
  "different-places": "the facility's rate is national, and the physician's fee is of one locality",
  "no-release-on-day": "the release that is in force on the day is not among those that were opened",
  "no-row-with-modifier": "the fee schedule has no row of the code with the modifier",
  "no-such-track": "the release has no amounts of the track",
  "not-in-force": "another release replaces this one on the day, or its amounts do not apply to it",
  "outside-window": "the day is not one of the release's days of service",
  "unknown-code": "no file of the release has the code",
  "unknown-county": "no such county is known, or CMS's county file does not have it",
  "unknown-locality": "the release has no such locality",
  "unknown-zip": "CMS's ZIP5 file does not have the ZIP code",
};

/** A total without an amount has the reason of one of its parts. */
const PART = /^(?:facility|physician)-(?=.)/;

/** The sentence of a reason. */
export function sentenceOf(reason: string, ofFigures: Readonly<Record<string, string>>): string {
  const own = reason.replace(PART, "");
  return QUESTION_REASONS[own as QuestionReason] ?? ofFigures[own] ?? own.replaceAll("-", " ");
}
