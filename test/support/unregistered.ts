import type { Release } from "../../schemas/source/release.ts";

/** A release as if it were not registered: only other releases use its profiles. */
export function unregistered(release: Release): Release {
  return { ...release, publications: release.publications.map((each) => ({ ...each, registered: false })) };
}
