import { describe, expect, it } from "vitest";
import { NOTHING } from "../../pipelines/website/browser/asked.ts";
import { releaseFor } from "../../pipelines/website/browser/day.ts";
import type { SiteIndex, SiteRelease } from "../../pipelines/website/site-index.ts";

function entry(release: string, from: string, to: string): SiteRelease {
  const window = { from, to };
  return { release, title: "", window, inForce: [window], replacedBy: null, coverage: "whole", parts: {} };
}

const index: SiteIndex = {
  schema: "ratebook/site",
  madeBy: "",
  lateParts: { charts: "", claims: "", list: "", volumes: "", workbook: "" },
  releases: [entry("2025A", "2025-01-01", "2025-03-31"), entry("2026A", "2026-01-01", "2026-03-31")],
  claims: null,
};

describe("a release and a day of one question", () => {
  it("are refused where they contradict each other", () => {
    expect(releaseFor(index, { ...NOTHING, release: "2025A", on: "2026-02-01" }, "2026-02-01")).toBe(
      "The question names the release 2025A, for services 2025-01-01 to 2025-03-31, and the day 2026-02-01. Choose one of them.",
    );
  });

  it("are answered where the day is one of the release's", () => {
    const asked = { ...NOTHING, release: "2025A", on: "2025-02-01" };
    expect(releaseFor(index, asked, "2026-02-01")).toMatchObject({ entry: { release: "2025A" } });
  });
});
