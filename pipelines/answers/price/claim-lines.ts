import type { ClaimLine } from "../../../schemas/out/price.ts";
import { CLAIM_BOUNDS } from "./claim.ts";

/** A text that is no lines of a claim. Its message says what to write. */
export class MalformedClaim extends Error {
  override readonly name = "MalformedClaim";
}

/** A HCPCS code, its modifiers, its units: 22511, 22511-50, 22512x2, 77012-26-59x3. */
const LINE = /^([0-9A-Z]{5})((?:-[0-9A-Z]{2})*)(?:x([0-9]{1,4}))?$/i;
function claimLine(text: string, at: number): ClaimLine {
  const [, code, modifiers = "", units = "1"] = LINE.exec(text) ?? [];
  if (code === undefined || Number(units) === 0)
    throw new MalformedClaim(
      `"${text}" is not a line of a claim; write a HCPCS code, its modifiers and its units: 22511, 22511-50, 22512x2`,
    );
  const own = modifiers.toUpperCase().split("-").slice(1);
  if (own.includes("26") && own.includes("TC"))
    throw new MalformedClaim(`"${text}" has modifiers 26 and TC: write two lines, or none of them for both components`);
  return { line: at + 1, hcpcs: code.toUpperCase(), modifiers: own, units: Number(units) };
}

/**
 * The lines of one claim.
 *
 * @param texts one or more lines each, separated by commas or spaces
 * @throws MalformedClaim for another text, and for too many lines
 */
export function claimLines(texts: readonly string[]): ClaimLine[] {
  const words = texts.flatMap((text) => text.split(/[\s,;]+/)).filter((word) => word !== "");
  if (words.length === 0) throw new MalformedClaim("name the lines of the claim: ratebook price 22511 22512x2");
  const { lines: most } = CLAIM_BOUNDS;
  if (words.length > most) throw new MalformedClaim(`${words.length} lines; a claim has at most ${most}`);
  return words.map(claimLine);
}
