import type { CodeSuccessions } from "../../../schemas/out/life.ts";
import { successionsThat } from "../../sources/successions.ts";

/**
 * The successions of codes that only one of two releases has.
 *
 * @param before codes of one release
 * @param after codes of the other
 * @param wanted codes that are compared; one of the two codes is enough
 */
export function successionsBetween(
  before: ReadonlySet<string>,
  after: ReadonlySet<string>,
  wanted: (hcpcs: string) => boolean,
): CodeSuccessions | null {
  const isOneSided = (hcpcs: string): boolean => before.has(hcpcs) !== after.has(hcpcs);
  return successionsThat(
    ({ deleted, successor }) =>
      (isOneSided(deleted) || isOneSided(successor)) && (wanted(deleted) || wanted(successor)),
  );
}
