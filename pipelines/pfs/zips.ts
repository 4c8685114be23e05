import type { Zip5Row } from "../../schemas/row/localities.ts";

/** How rural a ZIP code is, as CMS's record layout puts it: blank, R, B. */
export const RURAL = { "": "urban", R: "rural", B: "super-rural" } as const;

/** MAC and locality number of a ZIP code, seven digits. */
export function localityOfZip({ mac, locality }: Zip5Row): string {
  return mac + locality;
}

/** "2025Q4" from the year and quarter that a row names as 20254. */
export function quarterOfZip({ yearQuarter }: Zip5Row): string {
  return `${yearQuarter.slice(0, 4)}Q${yearQuarter.slice(4)}`;
}

/** "2025Q4" from the first day of a publication's window. */
export function quarterOfDay(day: string): string {
  const [year = "", month = "1"] = day.split("-");
  return `${year}Q${Math.floor((Number(month) - 1) / 3) + 1}`;
}
