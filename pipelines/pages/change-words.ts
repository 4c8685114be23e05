import type { AmountChange } from "../../schemas/out/diff.ts";
import { CAUSE_WORDS } from "../diff/cause-words.ts";

/** "PE RVU 454.97, conversion factor 176.10*": the star marks what a cited rule explains. */
export function causesText({ effects, explained }: Pick<AmountChange, "effects" | "explained">): string {
  const told = Object.entries(effects ?? {}).filter(
    ([cause, effect]) => cause !== "rounding" || !/^-?0\.0+$/.test(effect),
  );
  return told
    .map(([cause, effect]) => `${CAUSE_WORDS[cause] ?? cause} ${effect}${cause in explained ? "*" : ""}`)
    .join(", ");
}

/** "+5.81", "-5.92": with its sign either way, and nothing for null. */
export function signedText(text: string | null, written = (each: string): string => each): string {
  if (text === null) return "";
  return text.startsWith("-") ? written(text) : `+${written(text)}`;
}
