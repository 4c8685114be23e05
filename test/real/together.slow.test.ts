import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { PortfolioDocument } from "../../schemas/out/portfolio.ts";
import { PriceDocument } from "../../schemas/out/price.ts";
import { TogetherDocument } from "../../schemas/out/together.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { ratebookHere } from "../support/in-process.ts";
import { describeWithFoundOracles, SHARED_FOLDER } from "../support/real.ts";

describeWithFoundOracles("NCCI edits of April 2026", () => {
  it("say on the page of a code whether it is an add-on, which its global period does not", async () => {
    const out = temporaryFolder();
    const build = ["build", "--from", SHARED_FOLDER, "--release", "2026B", "--with", "ncci", "--out", out, "--quiet"];
    expect((await ratebookHere(...build)).status).toBe(0);
    const page = async (code: string): Promise<string> => {
      await ratebookHere("page", code, "--out", out, "--release", "2026B", "--pages", out, "--overwrite");
      return readFileSync(join(out, "2026B", `${code}.html`), "utf8");
    };
    expect(await page("22512")).toContain(
      "Yes: 22512 is an add-on code to 22510, 22511: paid only with one of its primary codes.",
    );
    // A skin substitute has ZZZ, and CMS's add-on code edits do not have it.
    expect(await page("A2001")).toContain(
      "No: CMS&#39;s add-on code edits in force on 2026-04-01 do not have it as an add-on",
    );
    // Counted apart in CMS's files: MUE 22512 is 3, indicator 3.
    const { stdout } = await ratebookHere("together", "22512", "--out", out, "--json");
    expect(TogetherDocument.parse(JSON.parse(stdout)).units).toMatchObject([{ value: 3, adjudicationIndicator: "3" }]);
  });
});

describeWithFoundOracles("two levels of vertebroplasty", () => {
  it("are paid as CMS pays them: with Addendum J in 2025, by what the ASC addenda imply in 2026", async () => {
    const out = temporaryFolder();
    const build = [
      "build",
      "--from",
      SHARED_FOLDER,
      "--release",
      "2025A",
      "--release",
      "2026A",
      "--out",
      out,
      "--quiet",
    ];
    expect((await ratebookHere(...build)).status).toBe(0);
    const asked = async (...words: readonly string[]): Promise<TogetherDocument> => {
      const { stdout } = await ratebookHere("together", ...words, "--out", out, "--json");
      return TogetherDocument.parse(JSON.parse(stdout));
    };
    const before = await asked("22511", "22512", "--release", "2025A");
    expect(before.pairs).toMatchObject([{ oppsRate: { value: "7143.73" }, qualifies: true }]);
    // Addendum AA: C7505 in January 2025 and January 2026; APC 5114 of Addendum FF is paid 7,413.38 in 2026.
    expect(before.combinations).toMatchObject([{ code: "C7505", ascRate: { value: "3510.84" }, inferred: null }]);
    for (const codes of [["22511", "22512"], ["C7505"], ["22511"]]) {
      const { combinations } = await asked(...codes, "--release", "2026A");
      expect(combinations).toMatchObject([
        { code: "C7505", ascRate: { value: "3695.53" }, inferred: { apc: "5114", oppsRate: { value: "7413.38" } } },
      ]);
    }
    const priced = async (...words: readonly string[]): Promise<(string | null | undefined)[]> => {
      const { stdout } = await ratebookHere("price", ...words, "--out", out, "--json");
      const { settings } = PriceDocument.parse(JSON.parse(stdout));
      return settings.map(({ facility }) => facility?.total.value);
    };
    expect(await priced("22511,22512", "--release", "2025A")).toEqual([undefined, "7143.73", "3510.84"]);
    expect(await priced("22513 22515", "--release", "2025A")).toMatchObject([undefined, "12866.82", expect.anything()]);
    expect(await priced("22511,22512", "--release", "2026A")).toEqual([undefined, "7413.38", "3695.53"]);
    // Ten cases in a hospital and ten in an ASC. By the codes alone: 10 x (3,244.61 + 1,579.16) and 10 x (3,342.87 +
    // 1,644.87); as they are paid: 10 x (7,143.73 + 3,510.84) and 10 x (7,413.38 + 3,695.53).
    const worthOf = async (claimOf: (at: number) => string): Promise<PortfolioDocument> => {
      const cases = ["hopd", "asc"].flatMap((setting, site) =>
        Array.from({ length: 10 }, (_, at) =>
          ["22511", "22512"].map((code) => [claimOf(10 * site + at), code, setting, 1]),
        ),
      );
      const file = join(out, "cases.csv");
      writeFileSync(file, [["claim", "code", "setting", "units"], ...cases.flat()].map((row) => row.join()).join("\n"));
      const { stdout } = await ratebookHere("diff", "2025A", "2026A", "--out", out, "--volumes", file, "--json");
      return PortfolioDocument.parse(JSON.parse(stdout));
    };
    const alone = await worthOf(() => "");
    expect(alone.total).toMatchObject({ count: 20, before: "48237.70", after: "49877.40" });
    expect(alone.pairsAlone).toMatchObject([{ together: "7413.38" }, { together: "3695.53" }]);
    const claims = await worthOf((at) => `case ${at}`);
    expect(claims.total).toMatchObject({ count: 40, before: "106545.70", after: "111089.10" });
    expect(claims.total.effects).not.toHaveProperty("pair");
    const { combinations } = await asked("22512", "--release", "2026A");
    expect(combinations.map(({ code }) => code)).toEqual(["C7504", "C7505"]);
    // C7508 is absent in 2025 alone.
    expect((await asked("22514", "22515", "--release", "2025A")).combinations).toMatchObject([
      { code: "C7508", ascRate: { value: null } },
    ]);
  });
});
