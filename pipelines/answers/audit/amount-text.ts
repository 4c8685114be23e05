/** What a table prints where it has no amount. */
const BLANK = /^(?:-+|\.|n\/?a|#n\/a|null|none|undefined|nan)?$/i;

/** "$1,773.92", "1773.9", ".5", "USD 95". */
const AMOUNT = /^(?:\$|usd)?\s*(?<whole>\d{1,3}(?:,\d{3})+|\d{0,9})(?:\.(?<decimals>\d*))?\s*(?:usd)?$/i;

/** What most cells are. */
const PLAIN = /^\d{1,7}\.\d\d$/;
/** Ten-thousandths in a cent. */
const CENT = 100;

/** Decimals of dollars that are compared; OPPS has rates of drugs to the mill, and a spreadsheet has more. */
const DECIMALS = 4;

/** Whether a cell says that there is no amount. */
export function isBlankAmount(text: string): boolean {
  return BLANK.test(text);
}

/**
 * An amount of a user's table in ten-thousandths of a dollar (or of an RVU), half up beyond them; undefined for another
 * text.
 */
export function amountIn(text: string): number | undefined {
  if (PLAIN.test(text)) return Number(text.replace(".", "")) * CENT;
  const { whole, decimals = "" } = AMOUNT.exec(text)?.groups ?? {};
  if (whole === undefined || whole + decimals === "") return undefined;
  const kept = Number(whole.replaceAll(",", "") + decimals.slice(0, DECIMALS).padEnd(DECIMALS, "0"));
  return (decimals[DECIMALS] ?? "0") >= "5" ? kept + 1 : kept;
}

/** Half up to the cent. */
function roundedToCent(fine: number): number {
  return Math.floor((fine + CENT / 2) / CENT) * CENT;
}

/** Whether two amounts are the same; one that is not rounded to the cent is compared with one that is, after rounding. */
export function isSame(left: number, right: number): boolean {
  if (left === right) return true;
  const oneIsWhole = left % CENT === 0 || right % CENT === 0;
  return oneIsWhole && roundedToCent(left) === roundedToCent(right);
}
