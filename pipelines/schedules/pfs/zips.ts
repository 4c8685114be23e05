/** How rural a ZIP code is, as CMS's record layout puts it: blank, R, B. */
export const RURAL = { "": "urban", R: "rural", B: "super-rural" } as const;

/** "2025Q4" from the year and quarter that a row names as 20254. */
export function quarterOfZip(yearQuarter: string): string {
  return `${yearQuarter.slice(0, 4)}Q${yearQuarter.slice(4)}`;
}
