import { describe, expect, it } from "vitest";
import { dayAfter, dayPlus, daysAfter, isDay } from "../../schemas/day.ts";

describe(isDay, () => {
  it.each(["2024-02-29", "2000-02-29", "2025-02-28", "2026-12-31", "2026-01-01"])("%s is a day", (text) => {
    expect(isDay(text)).toBe(true);
  });

  it.each([
    ...["2025-02-29", "2100-02-29", "2026-04-31", "2026-00-10", "2026-13-01", "2026-01-00", "2026-01-32"],
    ...["2026-1-1", "20260101", "2026-01-01T00:00", " 2026-01-01", ""],
  ])("%j is none", (text) => {
    expect(isDay(text)).toBe(false);
  });
});

describe(dayAfter, () => {
  it.each([
    ["2024-02-28", "2024-02-29"],
    ["2024-02-29", "2024-03-01"],
    ["2100-02-28", "2100-03-01"],
    ["2026-03-31", "2026-04-01"],
    ["2026-09-30", "2026-10-01"],
    ["2026-12-31", "2027-01-01"],
    ["2026-01-09", "2026-01-10"],
  ])("%s is %s", (day, after) => {
    expect(dayAfter(day)).toBe(after);
  });
});

describe(dayPlus, () => {
  it("moves a day, and daysAfter counts back, as JavaScript's own dates do, over leap years and centuries", () => {
    for (const from of ["2024-02-28", "2000-12-31", "2100-01-31"]) {
      for (let count = -800; count <= 800; count += 1) {
        const day = new Date(Date.parse(from) + count * 86_400_000).toISOString().slice(0, 10);
        expect(dayPlus(from, count)).toBe(day);
        expect(daysAfter(day, from)).toBe(count);
      }
    }
  });
});
