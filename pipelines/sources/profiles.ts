import { Profile } from "../../schemas/source/profile.ts";
import type { Family } from "../../schemas/source/release.ts";
import { namesIn, readSource } from "./read-source.ts";

/** Path of a publication's profile inside `sources/`. */
export function profilePath(family: Family, id: string): string {
  return `profiles/${family}/${id}.json`;
}

/** What the registered publications of a family look like, by id, in order. */
export function profilesOf(family: Family): Profile[] {
  const names = namesIn(`profiles/${family}/`, (name) => name.endsWith(".json"));
  return names.map((name) => readSource(profilePath(family, name.slice(0, -5)), Profile));
}
