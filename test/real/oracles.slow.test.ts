import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedFiles } from "../../pipelines/inputs/published-files.ts";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import { oppsCapConformanceOf, releasesWithOppsCap } from "../../pipelines/proof/conformance/opps-cap-prices.ts";
import { conformance } from "../../scripts/commands/conformance.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { lines, published, record } from "../support/payment-file.ts";
import { CMS_FOLDER, describeWithRealFiles, ORACLES_FOLDER } from "../support/real.ts";

async function compareOracle(path: string) {
  const releases = new AvailableReleases(CMS_FOLDER, {});
  const { files } = await publishedFiles(join(ORACLES_FOLDER, path));
  const [file] = files;
  if (file === undefined) throw new Error(`${path} is not there`);
  return await conformanceOf(file, releases);
}

const all = (count: number) => ({ matched: count, compared: count });

describeWithRealFiles("payment amounts that CMS published", () => {
  // Records counted by `grep -c '^"20'`, distinct ones by `grep '^"20' | cut -d, -f2-5 | tr -d ' ' | sort -u | wc -l`.
  it.each([
    ["PFREV25C/PFREV25C.txt", 109, 109, { wanted: "2025C", reason: "RVU25C is not among the downloads" }],
    ["PFREV25D/PFREV4.txt", 1526, 763, null],
  ])("%s: every amount equals ours to the cent", async (path, count, distinct, fallback) => {
    const found = await compareOracle(path);
    expect(found).toMatchObject({ release: "2025D", fallback, rows: count, distinctRows: distinct });
    expect(found).toMatchObject({ differenceCount: 0, problems: [] });
    expect(found.passedOver).toEqual({ header: 0, trailer: 4, blank: 0, endMark: 0 });
    // None of these files' rows is for the cap: CMS's indicator is 9 in all, and we have no units for it in any.
    expect(found.columns).toEqual({
      rows: all(count),
      nonFacility: all(count),
      facility: all(count),
      pctcIndicator: all(count),
      status: all(count),
      multipleSurgery: all(count),
      oppsIndicator: all(count),
      oppsNonFacility: all(0),
      oppsFacility: all(0),
      therapyNonInstitutional: all(0),
      therapyInstitutional: all(0),
    });
  });

  // Records of files that are not at hand: Ohio's of PFALL 2020, and the first two of PFREV26C.
  it.each([
    ["PFALL20A.txt", "2020", "1520200", "22511", "1723.93", "413.61"],
    ["PFALL20A.txt", "2020", "1520200", "99213", "73.04", "51.24"],
    ["PFREV26C.txt", "2026", "0111205", "46505", "432.49", "296.85"],
    ["PFREV26C.txt", "2026", "0111209", "46505", "440.59", "301.88"],
  ])("%s of %s in %s: %s is %s and %s", async (path, year, place, hcpcs, nonFacility, facility) => {
    const multipleSurgery = hcpcs === "99213" ? "0" : "2";
    const file = published(path, lines(record({ year, place, hcpcs, nonFacility, facility, multipleSurgery })));
    const found = await conformanceOf(file, new AvailableReleases(CMS_FOLDER, {}));
    expect(found).toMatchObject({ fallback: null, differenceCount: 0, columns: { facility: all(1) } });
  });
});

describeWithRealFiles("the example of docs/guide.md", () => {
  it("shows what conformance prints", async () => {
    const terminal = fakeTerminal();
    await conformance({ from: CMS_FOLDER, published: [ORACLES_FOLDER] }, terminal);
    const guide = readFileSync(new URL("../../docs/guide.md", import.meta.url), "utf8");
    expect(guide).toContain(`\`\`\`\n${terminal.results.join("\n")}\n\`\`\``);
  });
});

describeWithRealFiles("prices of OPPSCAP", () => {
  it("finds the file of every release at hand, with every price equal", async () => {
    const releases = new AvailableReleases(CMS_FOLDER, {});
    const ids = await releasesWithOppsCap(releases);
    expect(ids).toEqual(["2009A", "2013A", "2018A", "2020A", "2022A", "2023A", "2024A", "2025A", "2025D"]);
    const found = await oppsCapConformanceOf("2025D", releases);
    expect(found.listed).toEqual(all(15_260));
    expect(found).toMatchObject({ rows: 16_100, matched: 16_100, excepted: [], differenceCount: 0, problems: [] });
  });

  it("finds a file short of rows that CMS's would have", async () => {
    const folder = temporaryFolder();
    for (const name of ["PPRRVU2025_Oct.csv", "GPCI2025.csv"]) {
      copyFileSync(join(CMS_FOLDER, "pfs/RVU25D", name), join(folder, name));
    }
    const whole = readFileSync(join(CMS_FOLDER, "pfs/RVU25D/OPPSCAP_Oct.csv"), "latin1").split("\n");
    writeFileSync(join(folder, "OPPSCAP_Oct.csv"), whole.slice(0, 101).join("\n"), "latin1");
    const found = await oppsCapConformanceOf(
      "2025D",
      new AvailableReleases(folder, { allowUnregistered: true, allowChanged: true }),
    );
    expect(found).toMatchObject({ rows: 100, matched: 100, listed: { compared: 15_260 }, differenceCount: 0 });
    expect(found.problems).toMatchObject([{ code: "opps-cap.incomplete" }]);
  });
});
