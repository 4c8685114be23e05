import { MONTH_NAME } from "./quarter.ts";

/** Patterns for the tokens in a layout's headings. */
const TOKENS: Readonly<Record<string, string>> = {
  year: "(?<year>\\d{4})",
  month: `(?<month>${MONTH_NAME})(?: \\d{1,2},)?`,
  anyYear: "\\d{4}",
  year2: "(?<year2>\\d{2})",
  amount: "\\$?[\\d,.]+",
  note: "[\\s*\\d]*",
};

/** The pattern of a layout's heading with its tokens: `CY {year} APC{note}`, in any case. */
export function headingPattern(heading: string): RegExp {
  const source = heading
    .split(/(\{[a-zA-Z0-9]+\})/)
    .map((part) => TOKENS[part.slice(1, -1)] ?? part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
    .join("");
  return new RegExp(`^${source}$`, "i");
}
