import type { AnesthesiaTime } from "../../schemas/source/anesthesia.ts";
import { sourceAsItIs } from "./read-source.ts";

/** Whether minutes of anesthesia are paid under a code; the time of an add-on code may belong to its primary code. */
export function hasTimeUnits(hcpcs: string): boolean {
  return !sourceAsItIs<AnesthesiaTime>("anesthesia.json").withoutTime.includes(hcpcs);
}
