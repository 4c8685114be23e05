import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Command } from "commander";
import { chromium } from "playwright-core";
import { describe, expect, it } from "vitest";
import { ALL_PROGRAMS } from "../../scripts/program/all-programs.ts";
import { BROWSER, CHROMIUM } from "../support/browser.ts";
import { ROOT, readDocument } from "../support/documents.ts";
import { SHOWN } from "../support/examples.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { describeWith } from "../support/needs.ts";
import { served } from "../support/served.ts";

const WORKFLOW = readDocument("examples/github-action/rates.yml");

function hasCommand(name: string): boolean {
  const program = new Command();
  for (const add of ALL_PROGRAMS) add(program);
  return program.commands.some((command) => command.name() === name);
}

/** An app with ratebook installed, its table and its release. */
function app(change: (table: string) => string): string {
  const folder = temporaryFolder();
  const table = readFileSync(join(ROOT, "examples/github-action/rates.csv"), "utf8");
  mkdirSync(join(folder, "node_modules/.bin"), { recursive: true });
  symlinkSync(join(ROOT, "scripts/ratebook.mjs"), join(folder, "node_modules/.bin/ratebook"));
  writeFileSync(join(folder, "package.json"), "{}");
  writeFileSync(join(folder, "rates.csv"), change(table));
  cpSync(join(ROOT, "out"), join(folder, "out"), { recursive: true });
  return folder;
}

/** Runs the steps of the workflow but the installation; what they print, and the first code that is not 0. */
function runSteps(folder: string): { status: number | null; stdout: string } {
  const steps = [...WORKFLOW.matchAll(/^ +run: (.+)$/gm)].map(([, step = ""]) => step);
  expect(steps[0]).toBe("npm ci");
  return spawnSync("bash", ["-e", "-c", steps.slice(1).join("\n")], { cwd: folder, encoding: "utf8" });
}

describeWith(BROWSER, "the example of a page", () => {
  it("shows the three amounts, and why a code has none", async () => {
    const { address, close } = await served(ROOT);
    const browser = await chromium.launch({ executablePath: CHROMIUM ?? "", args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on("pageerror", (error) => complaints.push(String(error)));
      page.on("console", (message) => complaints.push(message.text()));
      await page.goto(`${address}examples/page/`);
      await page.getByText(SHOWN).waitFor();
      await page.getByLabel("HCPCS code").fill("00000");
      expect(await page.textContent("#amounts")).toBe("no file of the release has the code");
      expect(complaints).toEqual([]);
    } finally {
      close();
      await browser.close();
    }
  });
});

describe("the example of a GitHub Action", () => {
  it("may read, and pins its actions as our own workflow does", () => {
    expect(WORKFLOW).toMatch(/^permissions:\n {2}contents: read\n\n/m);
    const uses = WORKFLOW.match(/uses: .*/g) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const each of uses) expect(readDocument(".github/workflows/ci.yml")).toContain(each);
  });

  it("has a table with the three amounts", () => {
    const rows = readDocument("examples/github-action/rates.csv").trim().split("\n").slice(1);
    expect(rows.map((row) => row.split(",")[2]).join(" ")).toBe(SHOWN);
  });
});

describeWith({ what: "command audit", isThere: hasCommand("audit") }, "the steps of the GitHub Action", () => {
  it("pass for a table that agrees with the release", () => {
    expect(runSteps(app((table) => table)).status).toBe(0);
  });

  it("fail for a table that still has a rate of 2025, and name it", () => {
    const { status, stdout } = runSteps(app((table) => table.replace("3342.87", "3244.61")));
    expect([status, stdout]).toEqual([1, expect.stringContaining("3244.61")]);
  });
});
