import type { AnesthesiaRow } from "../../schemas/row/localities.ts";

/** The locality of an anesthesia factor: MAC and number in seven digits, and CMS's name without its footnote stars. */
export function localityOfFactor({ mac, locality, localityName }: AnesthesiaRow): { key: string; name: string } {
  return { key: mac + locality, name: localityName.replace(/\*+$/, "").trim() };
}
