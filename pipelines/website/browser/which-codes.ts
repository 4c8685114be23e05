import { type ComparedAmount, type ComparedSide, reasonWords } from "./two-sides.ts";

/** The codes of two sides, and what is known of each. */
export interface ComparedCodes {
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Every code of either side. */
  readonly codes: readonly string[];
  readonly amounts: readonly ComparedAmount[];
}

/** How a choice of codes can be written. */
export const CHOICE_FORMS = "G0439, G0438-G0439, G04, new, gone, status R, APC 5114, packaged";

type Fits = (code: string) => boolean;
type Form = readonly [pattern: RegExp, fits: (found: readonly string[], of: ComparedCodes) => Fits];

/** Codes for which either side's tables say something. */
function ofEither({ before, after }: ComparedCodes, says: (code: string, side: ComparedSide) => boolean): Fits {
  return (code) => says(code, before) || says(code, after);
}

function isIn({ release }: ComparedSide): Fits {
  const codes = new Set(release.codes);
  return (code) => codes.has(code);
}

/** Whether a reason has some words, as its name or in its sentence; each reason is looked at once. */
function saying(words: string): (side: ComparedSide, reason: string | undefined) => boolean {
  const known = new Map<string, boolean>();
  return ({ release }, reason = "") => {
    const found =
      known.get(reason) ?? `${reasonWords(reason)} ${release.sentenceOf(reason)}`.toLowerCase().includes(words);
    known.set(reason, found);
    return reason !== "" && found;
  };
}

function withReason(words: string, { before, after, amounts }: ComparedCodes): Fits {
  const says = saying(words);
  const found = new Set<string>();
  for (const { hcpcs, figures } of amounts)
    if (says(before, figures.from?.why) || says(after, figures.to?.why)) found.add(hcpcs);
  return (code) => found.has(code);
}

/** The forms in the order in which they are tried; what is none of them is words of a reason. */
const FORMS: readonly Form[] = [
  [
    /^([a-z\d]{5})$/i,
    ([code = ""]) =>
      (each) =>
        each === code.toUpperCase(),
  ],
  [
    /^([a-z\d]{5})\s*(?:-|to)\s*([a-z\d]{5})$/i,
    ([first = "", last = ""]) =>
      (each) =>
        first.toUpperCase() <= each && each <= last.toUpperCase(),
  ],
  [
    /^([a-z]?\d{1,4})\*?$/i,
    ([start = ""]) =>
      (each) =>
        each.startsWith(start.toUpperCase()),
  ],
  [
    /^new$/i,
    (_, { before }) => {
      const old = isIn(before);
      return (each) => !old(each);
    },
  ],
  [
    /^gone$/i,
    (_, { after }) => {
      const now = isIn(after);
      return (each) => !now(each);
    },
  ],
  [
    /^status\s+([a-z\d]{1,2})$/i,
    ([status = ""], of) =>
      ofEither(of, (code, { inputs }) => inputs.indicatorsOf(code).indicators.includes(status.toUpperCase())),
  ],
  [/^apc\s+(\d{1,5})$/i, ([apc = ""], of) => ofEither(of, (code, { inputs }) => inputs.indicatorsOf(code).apc === apc)],
];

function fitsTerm(term: string, of: ComparedCodes): Fits {
  for (const [pattern, fits] of FORMS) {
    const found = pattern.exec(term);
    if (found !== null) return fits(found.slice(1), of);
  }
  return withReason(term.toLowerCase(), of);
}

/**
 * The codes that a choice names: a code, a range, the beginning of codes, an indicator, an APC or words of a reason;
 * several with commas.
 *
 * @returns undefined for an empty choice, which names all
 */
export function chosenCodes(text: string, of: ComparedCodes): ReadonlySet<string> | undefined {
  const terms = text.split(",").flatMap((each) => each.trim() || []);
  if (terms.length === 0) return undefined;
  const fits = terms.map((term) => fitsTerm(term, of));
  return new Set(of.codes.filter((code) => fits.some((each) => each(code))));
}
