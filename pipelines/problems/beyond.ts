import type { Place } from "../../schemas/place.ts";
import { fault, type InputFault } from "./problems.ts";

const CURE =
  "CMS's tables are far smaller: check what the file is and download it again. If CMS really posted it, raise the bound in pipelines/problems/bounds.ts";

/**
 * The error for input beyond a bound.
 *
 * @param seen what was found, such as "400,000 rows" or "more than 400 members"
 * @param allowed the bound
 */
export function beyond(code: string, place: Place, seen: string, allowed: number): InputFault {
  return fault(code, place, `${seen}; the limit is ${allowed}`, CURE);
}
