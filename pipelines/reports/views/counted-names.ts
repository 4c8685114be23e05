import { countText } from "../../words/money-text.ts";

/** "12 (33340, 33341, ...)", and how to see all where there are more. */
export function countedNames(names: readonly string[], most: number): string {
  if (names.length <= most) return `${countText(names.length)} (${names.join(", ")})`;
  const first = names.slice(0, most).join(", ");
  return `${countText(names.length)} (${first}${most > 0 ? ", " : ""}...; --most ${names.length} lists all)`;
}
