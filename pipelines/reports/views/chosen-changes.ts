import { counted, countText } from "../../words/money-text.ts";
import { largest, type Movement, partsOf } from "./movements.ts";

/** What the list leaves out: changes, and separately amounts that appeared or disappeared, which have no size. */
function hiddenText(hidden: readonly Movement[], elsewhere: string): string {
  const { up, down, came, went } = partsOf(hidden);
  const parts = [
    [up + down, "with an amount in both releases"],
    [came, "without an amount before"],
    [went, "without an amount after"],
  ] as const;
  const counts = parts.filter(([count]) => count > 0).map(([count, words]) => `${countText(count)} ${words}`);
  return counts.length === 0 ? "" : ` Not shown: ${counts.join(", ")}; ${elsewhere}.`;
}

/** How the amounts of the list were chosen; "all of them" where it has all. */
function choiceText(most: number, isAll: boolean): string {
  if (isAll) return "all of them";
  const number = countText(most);
  return `the ${number} largest changes of each schedule in dollars and the ${number} largest in percent; where a schedule has fewer, also amounts that appeared or disappeared`;
}

/** The largest changes, and a sentence that says how they were chosen and what is not shown. */
export interface ChosenChanges<Moved> {
  readonly shown: readonly Moved[];
  readonly words: string;
}

/**
 * Chooses the largest changes.
 *
 * @param most of each schedule, by dollars and by percent each
 * @param elsewhere who has the others, as the end of a sentence
 */
export function largestChanges<Moved extends Movement>(
  all: readonly Moved[],
  most: number,
  elsewhere: string,
): ChosenChanges<Moved> {
  const shown = largest(all, most);
  const chosen = new Set(shown);
  const hidden = all.filter((each) => !chosen.has(each));
  const choice = choiceText(most, hidden.length === 0);
  const words = `${counted(shown.length, "amount")}, the largest change in dollars first: ${choice}.${hiddenText(hidden, elsewhere)}`;
  return { shown, words };
}
