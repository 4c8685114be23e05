/** How rural a ZIP code is, by CMS's record layout: blank, R, B. */
export const RURAL = { "": "urban", R: "rural", B: "super-rural" } as const;

/** "2025Q4" from the year and quarter 20254 of a row. */
export function quarterOfZip(yearQuarter: string): string {
  return `${yearQuarter.slice(0, 4)}Q${yearQuarter.slice(4)}`;
}
