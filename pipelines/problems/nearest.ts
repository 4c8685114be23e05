import { distance } from "fastest-levenshtein";

/** With more edits than these, or more than one letter in three, it is another word, not a typing mistake. */
const MOST_EDITS = 2;

/**
 * The suggestion for an unknown word: `; did you mean "office"?`, or nothing when no known word is similar. Case is
 * not compared.
 */
export function didYouMean(word: string, known: readonly string[]): string {
  const wanted = word.toLowerCase();
  const ranked = known
    .map((text) => ({ text, far: distance(wanted, text.toLowerCase()) }))
    .sort((left, right) => left.far - right.far);
  const [best] = ranked;
  const isLike = best !== undefined && best.far <= Math.min(MOST_EDITS, word.length / 3);
  return isLike ? `; did you mean "${best.text}"?` : "";
}

/** The most names that a message lists. */
const MOST_NAMES = 10;

/** Names as a message lists them: the last ones, and how many come before. */
export function nameList(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const earlier = names.length - MOST_NAMES;
  return `${names.slice(-MOST_NAMES).join(", ")}${earlier > 0 ? ` and ${earlier} earlier ones` : ""}`;
}

/** The first names of a list that may be long: "10004, 10005, ...". */
export function firstNames(names: readonly string[], most: number): string {
  return `${names.slice(0, most).join(", ")}${names.length > most ? ", ..." : ""}`;
}
