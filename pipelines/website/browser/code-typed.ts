import type { SiteQuestion } from "./asked.ts";

type CodeAndModifier = Pick<SiteQuestion, "code" | "modifier">;

/** A code, after the word for it or not, and modifiers: "CPT 22511-26". A word such as "SPINE" has no digit. */
const CODE = /^(?:(?:CPT|HCPCS)[\s:#]*)?(?=[A-Z]{0,4}\d)([0-9A-Z]{5})((?:[\s,-]+[0-9A-Z]{2})*)[\s,-]*$/;

/** Reads what somebody typed as a code. Anything else is kept as a text: half a code, or words. */
export function codeAsTyped(typed: string): CodeAndModifier {
  const text = typed.trim().toUpperCase();
  const [, code = text, modifiers = ""] = CODE.exec(text) ?? [];
  return {
    code,
    modifier: modifiers
      .split(/[\s,-]+/)
      .filter(Boolean)
      .join("-"),
  };
}

/** A code with its modifiers, as the field and a claim have it: "22511-26". */
export function codeWithModifiers({ code, modifier }: CodeAndModifier): string {
  return modifier === "" ? code : `${code}-${modifier}`;
}

/**
 * What a reader must know of the modifier that was asked for; "" where there is none.
 *
 * @param hasModifiers whether the release was built with what modifiers do
 */
export function modifierNote({ page, modifier }: SiteQuestion, hasModifiers: boolean): string {
  if (modifier === "" || page === "list" || page === "changes") return "";
  const named = `${modifier.includes("-") ? "modifiers" : "modifier"} ${modifier.replaceAll("-", " and ")}`;
  if (page !== "look-up") return `The amounts are without ${named}. Look up says what a modifier does to them.`;
  const start = `The amounts are without ${named}, but for lines that name it.`;
  return hasModifiers
    ? `${start} What a modifier does to them, where Medicare has a rule for it, is in the section Modifiers.`
    : `${start} This site does not have what a modifier does to them in this release.`;
}
