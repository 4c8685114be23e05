import type { Problem } from "../../schemas/place.ts";
import { plain, quoted } from "../problems/quoted.ts";

/** The beginning of a formula: "=", "@", or a sign that no number follows. "+" alone is a mark of CMS's. */
const FORMULA = /^(?:[=@]|[+-](?!$|[\d.]))/;
const [PLUS, MINUS, EQUALS, AT] = [43, 45, 61, 64] as const;

/** Whether a spreadsheet would compute a cell. Formulas of workbooks are read as such texts. */
export function isFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== EQUALS && first !== PLUS && first !== MINUS && first !== AT) return false;
  return FORMULA.test(text);
}

/** The fault of a cell with a formula. */
export function formulaFault(text: string): Pick<Problem, "code" | "message" | "cure"> {
  const seen = plain(quoted(text));
  return {
    code: "cell.formula",
    message: `the cell contains a formula, "${seen}"; CMS's tables contain none, and ratebook computes none`,
    cure: "Find out who made the file. Save it with values instead of formulas, or build from CMS's csv",
  };
}
