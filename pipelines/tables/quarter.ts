/** A month as CMS writes it, in full or with three or four letters. For use inside a larger pattern, any case. */
export const MONTH_NAME =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Number of a month from its name: "Sept" is 9; undefined when it is not a month. */
export function monthNumber(name: string): number | undefined {
  const position = MONTHS.indexOf(name.slice(0, 3).toLowerCase());
  return position < 0 ? undefined : position + 1;
}

/** Quarter of a month by its number: 4 to 6 are in quarter 2. */
export function quarterOfMonth(month: number): number {
  return Math.floor((month - 1) / 3) + 1;
}

/** "2025Q4" of an ISO day. */
export function quarterOfDay(day: string): string {
  const [year = "", month = "1"] = day.split("-");
  return `${year}Q${quarterOfMonth(Number(month))}`;
}
