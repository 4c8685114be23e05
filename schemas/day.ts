const MILLISECONDS = 86_400_000;

function partsOf(text: string): readonly [year: number, month: number, day: number] {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return [year, month, day];
}

/** Days since 1970. Months may be beyond those of the year: the thirteenth is January of the next. */
function ordinal(year: number, month: number, day = 1): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS;
}

/** Whether a text is a day of the calendar: 2024-02-29 is, 2025-02-29 is not. */
export function isDay(text: string): boolean {
  const [year, month, day] = partsOf(text);
  return 1 <= month && month <= 12 && 1 <= day && day <= ordinal(year, month + 1) - ordinal(year, month);
}

const twoDigits = (part: number): string => String(part).padStart(2, "0");

/** The ISO day that is some days after another; before it when the count is negative. */
export function dayPlus(text: string, count: number): string {
  const [year, ofYear, day] = partsOf(text);
  const wanted = ordinal(year, ofYear, day) + count;
  let month = ofYear;
  while (ordinal(year, month) > wanted) month -= 1;
  while (ordinal(year, month + 1) <= wanted) month += 1;
  const years = Math.floor((month - 1) / 12);
  return `${year + years}-${twoDigits(month - 12 * years)}-${twoDigits(wanted - ordinal(year, month) + 1)}`;
}

/** The day after a day: 2024-12-31 is followed by 2025-01-01. */
export function dayAfter(text: string): string {
  return dayPlus(text, 1);
}

/** How many days one ISO day is after another; negative when it is before. */
export function daysAfter(day: string, other: string): number {
  return ordinal(...partsOf(day)) - ordinal(...partsOf(other));
}
