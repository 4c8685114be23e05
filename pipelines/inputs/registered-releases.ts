import { publicationIds } from "../sources/publications.ts";
import { releaseOfQuarter } from "./release-id.ts";

/** Releases that the registry can put together, by name: those with a PFS, OPPS or ASC publication. */
export function registeredReleases(): string[] {
  const ofPfs = publicationIds("pfs").map((id) => `20${id.slice(3)}`);
  const ofQuarters = [...publicationIds("opps"), ...publicationIds("asc")].map(releaseOfQuarter);
  return [...new Set([...ofPfs, ...ofQuarters])].sort();
}
