import { codeAsTyped, codeWithModifiers } from "./code-typed.ts";

/** The pages of the site, and how they are called. */
export const PAGE_TITLES = {
  "look-up": "Look up",
  list: "List",
  compare: "Compare",
  changes: "What changed",
  history: "History",
  map: "Map",
  files: "Your files",
} as const;
export type SitePage = keyof typeof PAGE_TITLES;

/** The settings that a map can show, by the name of the amount. */
export const MAP_SETTINGS = { office: "office", facility: "hopd" } as const;
export type MapSetting = keyof typeof MAP_SETTINGS;

/** A question as the address bar holds it. Every field is a text as it was typed; "" is nothing. */
export interface SiteQuestion {
  readonly page: SitePage;
  readonly code: string;
  /** Modifiers of the code, with hyphens: "26", "26-59". */
  readonly modifier: string;
  /** A ZIP code, a county, or the name or key of a locality; "" for the nation. */
  readonly place: string;
  /** Day of service. */
  readonly on: string;
  /** A release by its name. */
  readonly release: string;
  /** Another release, that the one above is compared with. */
  readonly with: string;
  /** Another place, that the one above is compared with. */
  readonly other: string;
  /** Which codes a page shows; "" for all. */
  readonly only: string;
  /** Which amounts the map shows. */
  readonly setting: MapSetting;
}

/** No question yet. */
export const NOTHING: SiteQuestion = {
  page: "look-up",
  code: "",
  modifier: "",
  place: "",
  on: "",
  release: "",
  with: "",
  other: "",
  only: "",
  setting: "office",
};

/** Names that the address may have for the place. */
const PLACE_NAMES = ["place", "zip", "county", "locality"];
/** Fields that are one of a few words. */
const CHOICES = { page: PAGE_TITLES, setting: MAP_SETTINGS } as const;

function fieldsOf(hash: string): URLSearchParams {
  return new URLSearchParams(hash.replace(/^#/, ""));
}

function placeIn(given: URLSearchParams): string {
  return PLACE_NAMES.map((name) => given.get(name)?.trim() ?? "").find((text) => text !== "") ?? "";
}

/** The question of an address: `#code=22511&place=94110`. */
export function askedIn(hash: string): SiteQuestion {
  const given = fieldsOf(hash);
  const text = (name: keyof SiteQuestion): string => given.get(name)?.trim() ?? "";
  const chosen = <Name extends keyof typeof CHOICES>(name: Name): SiteQuestion[Name] =>
    Object.hasOwn(CHOICES[name], text(name)) ? (text(name) as SiteQuestion[Name]) : NOTHING[name];
  const names = Object.keys(NOTHING) as (keyof SiteQuestion)[];
  const asked = Object.fromEntries(names.map((name) => [name, text(name)])) as unknown as SiteQuestion;
  const place = placeIn(given);
  return {
    ...asked,
    ...codeAsTyped(codeWithModifiers(asked)),
    place,
    page: chosen("page"),
    setting: chosen("setting"),
  };
}

/** Fields of an address that are not in the question, as the address has them: "colour=red". */
export function unreadIn(hash: string): string[] {
  const given = fieldsOf(hash);
  const place = placeIn(given);
  const isRead = (name: string, value: string): boolean => {
    if (PLACE_NAMES.includes(name)) return value === place;
    if (Object.hasOwn(CHOICES, name)) return Object.hasOwn(CHOICES[name as keyof typeof CHOICES], value);
    return Object.hasOwn(NOTHING, name);
  };
  return [...given]
    .filter(([name, value]) => value !== "" && !isRead(name, value.trim()))
    .map((field) => field.join("="));
}

/** The end of the address that has the question. */
export function hashOf(asked: SiteQuestion): string {
  const given = Object.entries(asked).filter(([name, value]) => value !== NOTHING[name as keyof SiteQuestion]);
  return `#${new URLSearchParams(given)}`;
}
