import type { RegionRange } from "../../../schemas/source/parameters.ts";
import { regions } from "../../sources/sources.ts";

/**
 * The body region of a surgical CPT code: 22511 is Spine.
 *
 * @returns its range, undefined for codes outside the surgical ranges
 */
export function regionOf(hcpcs: string): RegionRange | undefined {
  if (!/^\d{5}$/.test(hcpcs)) return undefined;
  return regions().ranges.find((range) => range.from <= hcpcs && hcpcs <= range.to);
}
