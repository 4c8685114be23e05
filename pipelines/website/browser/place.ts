import type { FoundLocality, OpenedRelease, PaymentLocality } from "../../read/types.ts";
import { bareName } from "../../words/bare-name.ts";
import type { SitePart } from "../site-index.ts";

/** What a place was typed as. Half a ZIP code or half a number of a locality is not one yet. */
type Typed =
  | { readonly kind: "national" }
  | { readonly kind: "half" }
  | { readonly kind: "zip" | "county" | "key" | "name"; readonly text: string };

/** A place that was found, one that is not yet typed to its end, or why none was found. */
export type SitePlace =
  | { readonly kind: "place"; readonly locality: string; readonly title: string; readonly foundBy: string }
  | NoSitePlace;

/** Why there is no place, in a sentence and in a few words, and the localities or counties to choose from. */
export interface NoSitePlace {
  readonly kind: "half" | "reason";
  readonly text: string;
  readonly short: string;
  readonly among: readonly PlaceChoice[];
}

/** A locality or a county to choose: how it is shown, and what stands in the field when it is chosen. */
interface PlaceChoice {
  readonly label: string;
  readonly text: string;
}

const NATIONAL: SitePlace = { kind: "place", locality: "national", title: "national", foundBy: "all GPCIs are 1" };
const HALF: SitePlace = {
  kind: "half",
  text: "A ZIP code has five digits, and the number of a locality seven.",
  short: "half a ZIP code",
  among: [],
};

/** How a locality is written for people: "San Francisco, CA". */
export function localityTitle({ name, state }: PaymentLocality): string {
  return state === null ? name : `${name}, ${state}`;
}

const KEY = /^(\d{5})[-\s]?(\d{2})$/;
/** The state at the end of "Marin, CA". */
const STATE = /,\s*([a-z]{2})$/i;

function typed(place: string): Typed {
  const text = place.trim();
  if (text === "" || text.toLowerCase() === "national") return { kind: "national" };
  if (/^\d{5}([-\s]?\d{4})?$/.test(text)) return { kind: "zip", text: text.replace(/\s/, "-") };
  if (KEY.test(text)) return { kind: "key", text: text.replace(KEY, "$1$2") };
  if (/^\d{0,6}$|^\d{5}[-\s](\d|\d{3})?$|^\d{8}$/.test(text)) return { kind: "half" };
  return { kind: /,\s*[a-z]/i.test(text) ? "county" : "name", text };
}

const PARTS: Readonly<Partial<Record<Typed["kind"], readonly SitePart[]>>> = {
  zip: ["reader-zips"],
  county: ["reader-counties"],
  name: ["reader-counties"],
};

/** The parts of a release that a place needs to be found. */
export function partsFor(place: string): readonly SitePart[] {
  return PARTS[typed(place).kind] ?? [];
}

function placeAt(locality: PaymentLocality, foundBy = `locality ${locality.key}`): SitePlace {
  return { kind: "place", locality: locality.key, title: localityTitle(locality), foundBy };
}

/** In 2009 two localities have the name "Rest of California": their numbers tell them apart. */
function choicesOf({ localities }: OpenedRelease, among: readonly PaymentLocality[]): PlaceChoice[] {
  return among.map((each) => {
    const title = localityTitle(each);
    const isOnlyOne = localities.filter((other) => bareName(localityTitle(other)) === bareName(title)).length === 1;
    return isOnlyOne ? { label: title, text: title } : { label: `${title} ${each.key}`.trim(), text: each.key };
  });
}

type Why = Pick<NoSitePlace, "text" | "short">;

function without(release: OpenedRelease, why: Why, among: readonly PaymentLocality[]): SitePlace {
  return { kind: "reason", ...why, among: choicesOf(release, among) };
}

/** The localities of the state that a text ends in; all where none has it. */
function nearby({ localities }: OpenedRelease, text: string): readonly PaymentLocality[] {
  const [, state] = STATE.exec(text) ?? [];
  const found = localities.filter((each) => STATE.exec(localityTitle(each))?.[1] === state?.toUpperCase());
  return state === undefined || found.length === 0 ? localities : found;
}

/** The locality with exactly this name, as the site writes it; undefined where two have it. */
function exactly({ localities }: OpenedRelease, text: string): PaymentLocality | undefined {
  const [only, second] = localities.filter((each) => bareName(localityTitle(each)) === bareName(text));
  return second === undefined ? only : undefined;
}

/** Localities with a text in their names. The name of a state means every locality of it, not the rest of it alone. */
function like({ localities }: OpenedRelease, text: string): readonly PaymentLocality[] {
  const wanted = bareName(text);
  const rest = localities.find(({ name, state }) => state !== null && bareName(name) === `rest of ${wanted}`);
  return localities.filter((each) => each.state === rest?.state || bareName(localityTitle(each)).includes(wanted));
}

