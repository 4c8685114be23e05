import type { PublicationEntry } from "../../schemas/source/publication.ts";
import { type Family, isOnRequest } from "../../schemas/source/release.ts";
import { isEntryAvailable } from "./available.ts";
import type { Download } from "./downloads.ts";
import type { Registration } from "./register.ts";
import { registeredEntries } from "./registry.ts";
import type { ReleaseName } from "./release-id.ts";
import { MAIN_ROLES, ROLES_OF } from "./roles.ts";

type Entry = Pick<PublicationEntry, "family">;

function hasMainTable({ family }: Entry): boolean {
  return ROLES_OF[family].some((role) => MAIN_ROLES.has(role));
}

/** Whether none of the families has a main table: wage indices and ZIP codes serve the releases of others. */
export function areSideTables(fresh: readonly Registration[]): boolean {
  return !fresh.some(({ entry }) => hasMainTable(entry));
}

/**
 * Whether something new is proved and registered by itself, and no release is built with it: what is read on request
 * alone, and side tables while no main table of their release is here.
 */
export function isBesideReleases(
  name: ReleaseName,
  fresh: readonly Registration[],
  downloads: readonly Download[],
): boolean {
  const families: Family[] = fresh.map(({ entry }) => entry.family);
  if (families.every(isOnRequest)) return true;
  if (!areSideTables(fresh)) return false;
  return !registeredEntries(name).some(({ entry }) => hasMainTable(entry) && isEntryAvailable(entry, downloads));
}
