import type { OpenedRelease, PaymentLocality } from "../../read/types.ts";
import type { SitePart } from "../site-index.ts";

/** What a place was typed as. */
type Typed = { readonly kind: "national" } | { readonly kind: "zip" | "county" | "name"; readonly text: string };

/** A place that was found, or why none was. */
export type SitePlace =
  | { readonly kind: "place"; readonly locality: string; readonly title: string; readonly foundBy: string }
  | { readonly kind: "reason"; readonly text: string; readonly among: readonly PaymentLocality[] };

const NATIONAL: SitePlace = { kind: "place", locality: "national", title: "national", foundBy: "all GPCIs are 1" };

/** How a locality is written for people: "San Francisco, CA". */
export function localityTitle({ name, state }: PaymentLocality): string {
  return state === null ? name : `${name}, ${state}`;
}

function typed(text: string): Typed {
  if (text === "") return { kind: "national" };
  if (/^\d{5}(-?\d{4})?$/.test(text)) return { kind: "zip", text };
  return { kind: /,\s*[a-z]{2}$/i.test(text) ? "county" : "name", text };
}

const PARTS: Readonly<Record<Typed["kind"], readonly SitePart[]>> = {
  national: [],
  name: [],
  zip: ["reader-zips"],
  county: ["reader-counties"],
};

/** The parts of a release that a place needs to be found. */
export function partsFor(place: string): readonly SitePart[] {
  return PARTS[typed(place).kind];
}

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}

function placeAt(locality: PaymentLocality, foundBy: string): SitePlace {
  return { kind: "place", locality: locality.key, title: localityTitle(locality), foundBy };
}

function byName({ release, localities }: OpenedRelease, text: string): SitePlace {
  const wanted = bare(text);
  const exact = localities.filter((each) => each.key === text || bare(localityTitle(each)) === wanted);
  const found = exact.length > 0 ? exact : localities.filter((each) => bare(localityTitle(each)).includes(wanted));
  const [only, second] = found;
  if (only !== undefined && second === undefined) return placeAt(only, `locality ${only.key}`);
  const why =
    only === undefined
      ? `No payment locality of ${release} is named "${text}". Write a ZIP code, a county such as "Marin, CA", or choose a locality.`
      : `"${text}" is in the names of ${found.length} localities.`;
  return { kind: "reason", text: why, among: found };
}

function byZipOrCounty(release: OpenedRelease, { kind, text }: Exclude<Typed, { kind: "national" }>): SitePlace {
  const found = kind === "zip" ? release.placeOfZip(text) : release.placeOfCounty(text);
  if (found.kind === "locality") return placeAt(found, found.foundBy);
  const file = kind === "zip" ? "ZIP code" : "county";
  const missing = `${release.release} was built without CMS's ${file} file. Choose a locality.`;
  return { kind: "reason", text: found.reason === "source-missing" ? missing : found.text, among: found.among };
}

/** Finds what somebody typed as a place among the localities of a release. */
export function placeAsTyped(release: OpenedRelease, place: string): SitePlace {
  const wanted = typed(place);
  if (wanted.kind === "national") return NATIONAL;
  if (wanted.kind === "zip") return byZipOrCounty(release, wanted);
  const named = byName(release, wanted.text);
  return named.kind === "place" || wanted.kind === "name" ? named : byZipOrCounty(release, wanted);
}
