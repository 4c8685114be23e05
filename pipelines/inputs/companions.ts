import { Family, type SourceName } from "../../schemas/source/release.ts";

/** Sources that each family brings; the ones that every release should have come first. */
export const SOURCES_OF: Readonly<Record<Family, readonly SourceName[]>> = {
  pfs: ["pfs", "gpci", "qpp", "opps-cap", "anesthesia", "anesthesia-base-units", "counties"],
  opps: ["opps"],
  asc: ["asc", "asc-device-offsets", "asc-excluded", "asc-indicators"],
  "opps-rule": ["opps-rule"],
  ncci: ["ncci"],
  "ncci-ptp": ["ncci-ptp"],
  "wage-index": ["wage-index"],
  zip: ["zip"],
};

/**
 * Sources that are left out with some: those of relative values, of Addendum B and of the ASC addenda take all that
 * comes with them along.
 */
export function withCompanions(sources: readonly SourceName[]): SourceName[] {
  const families = Family.options.filter((family) => sources.some((source) => source === SOURCES_OF[family][0]));
  return [...new Set([...sources, ...families.flatMap((family) => SOURCES_OF[family])])];
}

/** The same sources without those that another one of them takes along. */
export function withoutCompanions(sources: readonly SourceName[]): SourceName[] {
  return sources.filter((each) => !sources.some((other) => other !== each && withCompanions([other]).includes(each)));
}
