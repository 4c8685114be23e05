import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const WORKFLOW = read(".github/workflows/ci.yml");

/** What the workflow must not lose. That it runs can be seen only where it runs. */
describe("the GitHub workflow", () => {
  it("may read, and nothing else", () => {
    expect(WORKFLOW).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    expect(WORKFLOW).not.toMatch(/\bwrite\b|secrets\./);
  });

  it("pins each action by commit, and says which version that is", () => {
    const uses = WORKFLOW.split("\n").filter((line) => line.includes("uses:"));
    expect(uses.length).toBeGreaterThan(0);
    for (const line of uses) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("runs what a contributor runs, on the oldest Node that is supported and newer ones", () => {
    const { engines } = JSON.parse(read("package.json")) as { engines: { node: string } };
    const oldest = /^>=(\d+)/.exec(engines.node)?.[1];
    expect(WORKFLOW).toContain(`node: [${oldest}, 22, 24]`);
    expect(WORKFLOW).toContain("- run: bash .ci/run\n");
  });

  it("checks advisories of what the program needs, and names no registry", () => {
    expect(WORKFLOW).toContain("run: npm audit --omit=dev --audit-level=moderate\n");
    expect(WORKFLOW).not.toMatch(/registry|https?:/);
  });
});
