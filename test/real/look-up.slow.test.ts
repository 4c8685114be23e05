import { join } from "node:path";
import { expect, it } from "vitest";
import { publishedFiles } from "../../pipelines/inputs/published-files.ts";
import { AvailableReleases } from "../../pipelines/proof/conformance/available-releases.ts";
import { conformanceOf } from "../../pipelines/proof/conformance/conformance.ts";
import { ConformanceDocument } from "../../schemas/out/conformance.ts";
import { conformance } from "../../scripts/commands/conformance.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { CMS_FOLDER, describeWithFoundOracles, FOUND_ORACLES_FOLDER } from "../support/real.ts";

async function compared(...published: readonly string[]) {
  const terminal = fakeTerminal();
  const exitCode = await conformance({ from: CMS_FOLDER, published, json: true }, terminal);
  return { exitCode, ...ConformanceDocument.parse(JSON.parse(terminal.results.join("\n"))) };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describeWithFoundOracles("what CMS published since", () => {
  it("passes whole: every row is equal, or a listed difference explains it", async () => {
    const { exitCode, payments, lookUps, copies } = await compared(FOUND_ORACLES_FOLDER);
    expect(exitCode).toBe(0);
    expect(copies).toEqual([]);
    // Records by `grep -c '^"20'`: 4,033 in each file.
    expect(
      payments.map(({ rows, equalRows, release, conversionFactor }) => [rows, equalRows, release, conversionFactor]),
    ).toEqual([
      [4033, 4033, "2026B", { value: "33.5675", track: "qualifying-apm" }],
      [4033, 4033, "2026B", { value: "33.4009", track: "non-qualifying-apm" }],
    ]);
    // Rows of the exports by `tail -n +2 | wc -l`, prices that are not NA by hand: 2 x 1,041 - 18.
    expect(sum(lookUps.map(({ rows }) => rows))).toBe(1041);
    expect(sum(lookUps.map(({ arithmetic }) => arithmetic.matched))).toBe(2 * 2064);
    expect(sum(lookUps.map(({ arithmetic }) => arithmetic.compared))).toBe(2 * 2064);
    expect(sum(lookUps.map(({ equalRows }) => equalRows))).toBe(1041 - 14);
    const releases = lookUps.map(({ file, release }) => [/\/(\d{4})/.exec(file)?.[1], release]);
    expect([...new Set(releases.map((each) => each.join(" ")))]).toEqual([
      "2021 ",
      "2023 2023A",
      "2024 2024A",
      "2025 2025A",
    ]);
    // 3 codes in 2 localities of one contract; 5 and 3 codes that the exports of 2025 do not mark.
    const explained = lookUps.flatMap((each) => each.explained.map(({ field, rows }) => [field, rows]));
    expect(explained).toEqual([
      ["peGpci", 6],
      ["mpGpci", 6],
      ["nonFacilityNa", 5],
      ["nonFacilityNa", 3],
    ]);
  });

  it("opens the archive that holds both, and finds the same", async () => {
    const { exitCode, payments } = await compared(
      join(FOUND_ORACLES_FOLDER, "PFREV26B/REBUILT-pfrev26b-updated-03-10-2026.zip"),
    );
    expect(exitCode).toBe(0);
    expect(payments.map(({ rows, equalRows, problems }) => [rows, equalRows, problems])).toEqual([
      [4033, 4033, []],
      [4033, 4033, []],
    ]);
  });

  it("refuses a track that the amounts contradict", async () => {
    const releases = new AvailableReleases(CMS_FOLDER, {});
    const { files } = await publishedFiles(join(FOUND_ORACLES_FOLDER, "PFREV26B/PFREV26B_QP.zip"));
    const [file] = files;
    if (file === undefined) throw new Error("not there");
    await expect(conformanceOf(file, releases, { track: "usual" })).rejects.toThrow(
      /--track says usual, but 100 of the first 100 rows that tell the two factors apart are at 33\.5675/,
    );
  });
});
