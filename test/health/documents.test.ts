import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { build } from "../../scripts/commands/build.ts";
import { explain } from "../../scripts/commands/explain.ts";
import { timelineCommand } from "../../scripts/commands/timeline.ts";
import { marked } from "../../scripts/print/marked.ts";
import { commandsPage } from "../../tools/commands/page.ts";
import { README_MARKS } from "../../tools/proof/page.ts";
import {
  blockOf,
  brokenLinks,
  DOCUMENTS,
  GENERATED,
  isThere,
  namedPaths,
  prose,
  ROOT,
  readDocument,
} from "../support/documents.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fakeTerminal } from "../support/fake-terminal.ts";
import { ratebookHere } from "../support/in-process.ts";

/** A document's fenced block that starts with these words, line by line. */
const block = (path: string, start: string): string[] =>
  blockOf(path, ({ code }) => code.startsWith(start)).split("\n");

/** The cells of Markdown tables, one row a line, however they are padded. */
const rowsOf = (text: string): string[] =>
  text.split("\n").flatMap((line) =>
    line.startsWith("|")
      ? [
          line
            .replaceAll("\\", "")
            .replaceAll(/\s+|-{3,}/g, " ")
            .replaceAll(/ +/g, " "),
        ]
      : [],
  );

/** The rows of a document's table whose heading begins so. */
function table(path: string, heading: string): string[] {
  const rows = readDocument(path)
    .split("\n\n")
    .find((part) => rowsOf(part)[0]?.startsWith(heading));
  if (rows === undefined) throw new Error(`${path} has no table with the heading ${heading}`);
  return rowsOf(rows);
}

describe("documents stay true", () => {
  it.each(DOCUMENTS)("%s names scripts that exist", (path) => {
    const { scripts } = JSON.parse(readDocument("package.json")) as { scripts: Record<string, string> };
    const named = [...readDocument(path).matchAll(/npm run (?:--silent )?([a-z]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it.each(DOCUMENTS)("%s links to files and headings that exist", (path) => {
    expect(brokenLinks(ROOT, path)).toEqual([]);
  });

  it.each(DOCUMENTS)("%s names files and folders that exist", (path) => {
    expect(namedPaths(prose(path)).filter((named) => !isThere(named, dirname(path)))).toEqual([]);
  });

  it("docs/commands.md is the help of every command; `npm run commands` writes it", async () => {
    const help = async (...command: readonly string[]): Promise<string | undefined> => {
      const { status, stdout } = await ratebookHere(...command, "--help");
      return status === 0 ? stdout : undefined;
    };
    expect(await commandsPage(help)).toBe(readDocument("docs/commands.md"));
  });

  it("README.md quotes docs/proof.md", () => {
    const quote = marked(readDocument("README.md"), ...README_MARKS);
    expect(quote.split("\n")).toHaveLength(5);
    expect(readDocument("docs/proof.md")).toContain(`\n${quote}\n`);
  });

  it("README.md shows the table that ratebook build prints", async () => {
    const terminal = fakeTerminal();
    await build({ out: temporaryFolder(), codes: "22510-22515", release: ["2026A"] }, terminal);
    expect(terminal.results.join("\n").split("\n")).toEqual(expect.arrayContaining(block("README.md", "2026A  code")));
  });

  it("README.md shows what explain prints", async () => {
    const terminal = fakeTerminal();
    await explain("22511", "office", { out: join(ROOT, "out"), release: "2026A", modifier: "" }, terminal);
    expect(terminal.results.join("\n").split("\n")).toEqual(block("README.md", "22511 in 2026A"));
  });

  it("docs/guide.md shows what timeline prints", async () => {
    const terminal = fakeTerminal();
    await timelineCommand("22511", { out: join(ROOT, "out") }, terminal);
    expect(terminal.results.join("\n").split("\n")).toEqual(block("docs/guide.md", "22511 over 2 releases"));
  });

  it("docs/guide.md shows what diff prints", async () => {
    const { stdout } = await ratebookHere("diff", "2025A", "2026A", "--out", join(ROOT, "out"));
    expect(rowsOf(stdout)).toEqual(expect.arrayContaining(table("docs/guide.md", "| code | setting ")));
  });

  it("docs/guide.md shows what audit prints", async () => {
    const fees = join(temporaryFolder(), "fees.csv");
    writeFileSync(fees, block("docs/guide.md", "CPT,Modifier,Fee").join("\n"));
    const { stdout } = await ratebookHere("audit", fees, "--out", join(ROOT, "out"));
    expect(stdout.trimEnd().split("\n")).toEqual(block("docs/guide.md", "fees.csv against 2026A"));
  });

  it("docs/guide.md shows what diff --volumes prints", async () => {
    const volumes = join(temporaryFolder(), "practice.csv");
    writeFileSync(volumes, block("docs/guide.md", "code,modifier").join("\n"));
    const { stdout } = await ratebookHere("diff", "2025A", "2026A", "--volumes", volumes, "--out", join(ROOT, "out"));
    expect(rowsOf(stdout)).toEqual(expect.arrayContaining(table("docs/guide.md", "| | services ")));
  });
});

/** Words that readers stumble over, and what we say instead. */
const STUMBLES: readonly RegExp[] = [
  /\bat hand\b/i, // available
  /\baloud\b/i, // with a message
  /\bmend(s|ed)?\b/i, // fix
  /\bvouch/i, // prove
  /\bnobody knows\b/i, // not known
  /\b(lies|lie) in\b/i, // is in
  /\bstands? in\b/i, // is in
  /\bis told\b|\bare told\b/i, // is named, is listed
  /\bpostings?\b/i, // revision
];

describe("documents stay easy to read", () => {
  it.each(DOCUMENTS.filter((path) => !GENERATED.includes(path)))("%s is in plain words", (path) => {
    expect(STUMBLES.flatMap((words) => prose(path).match(words)?.slice(0, 1) ?? [])).toEqual([]);
  });

  it.each([
    ["README.md", 150],
    ["ARCHITECTURE.md", 200],
  ])("%s has at most %d lines", (path, most) => {
    expect(readDocument(path).trimEnd().split("\n").length).toBeLessThanOrEqual(most);
  });

  it.each(DOCUMENTS.filter((path) => !GENERATED.includes(path)))("%s has lines of at most 120 characters", (path) => {
    const long = prose(path)
      .split("\n")
      .filter((line) => line.length > 120 && !/^\s*\||^\[|^!\[/.test(line));
    expect(long).toEqual([]);
  });
});
