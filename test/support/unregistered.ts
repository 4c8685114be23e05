import type { Release } from "../../schemas/source/release.ts";

/** A release as if nobody had registered it: its profiles count for others alone. */
export function unregistered(release: Release): Release {
  return { ...release, publications: release.publications.map((each) => ({ ...each, registered: false })) };
}
