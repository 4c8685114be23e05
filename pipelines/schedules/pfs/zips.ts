/** How rural a ZIP code is, by CMS's record layout: blank, R, B. */
export const RURAL = { "": "urban", R: "rural", B: "super-rural" } as const;

/** "2025Q4" from the year and quarter 20254 of a row. */
export function quarterOfZip(yearQuarter: string): string {
  return `${yearQuarter.slice(0, 4)}Q${yearQuarter.slice(4)}`;
}

/** The five digits of "94110", "94110-1234" or "941101234", which decide unless the file says that they do not. */
export function zipCode(text: string): string | undefined {
  return /^(?<five>\d{5})(?:[- ]?\d{4})?$/.exec(text.trim())?.groups?.["five"];
}

/** What a row of the ZIP5 file says about the locality of a ZIP code. */
interface ZipAssigned {
  readonly locality: string;
  readonly plusFour?: boolean | undefined;
}

/** Why the rows of a ZIP code do not decide its locality; undefined when they do. */
export function zipDoubt(rows: readonly ZipAssigned[]): string | undefined {
  if (new Set(rows.map(({ locality }) => locality)).size > 1) return "several localities have it";
  const isDivided = rows.some(({ plusFour }) => plusFour === true);
  return isDivided ? "parts of it are in other localities, and only the ZIP+4 code decides" : undefined;
}
