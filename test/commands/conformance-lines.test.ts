import pc from "picocolors";
import { describe, expect, it } from "vitest";
import type { ConformanceDocument, OppsCapConformance } from "../../schemas/out/conformance.ts";
import { conformanceLines } from "../../scripts/print/conformance-lines.ts";

const PLAIN = pc.createColors(false);

function printed(oppsCap: OppsCapConformance, matched: boolean): string {
  const document: ConformanceDocument = {
    schema: "ratebook/conformance",
    schemaVersion: "2.1.0",
    matched,
    payments: [],
    lookUps: [],
    copies: [],
    notRead: [],
    oppsCap: [oppsCap],
  };
  return conformanceLines(document, PLAIN).join("\n");
}

const STALE: OppsCapConformance = {
  release: "2021A",
  file: "RVU21A.zip > OPPSCAP_JAN.csv",
  sha256: "0".repeat(64),
  rows: 8960,
  matched: 77,
  listed: { matched: 8960, compared: 8960 },
  excepted: [{ key: "*", rows: 8883, reason: "The file is older than its release", source: "row by row" }],
  differenceCount: 0,
  problems: [],
};

describe(conformanceLines, () => {
  it("names stale files of CMS's with their reason", () => {
    const text = printed(STALE, true);
    expect(text).toMatch(/2021A {2}77 of 8,960 {2}8,960 of 8,960 {2}RVU21A\.zip > OPPSCAP_JAN\.csv/);
    expect(text).toMatch(/! 2021A: 8,883 rows are a listed exception\. The file is older than its release/);
    expect(text).toMatch(
      /^1 OPPSCAP file, 8,960 rows: every compared amount .* to the cent, except 8,883 listed exceptions$/m,
    );
  });

  it("shows rows that differ and are no exception", () => {
    const place = { file: "OPPSCAP_JAN.csv", row: 2, key: "70450 TC 1011200" };
    const problem = { code: "pfs.opps-cap-price", place, message: "the capped amounts are 1.00", cure: "Compare" };
    const text = printed({ ...STALE, excepted: [], differenceCount: 7, problems: Array(7).fill(problem) }, false);
    expect(text).toMatch(/2021A 70450 TC 1011200: the capped amounts are 1\.00/);
    expect(text).toMatch(/\.\.\. and 2 more of 2021A/);
    expect(text).toMatch(/^1 OPPSCAP file, 8,960 rows: 7 differences$/m);
  });

  it("shows what a file does not list, and says one as one", () => {
    const place = { file: "OPPSCAP_JAN.csv" };
    const problem = { code: "opps-cap.incomplete", place, message: "3 of the 4 are missing", cure: "Download" };
    const listed = { matched: 1, compared: 4 };
    const short = { ...STALE, excepted: [], rows: 1, matched: 1, listed, problems: [problem] };
    const text = printed(short, false);
    expect(text).toMatch(/2021A {2}1 of 1 {2}1 of 4 {2}/);
    expect(text).toMatch(/2021A 3 of the 4 are missing/);
    expect(text).toMatch(/^1 OPPSCAP file, 1 row: 0 differences, 1 problem$/m);
  });
});
