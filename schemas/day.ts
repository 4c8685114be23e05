const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lastOf(year: number, month: number): number {
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return (MONTH_DAYS[month - 1] ?? 0) + (month === 2 && isLeapYear ? 1 : 0);
}

function partsOf(text: string): readonly [year: number, month: number, day: number] {
  const [, year = 0, month = 0, day = 0] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []).map(Number);
  return [year, month, day];
}

/** Whether a text is a day of the calendar: 2024-02-29 is, 2025-02-29 is not. */
export function isDay(text: string): boolean {
  const [year, month, day] = partsOf(text);
  return 1 <= day && day <= lastOf(year, month);
}

const twoDigits = (part: number): string => String(part).padStart(2, "0");

/** The day after a day: 2024-12-31 is followed by 2025-01-01. */
export function dayAfter(text: string): string {
  const [year, month, day] = partsOf(text);
  if (day < lastOf(year, month)) return `${text.slice(0, 8)}${twoDigits(day + 1)}`;
  return month < 12 ? `${text.slice(0, 5)}${twoDigits(month + 1)}-01` : `${year + 1}-01-01`;
}
