import { formatScaled } from "../../../schemas/scaled.ts";
import { percentHundredths } from "../../answers/diff/signed.ts";
import { amountsTable } from "../../reports/views/amounts-table.ts";
import { largestChanges } from "../../reports/views/chosen-changes.ts";
import { medianChange, medianEntries, medianSentence, percentChange } from "../../reports/views/median-changes.ts";
import { AMOUNT_NAMES } from "../../reports/views/movements.ts";
import { causesSection, changeDistribution } from "../../reports/views/review-causes.ts";
import { type Block, type Entry, lead, paragraph, quiet, type Section, small } from "../../reports/views/view.ts";
import { counted, countText } from "../../words/money-text.ts";
import { NA_MEANING } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import { samePlace, sideContent, sideNames } from "./compare-section.ts";
import { amountsOfBoth, type ComparedAmount, type ComparedSide, hasMoved, schedulesOfBoth } from "./two-sides.ts";
import { type ComparedCodes, chosenCodes } from "./which-codes.ts";

/** Amounts of a choice that are all shown; of more, the largest changes. */
const MOST_SHOWN = 400;
/** The largest changes of each schedule, by dollars and by percent each. */
const MOST_LARGEST = 100;

/** Changes of fewer amounts are all in the table, and have no spread to draw. */
const LEAST_SPREAD = 40;

/** Every code of two sides with its amounts. */
export function comparedCodes(before: ComparedSide, after: ComparedSide): ComparedCodes {
  const codes = [...new Set([...before.release.codes, ...after.release.codes])].sort();
  return { before, after, codes, amounts: amountsOfBoth(before, after, codes) };
}

/** What of two sides is shown. */
interface Shown {
  readonly of: ComparedCodes;
  readonly codes: readonly string[];
  readonly amounts: readonly ComparedAmount[];
  readonly isAll: boolean;
}

function shownOf(of: ComparedCodes, only: string): Shown {
  const chosen = chosenCodes(only, of);
  if (chosen === undefined) return { of, codes: of.codes, amounts: of.amounts, isAll: true };
  return { of, codes: [...chosen], amounts: of.amounts.filter(({ hcpcs }) => chosen.has(hcpcs)), isAll: false };
}

/** The factor of physicians on both sides; undefined where one has none, or they are the same. */
function factorEntry({ before, after }: ComparedCodes): { readonly entry: Entry; readonly words: string } | undefined {
  const [old, now] = [before.release.factors[0]?.factor, after.release.factors[0]?.factor];
  if (old === undefined || now === undefined) return undefined;
  const share = percentChange(percentHundredths(now - old, old) ?? 0);
  const notes = [`${formatScaled(old, 4)} before: ${share} of each physician's amount`];
  const words =
    old === now
      ? " The conversion factor is the same in both."
      : ` The conversion factor alone is ${share} of each physician's amount; the rest is RVUs, GPCIs and rounding.`;
  return { entry: { term: "Conversion factor, physicians", value: formatScaled(now, 4), notes }, words };
}

/** How many codes only one side has. */
function oneSidedCodes({ of, codes }: Shown): readonly [added: number, gone: number] {
  const [old, now] = [new Set(of.before.release.codes), new Set(of.after.release.codes)];
  return [codes.filter((code) => !old.has(code)).length, codes.filter((code) => !now.has(code)).length];
}

function naNote(moved: readonly ComparedAmount[]): Block {
  const marked = moved.filter(({ isNa }) => isNa).length;
  const what = `${counted(marked, "more amount")} marked NA changed, and no figure or chart here counts them.`;
  return marked > 0 && small(`${what} ${NA_MEANING}.`);
}

/** Which amounts one of the releases was built without. */
function lackingNote({ before, after }: ComparedCodes): Block {
  const both = schedulesOfBoth(before, after);
  const names = AMOUNT_NAMES.filter((schedule) => !both.includes(schedule)).map((schedule) => AMOUNTS[schedule].name);
  return (
    names.length > 0 &&
    small(`Not compared, since this site does not have CMS's file of one release: ${names.join(", ")}.`)
  );
}

/** The headline: in words, and as figures. */
function headSection(shown: Shown, moved: readonly ComparedAmount[]): Section {
  const { of, codes, amounts } = shown;
  const names = sideNames(of.before, of.after);
  const compared = amounts.filter(({ isCompared }) => isCompared);
  const medians = schedulesOfBoth(of.before, of.after)
    .map((schedule) => medianChange(schedule, compared))
    .filter((each) => each !== undefined);
  const factor = factorEntry(of);
  const [added, gone] = oneSidedCodes(shown);
  const hasNews = added + gone > 0;
  const news = hasNews
    ? ` Of ${counted(codes.length, "code")}, ${countText(added)} came and ${countText(gone)} went.`
    : "";
  const entries = [
    ...medianEntries(medians),
    ...(factor ? [factor.entry] : []),
    ...(hasNews ? [{ term: "Codes that came", value: countText(added), notes: [`${countText(gone)} went`] }] : []),
  ];
  return {
    id: "headline",
    title: `${names.from} to ${names.to}${samePlace(of.before, of.after)}: what changed`,
    blocks: [
      lead(`${medianSentence(medians)}${factor?.words ?? ""}${news}`),
      { kind: "entries", entries },
      naNote(moved),
      lackingNote(of),
    ],
  };
}

function distributionSection(all: readonly ComparedAmount[], of: ComparedCodes): Section {
  const charts = schedulesOfBoth(of.before, of.after).flatMap((schedule) => {
    const own = all.filter((each) => each.schedule === schedule);
    if (own.length === 0) return [];
    return [changeDistribution(own, [schedule], { id: `changes-${schedule}`, title: AMOUNTS[schedule].name })];
  });
  return { id: "distribution", title: "Distribution of changes, in percent", blocks: charts };
}

/** Every amount of a choice where they are few, else its largest changes. */
function tableSection({ of, amounts, isAll }: Shown, all: readonly ComparedAmount[]): Section {
  const isWhole = !isAll && amounts.length <= MOST_SHOWN;
  const { shown, words } = isWhole
    ? { shown: amounts, words: `${counted(amounts.length, "amount")}, those that did not change included.` }
    : largestChanges(all, MOST_LARGEST, "choose codes above to see every amount of them");
  const caption = isWhole ? "Amounts of the chosen codes" : "Amounts that changed";
  const rows = amountsTable<ComparedAmount>({
    caption,
    rows: shown,
    headings: sideNames(of.before, of.after),
    cell: (amount, at) => sideContent(at === "from" ? of.before : of.after, amount, at),
    hasRules: false,
  });
  return { id: "movers", title: isWhole ? "Every amount" : "Largest changes", blocks: [paragraph(words), rows] };
}

const OF_RATES =
  "Changes of hospital and surgical center rates are not split: the site has their amounts and not their weights.";

/**
 * What changed from one side to the other, of all codes or of those chosen.
 *
 * @param only a choice of codes, "" for all
 */
export function changesSections(of: ComparedCodes, only: string): readonly Section[] {
  const shown = shownOf(of, only);
  if (shown.codes.length === 0)
    return [{ id: "headline", title: "No code", blocks: [quiet(`No code of either release is meant by "${only}".`)] }];
  const moved = shown.amounts.filter(hasMoved);
  const all = moved.filter(({ isNa }) => !isNa);
  const head = headSection(shown, moved);
  const rows = tableSection(shown, all);
  if (all.length === 0) return [head, rows];
  const causes = causesSection(all, OF_RATES);
  return all.length < LEAST_SPREAD ? [head, causes, rows] : [head, causes, distributionSection(all, of), rows];
}
