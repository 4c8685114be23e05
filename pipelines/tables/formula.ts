import type { Problem } from "../../schemas/place.ts";
import { plain, shown } from "../problems/shown.ts";

/** What makes a spreadsheet compute: "=", "@", or a sign before what is no number. "+" alone is a mark of CMS's. */
const FORMULA = /^(?:[=@]|[+-](?!$|[\d.]))/;
const [PLUS, MINUS, EQUALS, AT] = [43, 45, 61, 64] as const;

/** Whether a spreadsheet would take a cell for a formula. Workbooks' own formulas are read as such texts. */
export function isFormula(text: string): boolean {
  const first = text.charCodeAt(0);
  if (first !== EQUALS && first !== PLUS && first !== MINUS && first !== AT) return false;
  return FORMULA.test(text);
}

/** A formula where CMS has a value. */
export function formulaFault(text: string): Pick<Problem, "code" | "message" | "cure"> {
  const seen = plain(shown(text));
  return {
    code: "cell.formula",
    message: `the cell holds a formula, "${seen}"; nothing is computed here, and CMS's tables hold none`,
    cure: "See who made the file. Save it with values in the place of formulas, or build from CMS's csv",
  };
}
