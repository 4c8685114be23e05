import { describe, expect, it } from "vitest";
import { refreshReport } from "../../pipelines/reports/views/refresh-report.ts";
import type { RefreshDocument, ReleaseReport } from "../../schemas/out/refresh.ts";
import { reportMarkdown } from "../../scripts/print/view-markdown.ts";

const WINDOW = { from: "2039-01-01", to: "2039-03-31" };
const RELEASE: ReleaseReport = {
  release: "2039A",
  title: "January 2039",
  window: WINDOW,
  isBeside: false,
  state: "ready",
  publications: [],
  facts: [],
  rows: [],
  checks: [],
  continuity: [],
  findings: [],
  accepted: [],
  problems: [],
  compared: null,
};
const NOTHING: RefreshDocument = {
  schema: "ratebook/refresh",
  schemaVersion: "3.0.0",
  day: "2039-01-02",
  state: "nothing-new",
  inForce: null,
  looked: { files: 3, notRecognised: [] },
  releases: [],
  gated: [],
  gone: [],
  notes: [],
  problems: [],
};
const BESIDE = {
  publication: "RVU38D",
  years: 1,
  rows: 19277,
  gone: { number: 0, first: [] },
  fresh: { number: 79, first: [] },
  columns: [],
};
const differing = (field: string, moved: number) => ({ field, filled: 12000, moved, far: 0 });
const COLUMNS = [
  differing("mpRvu", 2),
  differing("workRvu", 45),
  differing("globalDays", 0),
  differing("status", 1),
  differing("peRvu", 9),
];
const PROBLEM = { code: "a.b", place: { file: "a.zip" }, message: "it is damaged", cure: "Get it again" };

const text = (document: Partial<RefreshDocument>): string => reportMarkdown(refreshReport({ ...NOTHING, ...document }));
const release = (about: Partial<ReleaseReport>): string =>
  text({ state: "to-review", releases: [{ ...RELEASE, ...about }] });

describe(refreshReport, () => {
  it("says in one sentence what was found, and what is in force", () => {
    expect(text({})).toBe(
      "# Refresh\n\nNothing new: the registry has all that was recognised. ratebook looked at 3 files.\n\nOn 2039-01-02 no registered release is in force.",
    );
    const inForce = { release: "2039A", window: WINDOW, isBuilt: false };
    expect(text({ state: "failed", inForce, problems: [PROBLEM] })).toBe(
      [
        "# Refresh\n\nSomething is wrong. Nothing can be applied before it is solved. ratebook looked at 3 files.\n",
        "On 2039-01-02 release 2039A is in force, until 2039-03-31. It is not built here.\n",
        "## Problems\n\n- a.zip: it is damaged. Get it again",
      ].join("\n"),
    );
  });

  it("lists publications, facts with their certainty, and rows", () => {
    const file = { role: "asc-aa" as const, name: "a/AA.csv", bytes: 1, sha256: "0".repeat(64) };
    const again = { family: "asc" as const, label: "ASC addenda 2039Q1", kind: "revision" as const, revision: 2 };
    const said = release({
      publications: [{ ...again, note: "22310 differs", files: [file] }],
      facts: [
        { fact: "posted on", value: "2038-12-21", certainty: "guess", source: "the date in the address" },
        { fact: "address", value: "https://a.test/b.zip", certainty: "observed", source: "downloaded from there" },
        { fact: "counties", value: null, certainty: "unknown", source: "no crosswalk" },
      ],
      rows: [
        { table: "rvu", rows: 19356, before: 19277 },
        { table: "gpci", rows: 109, before: null },
      ],
      checks: [
        { check: "a.one", publications: ["RVU39A"], checked: 600, held: 599, excepted: 1 },
        { check: "a.two", publications: ["RVU39A"], checked: 400, held: 399, excepted: 1 },
        { check: "cross.both", publications: ["RVU39A", "OPPS 2039Q1"], checked: 7, held: 7, excepted: 0 },
        { check: "cross.other", publications: [], checked: 3, held: 3, excepted: 0 },
      ],
      continuity: [
        { table: "gpci" as const, rows: 109, beside: null },
        { table: "rvu" as const, rows: 19356, beside: { ...BESIDE, columns: COLUMNS } },
        { table: "zip5" as const, rows: 109, beside: BESIDE },
      ],
      compared: { with: "2038D", headline: ["All is as before."] },
    });
    for (const part of [
      "- ASC addenda 2039Q1, revision 2: CMS replaced the file. AA.csv. 22310 differs\n",
      "| posted on | 2038-12-21           | a guess: the date in the address |\n",
      "| address   | https://a.test/b.zip | seen: downloaded from there      |\n",
      "| counties  | not known            | no crosswalk                     |\n",
      "| rvu   | 19,356 | 19,277   |\n| gpci  | 109    | -        |\n",
      "| RVU39A              | 2      | 1,000   | 998  | 2                   |\n",
      "| RVU39A, OPPS 2039Q1 | 1      | 7       | 7    | 0                   |\n",
      "| other releases      | 1      | 3       | 3    | 0                   |\n",
      "| gpci  | no registered table | -         | -        | -  ",
      "| rvu   | RVU38D              | 0         | 79       | workRvu 45 of 12,000, peRvu 9 of 12,000, mpRvu 2 of 12,000 and 1 more |\n",
      "| zip5  | RVU38D              | 0         | 79       | none  ",
      "### Compared with 2038D\n\n- All is as before.",
    ])
      expect(said).toContain(part);
  });

  it("keeps what waits, what a person has accepted, and what is wrong apart", () => {
    const place = { file: "AA.csv", key: "asc-aa.rows" };
    const finding = { check: "cross.continuity", key: "asc-aa.rows", message: "10 rows", place };
    expect(release({ state: "to-accept", findings: [finding] })).toMatch(
      /Findings wait for a person\.[^#]*\n### To accept, each by its key\n\n- cross\.continuity:asc-aa\.rows: 10 rows/,
    );
    const accepted = ["asc-aa.gone", "asc-aa.hole"].map((key) => ({
      check: "cross.continuity",
      key,
      reason: "few rows",
      source: "a test",
    }));
    expect(release({ accepted })).toMatch(
      /Every check holds, but for what a person has accepted\.[^#]*\n### Accepted by a person\n\n- cross\.continuity: few rows \(a test\)\. Keys: asc-aa\.gone, asc-aa\.hole/,
    );
    expect(release({})).toContain("Every check holds. Days of service: 2039-01-01 to 2039-03-31.");
    expect(release({ state: "broken", problems: [PROBLEM] })).toMatch(/### Problems\n\n- a\.zip: it is damaged/);
  });

  it("names files behind the licence, and files that are gone", () => {
    const licence = "https://www.cms.gov/license/ama?file=/files/zip/a.zip";
    const gated = [{ family: "asc" as const, id: null, address: "https://www.cms.gov/files/zip/a.zip", licence }];
    const gone = [{ label: "RVU38D", address: "https://www.cms.gov/files/zip/b.zip", isHeld: false }];
    const said = text({ gated, gone });
    expect(said).toContain(`- https://www.cms.gov/files/zip/a.zip, licence: ${licence}`);
    expect(said).toContain('`--accept-ama-license "YOUR NAME"`');
    expect(said).toContain("- RVU38D: https://www.cms.gov/files/zip/b.zip (its bytes are not available here)");
  });
});
