import type { Place } from "../../schemas/place.ts";
import { fault, type InputFault } from "./problems.ts";

const CURE =
  "No table of CMS's comes near: see what the file is and download it again. If CMS really posted it so, raise the bound in pipelines/problems/bounds.ts";

/**
 * What is thrown when input goes beyond a bound.
 *
 * @param seen what there is, as "400,000 rows" or "more than 400 members"
 * @param allowed the bound
 */
export function beyond(code: string, place: Place, seen: string, allowed: number): InputFault {
  return fault(code, place, `${seen}, at most ${allowed} are read`, CURE);
}
