import type { OpenedRelease } from "../read/types.ts";
import { allSuccessions } from "../sources/successions.ts";
import { successionText } from "../words/successions.ts";
import type { SiteCodes } from "./site-index.ts";

/**
 * Which releases have which codes.
 *
 * @param releases in the order of the site
 */
export function siteCodes(releases: readonly OpenedRelease[]): SiteCodes {
  const having = new Map<string, number[]>();
  for (const [at, { codes }] of releases.entries())
    for (const code of codes) having.set(code, [...(having.get(code) ?? []), at]);
  const kinds = new Map<string, { readonly releases: readonly number[]; readonly codes: string[] }>();
  for (const [code, numbers] of having) {
    const kind = kinds.get(numbers.join()) ?? { releases: numbers, codes: [] };
    kind.codes.push(code);
    kinds.set(numbers.join(), kind);
  }
  const succeeding = allSuccessions().flatMap(({ deleted, successor }) => [deleted, successor]);
  return {
    schema: "ratebook/site-codes",
    kinds: [...kinds.values()].map(({ codes, ...kind }) => ({ ...kind, codes: codes.sort().join(" ") })),
    successions: Object.fromEntries([...new Set(succeeding)].map((code) => [code, successionText(code)])),
  };
}
