import type { z } from "zod";
import type { Caveat, Caveats } from "../../schemas/source/calendar.ts";
import { withoutRevisions } from "./calendar.ts";
import { sourceAsItIs } from "./read-source.ts";

/** What a reader of a rate must know. */
export function caveats(): z.infer<typeof Caveats> {
  return sourceAsItIs("caveats.json");
}

/** A caveat without the list of releases that it is about. */
export type CaveatText = Omit<Caveat, "releases" | "money">;

/** Whether a caveat is about a release: by its name, its year or its kind ("-final"), or because it is about all of them. */
function isAbout({ releases }: Caveat, release: string): boolean {
  const base = withoutRevisions(release);
  return releases.some((each) => each === "*" || each === base || each === base.slice(0, 4) || isKind(each, base));
}

function isKind(text: string, release: string): boolean {
  return text.startsWith("-") && release.endsWith(text);
}

/** The caveats by which amounts of a release are wrong for some days or rows. */
export function moneyCaveatsOf(release: string): string[] {
  return caveats()
    .caveats.filter((caveat) => caveat.money === true && isAbout(caveat, release))
    .map(({ text }) => text);
}

/** What a reader of this release's rates must know, from `sources/caveats.json`. */
export function caveatsOf(release: string): CaveatText[] {
  const about = caveats().caveats.filter((caveat) => isAbout(caveat, release));
  return about.map(({ id, text, cites }) => ({ id, text, cites }));
}
