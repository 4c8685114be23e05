import type { DiffDocument } from "../../../schemas/out/diff.ts";
import { isUnsplit } from "../../answers/diff/rate-marks.ts";
import { nameOfRow } from "../../answers/diff/row-name.ts";
import { magnitude } from "../../answers/diff/signed.ts";
import { withSign } from "../../words/changes.ts";
import { counted, countText, dollars } from "../../words/money-text.ts";
import { NA_MEANING } from "../../words/na.ts";
import { AMOUNTS, trackText } from "../../words/names.ts";
import { notReadReason } from "./diff-tables.ts";
import { type Movement, partsOf } from "./movements.ts";
import type { Block, Entry } from "./view.ts";

const entry = (term: string, value: string, note: string): Entry => ({ term, value, notes: [note] });

/** Amounts that changed, by kind of change: each is in exactly one part. */
export function headlineParts(all: readonly Movement[]): readonly (readonly [words: string, count: number])[] {
  const { up, down, came, went } = partsOf(all);
  return [
    ["up", up],
    ["down", down],
    ["without an amount before", came],
    ["without an amount after", went],
  ];
}

function isOpen({ amount }: Movement): boolean {
  return magnitude(amount.unexplained) > 0;
}

/** The largest change in one direction, among the amounts that physicians are paid. */
function furthest(all: readonly Movement[], sign: 1 | -1): Movement | undefined {
  const physician = all.filter(
    ({ schedule, percent }) => schedule !== "opps" && schedule !== "asc" && percent !== null,
  );
  const way = physician.filter(({ mills }) => Math.sign(mills ?? 0) === sign);
  return way.toSorted((left, right) => sign * ((right.percent ?? 0) - (left.percent ?? 0)))[0];
}

function mover(term: string, moved: Movement | undefined): Entry {
  if (moved === undefined) return entry(term, "none", "");
  const { amount, schedule } = moved;
  const note = `${nameOfRow(moved)}, ${AMOUNTS[schedule].name.toLowerCase()}: ${dollars(amount.from ?? "")} to ${dollars(amount.to ?? "")}`;
  return entry(term, `${withSign(amount.percent)}%`, note);
}

/** "from the record of factors (file of 2026A not read)" where no available file has the factor. */
function factorOrigin(diff: DiffDocument, at: "from" | "to"): string {
  if (notReadReason(diff[at], "pfs") === undefined) return "";
  return `from the record of factors (file of ${diff[at].release} not read)`;
}

/** A side's factor, that of most physicians where there are two: "33.4009", and whom it is for. */
function physicianFactor(diff: DiffDocument, at: "from" | "to"): { value: string; words: string } {
  const known = diff.factors.filter((factor) => factor.schedule === "pfs" && factor[at] !== null);
  const first = known.find(({ track }) => track !== "qualifying-apm") ?? known[0];
  const value = first?.[at] ?? null;
  if (first === undefined || value === null)
    return { value: notReadReason(diff[at], "pfs") === undefined ? "none recorded" : "not read", words: "" };
  const track = known.length > 1 || first.track === "qualifying-apm" ? trackText(first) : "";
  return { value, words: [track, factorOrigin(diff, at)].filter((text) => text !== "").join(", ") };
}

/** The factor after, and what it was before; the same figures as the table of factors has. */
function factorEntry(diff: DiffDocument): Entry {
  const [earlier, later] = [physicianFactor(diff, "from"), physicianFactor(diff, "to")];
  const was = [`${earlier.value} before`, earlier.words].filter((text) => text !== "").join(" ");
  const note = [later.words, was].filter((text) => text !== "").join("; ");
  return entry("Conversion factor, physicians", later.value, note);
}

/** Figures of the fee schedule; one entry that says so where a side was built without it. */
function physicianEntries(diff: DiffDocument, all: readonly Movement[]): Entry[] {
  const { from, to, pfs } = diff;
  const factors = factorEntry(diff);
  if (pfs === null) {
    const lacking = [from, to].filter((side) => notReadReason(side, "pfs") !== undefined);
    const names = lacking.map(({ release }) => release).join(" and ");
    return [factors, entry("Physician fee schedule", "not read", `in ${names}; see tables and factors`)];
  }
  const status = pfs.changed.filter(({ fields }) => fields["status"] !== undefined).length;
  return [
    factors,
    entry("Status changes", countText(status), "rows of the fee schedule"),
    mover("Physicians, largest rise", furthest(all, 1)),
    mover("Physicians, largest fall", furthest(all, -1)),
  ];
}

/** Amounts that CMS's new figures for the code change; rates that cannot be split are counted separately. */
function openEntry(all: readonly Movement[]): Entry {
  const open = all.filter(isOpen);
  const whole = open.filter(({ amount }) => isUnsplit(amount)).length;
  const apart = whole === 0 ? "" : `; ${countText(whole)} of these are rates without weights, which cannot be split`;
  const note = `of them by RVUs, weights or rates that CMS set for the code${apart}`;
  return entry("Changed by CMS's new figures", countText(open.length), note);
}

/** The one sentence about amounts that are in no other figure of the report. */
function naSentence(marked: number): Block {
  const what = `${counted(marked, "more amount")} marked NA in a release changed, appeared or disappeared. No figure, chart or list here counts such amounts.`;
  const content = `${what} ${NA_MEANING}. The diff as JSON lists them, with the mark.`;
  return marked > 0 && { kind: "text", content, tones: ["small", "quiet"] };
}

/**
 * The figures that a review begins with.
 *
 * @param moved every amount that changed, including those marked NA
 */
export function reviewHeadline(diff: DiffDocument, moved: readonly Movement[]): Block[] {
  const all = moved.filter(({ isNa }) => !isNa);
  const parts = headlineParts(all).filter(([, count]) => count > 0);
  const counts = parts.map(([words, count]) => `${countText(count)} ${words}`).join(", ");
  const entries = [
    entry("Amounts changed", countText(all.length), counts),
    openEntry(all),
    ...physicianEntries(diff, all),
  ];
  return [{ kind: "entries", entries }, naSentence(moved.length - all.length)];
}
