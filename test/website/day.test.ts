import { describe, expect, it } from "vitest";
import { NOTHING } from "../../pipelines/website/browser/asked.ts";
import { releaseFor, releasesHaving } from "../../pipelines/website/browser/day.ts";
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
  codes: null,
  claims: [],
  builder: null,
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

it("offers the releases that have a code, the nearest first, and of two as near the later one", () => {
  const days = ["2023A", "2024A", "2025A", "2026A"].map((release) => entry(release, "", ""));
  const codes = { schema: "ratebook/site-codes", kinds: [{ releases: [0, 1, 3], codes: "22510 22520" }] } as const;
  const releases = (code: string) =>
    releasesHaving({ ...index, releases: days }, { ...codes, successions: {} }, code, "2025A");
  expect(releases("22520")).toEqual(["2026A", "2024A", "2023A"]);
  expect(releases("22521")).toEqual([]);
});
