import { NCCI_PTP } from "../../../schemas/row/ncci.ts";
import { fault } from "../../problems/problems.ts";
import { isPlain, plain, quoted } from "../../problems/quoted.ts";
import { decodeText } from "../../tables/text.ts";
import type { PtpRationales } from "./ptp-rationales.ts";

/**
 * The distinct rationales as documents have them.
 *
 * @param file for messages
 * @throws InputFault for one with characters that control a terminal
 */
export async function rationaleTexts({ texts }: PtpRationales, file: string): Promise<string[]> {
  const found: string[] = [];
  for (const bytes of texts) {
    const { text } = await decodeText(bytes);
    if (!isPlain(text)) {
      const message = `a rationale has characters that no text has: "${quoted(plain(text))}"`;
      throw fault("cell.unprintable", { file }, message, "Download the part again");
    }
    found.push(NCCI_PTP.rationale.kind.publish(text));
  }
  return found;
}
