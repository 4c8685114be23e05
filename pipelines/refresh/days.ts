/** Days from 0000-03-01, of the calendar that begins each year in March: its leap day is the last. */
function ordinal(day: string): number {
  const [year = 0, month = 1, ofMonth = 1] = day.split("-").map(Number);
  const years = month < 3 ? year - 1 : year;
  const leaps = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400);
  return years * 365 + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + ofMonth - 1;
}

/** How many days one ISO day is after another; negative when it is before. */
export function daysAfter(day: string, other: string): number {
  return ordinal(day) - ordinal(other);
}

/** The ISO day that is some days after another; before it when the count is negative. */
export function dayPlus(day: string, count: number): string {
  const wanted = ordinal(day) + count;
  let year = Math.floor((wanted + 60) / 365.2425);
  while (ordinal(`${year + 1}-01-01`) <= wanted) year += 1;
  while (ordinal(`${year}-01-01`) > wanted) year -= 1;
  const two = (part: number): string => String(part).padStart(2, "0");
  let month = 12;
  while (ordinal(`${year}-${month}-01`) > wanted) month -= 1;
  return `${year}-${two(month)}-${two(wanted - ordinal(`${year}-${month}-01`) + 1)}`;
}
