import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { build } from "../../scripts/commands/build.ts";
import { explain } from "../../scripts/commands/explain.ts";
import { timelineCommand } from "../../scripts/commands/timeline.ts";
import { marked } from "../../scripts/print/marked.ts";
import { README_MARKS } from "../../tools/proof/page.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";

const ROOT = new URL("../../", import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, ROOT), "utf8");
const DOCUMENTS = [
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "PROOF.md",
  "sources/README.md",
  "pipelines/README.md",
];

/** The README's fenced block that starts with these words, line by line. */
function block(start: string): string[] {
  const blocks = [...read("README.md").matchAll(/^```[a-z]*\n([\s\S]*?)^```$/gm)].map(([, text = ""]) => text);
  const found = blocks.find((text) => text.startsWith(start));
  if (found === undefined) throw new Error(`README.md has no block that starts with "${start}"`);
  return found.trimEnd().split("\n");
}

describe("documents stay true", () => {
  it.each(DOCUMENTS)("%s names scripts that exist", (path) => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = [...read(path).matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each(DOCUMENTS)("%s links to files that exist", (path) => {
    const folder = new URL(path, ROOT);
    const links = [...read(path).matchAll(/\]\(([^)#:]+)\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(new URL(link, folder)))).toEqual([]);
  });

  it("README.md quotes the headline of PROOF.md", () => {
    const quote = marked(read("README.md"), ...README_MARKS);
    expect(quote.split("\n").length).toBeGreaterThan(5);
    expect(read("PROOF.md")).toContain(`\n${quote}\n`);
  });

  it("README.md shows the table that ratebook build prints", async () => {
    const terminal = fakeTerminal();
    await build({ out: temporaryFolder(), codes: "22510-22515", release: ["2026A"] }, terminal);
    expect(terminal.results.join("\n").split("\n")).toEqual(expect.arrayContaining(block("2026A  code")));
  });

  it("README.md shows what timeline prints", async () => {
    const terminal = fakeTerminal();
    await timelineCommand("22511", { out: fileURLToPath(new URL("out", ROOT)) }, terminal);
    expect(terminal.results.join("\n").split("\n")).toEqual(block("22511 over 2 releases"));
  });

  it("README.md shows what explain prints", async () => {
    const terminal = fakeTerminal();
    await explain(
      "22511",
      "office",
      { out: fileURLToPath(new URL("out", ROOT)), release: "2026A", modifier: "" },
      terminal,
    );
    expect(terminal.results.join("\n").split("\n")).toEqual(block("22511 in 2026A"));
  });
});
