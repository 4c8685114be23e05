import { describe, expect, it } from "vitest";
import { timeline as timelineOf } from "../../pipelines/answers/timeline/timeline.ts";
import type { ReleaseDocuments } from "../../pipelines/documents/release-documents.ts";
import type { TimelineDocument } from "../../schemas/out/timeline.ts";
import { type TimelineArguments, timelineCommand } from "../../scripts/commands/timeline.ts";
import { coloursFor } from "../../scripts/print/terminal.ts";
import { timelineLines } from "../../scripts/print/timeline-lines.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { as, built, changed, OUT, withTables } from "../support/timeline-releases.ts";

const WHOLE = { modifier: undefined, locality: undefined };
const [A, B] = [built("2025A"), built("2026A")];

/** The change of an amount that a release before had none of. */
function addedChange(to: string) {
  return {
    since: "2025A",
    from: null,
    to,
    change: null,
    percent: null,
    effects: null,
    explained: {},
    unexplained: null,
  };
}

describe("ratebook timeline", () => {
  const said = async (code: string, options: Partial<TimelineArguments> = {}): Promise<string> => {
    const terminal = fakeTerminal();
    await timelineCommand(code, { out: OUT, ...options }, terminal);
    return terminal.results.join("\n");
  };

  it("prints tables that fit a terminal, and what moved each amount", async () => {
    const text = await said("22511");
    expect(text).toMatch(/^2026A +2026-01-01 +\$1,773\.92 +\$361\.40 +\$3,342\.87 +\$1,644\.87$/m);
    expect(text).toMatch(/^2026A +7\.15 +44\.89 +2\.60 +1\.07 +53\.11 +10\.82 +33\.4009 +A J1 G2$/m);
    expect(text).toMatch(
      /^ {2}physician in office \+\$97\.40 \(5\.81 %\) since 2025A: work RVU -\$5\.92\*, PE RVU \$47\.01/m,
    );
    expect(text).toMatch(/ {2}total {2,}total *\n.* in office {2}in facility {3}factor {2}indicators\n/);
    expect(text.split("\n").filter((line) => line.length > 100)).toEqual([]);
  });

  it("says what the files are, whose the amounts are, and that releases are excerpts", async () => {
    const text = await said("22511");
    expect(text).toContain("\n  2026A, transcribed: PPRRVU2026_Jan_nonQPP.csv\n");
    expect(text).toContain("\n  2026A, reconstructed: Addendum_B.RECONSTRUCTED.csv\n");
    expect(text).toContain("\nbuilt from excerpts of CMS's files: 2025A, 2026A\n");
    expect(text).toMatch(
      /non-qualifying APM track; the conversion factor for\n {2}qualifying APM participants is 33\.5675/,
    );
    expect(text).toMatch(/^2026A +\$1,782\.77 +\$363\.20$/m);
  });

  it("marks NA as rate does, and tells reasons whole below the table", async () => {
    // 4.60 x 33.4009 = 153.64414 and x 33.5675 = 154.4105; CMS prints NA for the non-facility setting alone.
    expect(await said("22505")).toMatch(/^2026A +2026-01-01 +NA \$153\.64 +\$153\.64 /m);
    expect(await said("22505")).toMatch(/^2026A +NA \$154\.41 +\$154\.41$/m);
    // 4.58 x 32.3465 = 148.14697, so that it rose by 5.49.
    expect(await said("22505")).toContain("\n  physician in office NA +$5.49 (3.71 %) since 2025A");
    expect(await said("22505")).toContain("\n  physician in facility +$5.49 (3.71 %) since 2025A");
    expect(await said("22505")).toContain("\nNA: CMS marks the service as rarely or never done at that site\n");
    const text = await said("77002", { modifier: "TC" });
    expect(text).toMatch(/^2026A +2026-01-01 +\$94\.19 +\(1\)/m);
    expect(text).toContain(
      "\n(1) technical component only: in a facility the technical component is the facility's cost; the\n",
    );
    expect(text).not.toContain("NA:");
  });

  it("says what changes are told against, and of each rule which cause it is about", async () => {
    const text = await said("22511");
    expect(text).toMatch(/^Each amount is compared with that of the last built release that was in force/m);
    expect(text).toContain("\n* conversion factor: set by law or rule\n* work RVU: CY 2026 efficiency adjustment: ");
    // 77002-TC has no work units, and in a facility no amount at all.
    expect(await said("77002", { modifier: "TC" })).not.toContain("* work RVU");
  });

  it("marks a replaced release by another sign than a rule", () => {
    const document = timelineOf([as(A, "2018A", "2018-01-01", "2018-03-31"), A, B], { hcpcs: "22511", ...WHOLE });
    const text = timelineLines(document, coloursFor({})).join("\n");
    expect(text).toMatch(/^2018A# +2018-01-01/m);
    expect(text).toContain("\n# replaced by another release for the same days\n");
  });

  it("writes an amount that comes from nothing in dollars", () => {
    const none = { value: null, reason: "packaged", rule: null, cells: [], change: null };
    const document = timelineOf([A, B], { hcpcs: "22511", ...WHOLE });
    const added = { ...none, value: "7250.50", change: addedChange("7250.50") };
    const points = document.points.map((point, at) => ({ ...point, oppsRate: at === 0 ? none : added }));
    const text = timelineLines({ ...document, points }, coloursFor({})).join("\n");
    expect(text).toContain("\n  hospital outpatient no amount to $7,250.50 since 2025A\n");
  });

  it("says of a factor that it does not apply where carriers price the code, and of no other", () => {
    const FACTOR = "This is the factor of the release. It does not apply to rows without an amount for the physician.";
    const carrier = { priceState: "contractor-priced", nonFacility: null, facility: null };
    const carried = withTables(A, (table) => changed(table, "", carrier));
    const textOf = (first: ReleaseDocuments) =>
      timelineLines(timelineOf([first, B], { hcpcs: "22511", ...WHOLE }), coloursFor({})).join("\n");
    expect(textOf(carried)).toContain(`\n${FACTOR}\n`);
    expect(textOf(A)).not.toContain("does not apply");
  });

  it("answers for a modifier, in capitals or not, and as JSON", async () => {
    const document = JSON.parse(await said("77002", { modifier: "tc", json: true })) as TimelineDocument;
    expect(document.modifier).toBe("TC");
    expect(document.points[0]?.facility).toMatchObject({ value: null, reason: "technical-component-only" });
    await expect(said("2251")).rejects.toThrow(/is not a HCPCS code/);
  });
});
