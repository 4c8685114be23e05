import { HCPCS_CODE, RATE_SETTINGS } from "../../schemas/names.ts";
import type { ClaimLine } from "../../schemas/out/price.ts";
import type { RateSettingName } from "../../schemas/out/rate.ts";
import { claimLines, MalformedClaim } from "../answers/price/claim-lines.ts";
import { fault } from "../problems/problems.ts";

/** The error for a question that a program without types has got wrong. */
function malformed(message: string): Error {
  return fault("question.malformed", { file: "question" }, message, "docs/reader.md lists the fields of a question");
}

const OF_TOGETHER = ["code", "other", "on", "release"];
const OF_PRICE = ["lines", "setting", "locality", "zip", "on", "release"];

type Untyped = Readonly<Record<string, unknown>>;

function refuseFields(question: Untyped, names: readonly string[]): void {
  for (const [name, value] of Object.entries(question)) {
    if (!names.includes(name)) throw malformed(`a question has no ${name}; its fields are ${names.join(", ")}`);
    if (name !== "lines" && value !== undefined && typeof value !== "string")
      throw malformed(`${name} is ${JSON.stringify(value)}, and not a text`);
  }
  const twice = [["on", "release"] as const, ["locality", "zip"] as const].find((pair) =>
    pair.every((name) => question[name] !== undefined),
  );
  if (twice !== undefined) throw malformed(`give only one of ${twice.join(" and ")}`);
}

/** A code as it is written, in capitals. */
function codeIn(name: string, value: unknown): string {
  const code = String(value).toUpperCase();
  if (HCPCS_CODE.test(code)) return code;
  throw malformed(`${name} is ${JSON.stringify(value)}; write five characters without a modifier: "G0439"`);
}

/** The codes of a question. */
export function togetherWanted(question: Untyped): { readonly hcpcs: string; readonly other: string | undefined } {
  refuseFields(question, OF_TOGETHER);
  const { code, other } = question;
  return { hcpcs: codeIn("code", code), other: other === undefined ? undefined : codeIn("other", other) };
}

function linesIn(lines: unknown): ClaimLine[] {
  if (!(Array.isArray(lines) && lines.every((line) => typeof line === "string")))
    throw malformed('lines is a list of texts: ["22511", "22512x2"]');
  try {
    return claimLines(lines);
  } catch (error) {
    throw error instanceof MalformedClaim ? malformed(error.message) : error;
  }
}

/** The lines and settings of a question. */
export function priceWanted(question: Untyped): {
  readonly lines: readonly ClaimLine[];
  readonly settings: readonly RateSettingName[];
} {
  refuseFields(question, OF_PRICE);
  const { setting } = question;
  const settings = RATE_SETTINGS.filter((each) => setting === undefined || each === setting);
  if (settings.length > 0) return { lines: linesIn(question["lines"]), settings };
  throw malformed(`setting is ${JSON.stringify(setting)}; write ${RATE_SETTINGS.join(", ")}`);
}
