import { parseScaled } from "../../../schemas/scaled.ts";
import { ofUnit, type Scaled } from "../../../schemas/units.ts";

/**
 * A number of a published document, exactly. Documents are ours and hold to their schemas, so a text that is no such
 * number is a mistake of ours, not of the input.
 *
 * @param scale decimals of the unit
 */
export function publishedNumber<T extends Scaled<string>>(text: string, scale: number): T {
  const value = parseScaled(text, scale);
  if (value === undefined) throw new Error(`${text} is no number of ${scale} decimals`);
  return ofUnit<T>(value);
}
