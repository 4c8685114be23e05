import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";
import { blockOf, ROOT } from "../support/documents.ts";
import { describeWith } from "../support/needs.ts";

/** What README says that each of its blocks prints. */
const PRINTED = "1773.92 3342.87 1644.87\n";

function printed(program: string, ...words: readonly string[]): string | undefined {
  const { status, stdout } = spawnSync(program, words, { cwd: ROOT, encoding: "utf8" });
  return status === 0 ? stdout : undefined;
}

const blockIn = (language: string): string =>
  blockOf("README.md", (block) => block.language === language && block.code.includes("out/2026A/"));

const JQ = { what: "jq", isThere: printed("jq", "--version") !== undefined };
const PANDAS = { what: "Python with pandas", isThere: printed("python3", "-c", "import pandas") !== undefined };

describeWith(JQ, "README.md's block for the shell", () => {
  it("prints the three amounts of 22511", () => {
    expect(printed("sh", "-c", blockIn("sh"))).toBe(PRINTED);
  });
});

describeWith(PANDAS, "README.md's block for Python", () => {
  it("prints the three amounts of 22511", () => {
    expect(printed("python3", "-c", blockIn("python"))).toBe(PRINTED);
  });
});
