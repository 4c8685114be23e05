import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openClaims, type PriceQuestion, type TogetherQuestion } from "../../read/claims.mjs";
import { answerOf, argumentsOf, claimsFolder, noted } from "../support/claims-folder.ts";
import { ROOT } from "../support/documents.ts";
import { ratebookHere } from "../support/in-process.ts";

const OUT = join(ROOT, "out");
const RELEASES = ["2025A", "2026A"];

function codesOf(release: string): string[] {
  const { rows } = JSON.parse(readFileSync(join(OUT, release, "site-of-service.json"), "utf8"));
  return rows.map(({ hcpcs }: { hcpcs: string }) => hcpcs);
}

/** Every code alone, and each with the next one: as lines, with units and modifiers, at a place. */
function questionsAbout(release: string): (TogetherQuestion | PriceQuestion)[] {
  const codes = codesOf(release);
  return codes.flatMap((code, at) => {
    const other = codes[(at + 1) % codes.length] as string;
    return [
      { code, release },
      { code, other, release },
      { lines: [`${code}x2`, `${other}-59`], release },
      { lines: [other, `${code}-50`], setting: "office" as const, locality: "0111205", release },
    ];
  });
}

describe("openClaims", () => {
  it.each(RELEASES)("answers every question about %s as the command line, from either folder", async (release) => {
    const [whole, sliced] = [openClaims(OUT), openClaims(await claimsFolder(OUT))];
    const questions = questionsAbout(release);
    expect(questions.length).toBeGreaterThan(60);
    for (const question of questions) {
      const { stdout, stderr } = await ratebookHere(...argumentsOf(question));
      expect(stderr).toBe("");
      expect(await answerOf(whole, question)).toEqual(JSON.parse(stdout));
      expect(await answerOf(sliced, question)).toEqual(JSON.parse(stdout));
    }
  });

  it("takes the release in force on the day, and without one the latest", async () => {
    const claims = openClaims(await claimsFolder(OUT));
    const hospital = async (which: object) => {
      const { settings, day, release } = await claims.price({ lines: ["22511", "22512"], setting: "hopd", ...which });
      return [release, day, settings[0]?.facility?.lines[0]?.alone.value, settings[0]?.facility?.total.value];
    };
    // Addendum B: 22511 alone 3,244.61. Addendum J of 2025: with 22512 by APC 5114, 7,143.73.
    expect(await hospital({ on: "2025-02-01" })).toEqual(["2025A", "2025-02-01", "3244.61", "7143.73"]);
    // Addendum B of 2026: 22511 J1, 3,342.87; 22512 N. The excerpt has no row of Addendum FF that implies more.
    expect(await hospital({})).toEqual(["2026A", null, "3342.87", "3342.87"]);
  });

  it.each([
    { code: "22519" },
    { code: "22511", release: "2031A" },
    { code: "22511", release: "2025B" },
    { code: "22511", on: "2025-07-01" },
    { code: "22511", on: "2025-02-30" },
    { lines: ["22511"], locality: "0111299" },
    { lines: ["22511"], locality: "Nowhere" },
    { lines: ["22511"], zip: "94110", release: "2026A" },
  ])("has the command line's problem with %j", async (question) => {
    const { stdout, stderr } = await ratebookHere(...argumentsOf(question as TogetherQuestion), "--out", OUT);
    const { error: problem } = JSON.parse(stdout || stderr) as { error: object };
    for (const folder of [OUT, await claimsFolder(OUT)]) {
      const answer = answerOf(noted(folder).claims, question as TogetherQuestion);
      const shown = JSON.stringify(problem).replaceAll(OUT, "the built releases");
      await expect(answer).rejects.toMatchObject({ name: "ClaimsError", problem: JSON.parse(shown) });
    }
  });

  it("reads each file once, none that a question does not need, and slices of the tables", async () => {
    const { paths, claims } = noted(await claimsFolder(OUT));
    const ask = () => claims.together({ code: "22511", other: "22512", release: "2025A" });
    await Promise.all([ask(), ask()]);
    await ask();
    expect(paths.toSorted()).toEqual([...new Set(paths)].sort());
    expect(paths.filter((path) => path.startsWith("2026A"))).toEqual([]);
    expect(paths.filter((path) => path.includes("claims/codes/")).length).toBeGreaterThan(0);
    expect(paths).not.toContain("2025A/opps.json");
  });
});
