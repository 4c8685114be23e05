import { countText } from "./money-text.ts";

/** The most counties that are named; of more, the number is given. */
const NAMED = 6;

/** "Alameda, Contra Costa (CA)" from "Alameda, CA" and "Contra Costa, CA"; "21 counties (CA)" when there are many. */
export function countiesText(titles: readonly string[]): string {
  const byState = new Map<string, string[]>();
  for (const title of titles) {
    const [name = "", state = ""] = title.split(", ");
    byState.set(state, [...(byState.get(state) ?? []), name]);
  }
  const text = (names: readonly string[]): string =>
    names.length > NAMED ? `${countText(names.length)} counties` : names.join(", ");
  return [...byState].map(([state, names]) => `${text(names)} (${state})`).join(", ");
}
