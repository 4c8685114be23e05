import { describe, expect, it } from "vitest";
import { inForceSpans, releaseInForce } from "../../pipelines/inputs/in-force.ts";

function inForce(day: string): string | undefined {
  try {
    return releaseInForce(day).release;
  } catch {
    return undefined;
  }
}

describe("days of releases", () => {
  it("are those of the release in force, on every day from the first to the last", () => {
    const spans = inForceSpans();
    const [first, last] = [Date.parse(spans[0]?.from ?? ""), Date.parse(spans.at(-1)?.to ?? "")];
    const wrong: string[] = [];
    for (let at = first; at <= last; at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const found = spans.filter(({ from, to }) => from <= day && day <= to).map(({ release }) => release);
      if (found.join(" ") !== (inForce(day) ?? "")) wrong.push(day);
    }
    expect([spans.length > 60, wrong]).toEqual([true, []]);
  });
});
