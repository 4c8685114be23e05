import { isDay } from "../../schemas/day.ts";
import { UsageError } from "./usage-error.ts";

/**
 * The ISO day that `--on` names; today by the clock of UTC where it names none.
 *
 * @throws UsageError for a text that is not a day
 */
export function dayOption(on: string | undefined): string {
  const day = on ?? new Date().toISOString().slice(0, 10);
  if (isDay(day)) return day;
  throw new UsageError(`--on: "${day}" is not a day; write it as year-month-day: 2024-03-09`);
}
