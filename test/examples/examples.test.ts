import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ROOT, readDocument } from "../support/documents.ts";
import { texts } from "../support/duckdb.ts";
import { printed, SHOWN } from "../support/examples.ts";
import { describeWith } from "../support/needs.ts";

const JQ = { what: "jq", isThere: /^jq/.test(printed("jq", "--version")) };

describe("the examples", () => {
  it.each([
    ["node", ["examples/node/rates.mjs"]],
    ["typescript", ["--import", "tsx", "examples/typescript/app.ts"]],
  ])("%s prints the three amounts", (_, words) => {
    expect(printed(process.execPath, ...words)).toBe(`${SHOWN}\n`);
  });

  it("typescript compiles with the strictest types", () => {
    expect(printed(process.execPath, "node_modules/typescript/bin/tsc", "-p", "examples/typescript")).toBe("");
  });

  it("duckdb selects the three amounts", async () => {
    const sql = readDocument("examples/duckdb/rates.sql").replaceAll("'out/", `'${join(ROOT, "out")}/`);
    expect((await texts(sql)).map((row) => Object.values(row))).toEqual([[SHOWN]]);
  });

  it("are all in examples/README.md", () => {
    const folders = readdirSync(join(ROOT, "examples")).filter((name) => !name.includes("."));
    expect(folders.filter((name) => !readDocument("examples/README.md").includes(`| [${name}](${name}/`))).toEqual([]);
  });
});

describeWith(JQ, "the example for the shell", () => {
  it("prints the three amounts", () => {
    expect(printed("sh", "examples/shell/rates.sh")).toBe(`${SHOWN}\n`);
  });
});

describe("README.md", () => {
  it("quotes an example in each block of its section, and a cell of the notebook", () => {
    const section = /^## Use it in$[\s\S]*?(?=^## )/m.exec(readDocument("README.md"))?.[0] ?? "";
    const quotes = [...section.matchAll(/^\*\*\[.*?\]\((examples\/.+?)\)\*\*.*\n\n```\w+\n([\s\S]*?)^```$/gm)];
    expect(quotes.length).toBe(section.split("\n```").length / 2 - 0.5);
    expect(quotes.length).toBeGreaterThan(2);
    for (const [, path = "", code = ""] of quotes) {
      const cells = readDocument(path).split(/^# %%.*\n/m);
      expect([path, cells.map((cell) => cell.trim())]).toEqual([path, expect.arrayContaining([code.trim()])]);
    }
  });
});
