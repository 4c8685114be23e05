import { distance } from "fastest-levenshtein";

/** More letters than these, and more than one in three, are another word, not a slip of the hand. */
const MOST_EDITS = 2;

/**
 * What a message adds about a word that is not known: `; did you mean "office"?`, or nothing when no known word is like
 * it. Case is not compared.
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

/** More names than these are not read in a message. */
const MOST_NAMES = 10;

/** Names as a message lists them: the last ones, and how many there are besides. */
export function nameList(names: readonly string[]): string {
  if (names.length === 0) return "none";
  const earlier = names.length - MOST_NAMES;
  return `${names.slice(-MOST_NAMES).join(", ")}${earlier > 0 ? ` and ${earlier} before them` : ""}`;
}