function byKey(release: OpenedRelease, key: string): SitePlace {
  const found = release.localities.find((each) => each.key === key);
  if (found !== undefined) return placeAt(found);
  const text = `No payment locality of ${release.release} has the number ${key}. Choose a locality.`;
  return without(release, { text, short: "no such locality" }, release.localities);
}

/** Counties of any state that a name without a state can mean: "Kings, CA" and "Kings, NY". */
export type CountiesNamed = (name: string) => readonly string[];

function orCounties(release: OpenedRelease, text: string, counties: readonly string[]): SitePlace {
  const localities = choicesOf(release, like(release, text));
  const among = [...localities, ...counties.map((title) => ({ label: `${title} (county)`, text: title }))];
  const what = localities.length === 0 ? "county" : "locality or county";
  const why =
    among.length === 1 ? `"${text}" is a county without its state.` : `"${text}" may be more than one ${what}.`;
  return { kind: "reason", text: `${why} Choose one.`, short: "no such locality", among };
}

function byPartOfName(release: OpenedRelease, text: string, countiesNamed: CountiesNamed): SitePlace {
  const counties = countiesNamed(text);
  if (counties.length > 0) return orCounties(release, text, counties);
  const among = like(release, text);
  if (among.length === 0) {
    const why = `No payment locality of ${release.release} is named "${text}". Write a ZIP code, a county such as "Marin, CA", or choose a locality.`;
    return without(release, { text: why, short: "no such locality" }, release.localities);
  }
  const short = "no such locality";
  return without(release, { text: `"${text}" is not the whole name of a locality. Choose one.`, short }, among);
}

type NoLocality = Extract<FoundLocality, { kind: "reason" }>;

function whyNoZip({ release }: OpenedRelease, { reason, text, plusFour, among }: NoLocality, zip: string): Why {
  if (reason === "source-missing")
    return {
      text: `This site does not have CMS's ZIP code file of ${release}. Choose a locality.`,
      short: "no ZIP code file",
    };
  if (reason === "unknown-zip")
    return {
      text: `CMS's ZIP code file of ${release} does not have ${zip.slice(0, 5)}. Check the ZIP code, or choose a locality.`,
      short: "ZIP code not listed",
    };
  const named = among.map(localityTitle).join("; ");
  const where = plusFour
    ? `. CMS's ZIP code file has it in ${named}, and ratebook has no ZIP+4 file. Choose the locality of the address.`
    : `: ${named}. Choose the locality of the address.`;
  return { text: `${text}${where}`, short: "several localities" };
}

const isAmong = ({ key }: PaymentLocality, all: readonly PaymentLocality[]): boolean =>
  all.some((each) => each.key === key);

function byZip(release: OpenedRelease, zip: string): SitePlace {
  const found = release.placeOfZip(zip);
  if (found.kind === "locality") return placeAt(found, found.foundBy);
  const { among, plusFour } = found;
  const [first] = among;
  // The file says where a part of it is, and of the other parts not even that
  const others = plusFour && first ? nearby(release, localityTitle(first)).filter((each) => !isAmong(each, among)) : [];
  const all = among.length > 0 ? [...among, ...others] : release.localities;
  return without(release, whyNoZip(release, found, zip), all);
}

function whyNoCounty({ release }: OpenedRelease, { reason, text }: NoLocality): Why {
  if (reason === "source-missing")
    return {
      text: `This site does not have CMS's county file of ${release}. Choose a locality.`,
      short: "no county file",
    };
  const short = reason === "ambiguous-county" ? "several localities" : "county not found";
  return { text: `${text}. Choose a locality.`, short };
}

function byCounty(release: OpenedRelease, county: string): SitePlace {
  const found = release.placeOfCounty(county);
  if (found.kind === "locality") return placeAt(found, found.foundBy);
  return without(release, whyNoCounty(release, found), found.among.length > 0 ? found.among : nearby(release, county));
}

const FOUND_BY = { zip: byZip, key: byKey, county: byCounty, name: byPartOfName } as const;

/**
 * Finds what somebody typed as a place among the localities of a release. Only an exact name, a number, a ZIP code and
 * a county are taken; a part of a name is answered with what it may mean.
 *
 * @param countiesNamed the counties of a name without a state; none by default
 */
export function placeAsTyped(
  release: OpenedRelease,
  place: string,
  countiesNamed: CountiesNamed = () => [],
): SitePlace {
  const wanted = typed(place);
  if (wanted.kind === "national") return NATIONAL;
  if (wanted.kind === "half") return HALF;
  const named = exactly(release, wanted.text);
  return named === undefined ? FOUND_BY[wanted.kind](release, wanted.text, countiesNamed) : placeAt(named);
}
