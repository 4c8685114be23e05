import { distance } from "fastest-levenshtein";

/** More letters than these are another word, not a slip of the hand. */
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
  const isLike = best !== undefined && best.far <= MOST_EDITS && best.far < word.length;
  return isLike ? `; did you mean "${best.text}"?` : "";
}
