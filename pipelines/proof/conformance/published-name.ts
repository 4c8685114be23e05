import { stemOf } from "../../problems/file-name.ts";
import type { PaymentTrack } from "./our-amounts.ts";

/** What the names of a payment amount file, of its archive and of the folders around it say about it. */
export interface PublishedName {
  /** "2025"; undefined when no name says it. */
  readonly year: string | undefined;
  /** CMS's letters, "C" or "AR"; undefined when no name says them. */
  readonly letters: string | undefined;
  /** For whom the file is, since 2026: for qualifying APM participants, or for all others; undefined when no name says. */
  readonly track: PaymentTrack | undefined;
  /** True for PFALL, which has every code; PFREV has those that a revision changes. */
  readonly annual: boolean;
  /** The names that say year and letters, nearest first. */
  readonly names: readonly string[];
}

/** PFREV25C, PFALL26AR, PFALL20, pfrev26a-updated-12-29-2025, PFALL10C_PCT22. */
const DATED = /^pf(?:all|rev)(?:20)?(\d{2})([a-d]r?\d?|m)?(?:_(pct\d+))?(?![a-z0-9])/i;
/** PFREV4 is the fourth revision, which the record layout calls PFREVyyD. */
const NUMBERED = /^pfrev([1-4])(?![a-z0-9])/i;
const ANNUAL = /^pfall/i;
/** QP and nonQP in names of payment amount files, QPP and nonQPP in those of relative value files. */
const QUALIFYING = /(?<![a-z0-9])(?:non[ _-]?)?qpp?(?![a-z0-9])/i;
const NOT_QUALIFYING = /non[ _-]?qp/i;

interface Step {
  readonly year?: string;
  readonly letters?: string;
}

function readStep(step: string): Step {
  const [, year, letters, more = ""] = DATED.exec(step) ?? [];
  const named = letters === undefined ? {} : { letters: `${letters}${more}`.toUpperCase() };
  if (year !== undefined) return { year: `20${year}`, ...named };
  const [, number] = NUMBERED.exec(step) ?? [];
  return number === undefined ? {} : { letters: "ABCD".charAt(Number(number) - 1) };
}

/** The nearest step that names a track decides. */
function trackIn(steps: readonly string[]): PaymentTrack | undefined {
  const nearest = steps.find((step) => QUALIFYING.test(step));
  if (nearest === undefined) return undefined;
  return NOT_QUALIFYING.test(nearest) ? "usual" : "qualifying-apm";
}

/**
 * Reads the names along a path: first the file's own, then its archive's and folders', nearest first.
 *
 * @param path with archive and member apart by " > "
 */
export function publishedName(path: string): PublishedName {
  const parts = path.split(/ > |[/\\]/).reverse();
  const steps = parts.map(stemOf);
  const read = steps.map((step, index) => ({ ...readStep(step), name: parts[index] ?? "" }));
  const ofYear = read.find((step) => step.year !== undefined);
  const { year } = ofYear ?? {};
  const ofLetters = read.find((step) => step.letters !== undefined && (step.year ?? year) === year);
  const names = read.filter((step) => step === ofYear || step === ofLetters).map(({ name }) => name);
  return {
    year,
    letters: ofLetters?.letters,
    track: trackIn(steps),
    annual: ANNUAL.test(steps[0] ?? ""),
    names,
  };
}
