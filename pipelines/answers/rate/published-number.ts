import { exactScaled } from "../../../schemas/scaled.ts";
import { ofUnit, type Scaled } from "../../../schemas/units.ts";

/**
 * A number of a published document, exactly. Documents are ours and match their schemas, so any other text is a mistake
 * of ours, not of the input.
 *
 * @param scale decimals of the unit
 */
export function publishedNumber<T extends Scaled<string>>(text: string, scale: number): T {
  return ofUnit<T>(exactScaled(text, scale));
}
