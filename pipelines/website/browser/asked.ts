/** The pages of the site, and how they are called. */
export const PAGE_TITLES = {
  "look-up": "Look up",
  list: "List",
  compare: "Compare",
  changes: "What changed",
  history: "History",
  map: "Map",
} as const;
export type SitePage = keyof typeof PAGE_TITLES;

/** A question as the address bar holds it. Every field is a text as it was typed; "" is nothing. */
export interface SiteQuestion {
  readonly page: SitePage;
  readonly code: string;
  /** A ZIP code, a county, or the name or key of a locality; "" for the nation. */
  readonly place: string;
  /** Day of service. */
  readonly on: string;
  /** A release by its name, whatever the day. */
  readonly release: string;
  /** Another release, that the one above is compared with. */
  readonly with: string;
  /** Another place, that the one above is compared with. */
  readonly other: string;
  /** Which codes a page shows; "" for all. */
  readonly only: string;
}

/** No question yet. */
export const NOTHING: SiteQuestion = {
  page: "look-up",
  code: "",
  place: "",
  on: "",
  release: "",
  with: "",
  other: "",
  only: "",
};

/** The question of an address: `#code=22511&place=94110`. */
export function askedIn(hash: string): SiteQuestion {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const text = (name: keyof SiteQuestion): string => given.get(name)?.trim() ?? "";
  const page = text("page") in PAGE_TITLES ? (text("page") as SitePage) : NOTHING.page;
  const names = Object.keys(NOTHING) as (keyof SiteQuestion)[];
  const asked = Object.fromEntries(names.map((name) => [name, text(name)])) as unknown as SiteQuestion;
  return { ...asked, page, code: asked.code.toUpperCase() };
}

/** The end of the address that has the question. */
export function hashOf(asked: SiteQuestion): string {
  const given = Object.entries(asked).filter(([name, value]) => value !== NOTHING[name as keyof SiteQuestion]);
  return `#${new URLSearchParams(given)}`;
}
