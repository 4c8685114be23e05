import { spawnSync } from "node:child_process";
import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { completeness } from "../../pipelines/sources/sources.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { fewRows } from "../support/few-rows.ts";
import { madeUpQuarter } from "../support/made-up-quarter.ts";
import type { Said } from "../support/project-copy.ts";
import { COMMITTER, copyRepository } from "../support/repository-copy.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

function run(command: string, cwd: string): Said {
  const env = { ...process.env, ...COMMITTER, npm_config_offline: "true" };
  const { status, stdout, stderr } = spawnSync(command, { cwd, env, encoding: "utf8", shell: true });
  return { status, stdout, stderr };
}

/** A repository with the files of this one, tests and documents included. */
function repositoryCopy(): string {
  const folder = join(temporaryFolder(), "ratebook");
  copyRepository(folder);
  // A link would lead the bundler out of the copy.
  cpSync(join(ROOT, "node_modules"), join(folder, "node_modules"), { recursive: true, verbatimSymlinks: true });
  expect(run("git init -q && git add -A && git commit -qm everything", folder)).toMatchObject({ status: 0 });
  return folder;
}

/** The commands of docs/refresh.md, for another year. */
function documented(from: string, year: string): string[] {
  const [, block = ""] = /```sh\n([\s\S]*?)```/.exec(readFileSync(join(ROOT, "docs/refresh.md"), "utf8")) ?? [];
  return block.trim().replaceAll("2027", year).replaceAll("FOLDER", from).split("\n");
}

/**
 * `npm run check` with those fast tests that look at which quarters are registered: the others are run by whoever runs
 * this one.
 */
const CHECK = [
  ...["npm run types", "npm run lint", "npm run unused", "npm start --silent -- --quiet"],
  "npm test -- test/sources test/health test/inputs test/refresh test/commands/releases test/commands/previews test/commands/refresh",
].join(" && ");

/** What is unusual about a quarter of a few rows, accepted by name. */
function accepting(): string {
  const visits = completeness().landmarks.codes.map((code) => `pfs.landmark-codes:${code}=a few rows`);
  const repeated = "cross.continuity:gpci.another=made from that of 2026";
  const findings = [...fewRows("rvu", "asc-aa", "asc-bb"), ...visits, repeated];
  return `${findings.map((each) => `--accept "${each}"`).join(" ")} --source "a test"`;
}

it("adds a quarter with the commands of docs/refresh.md, and everything is green and committed at the end", async () => {
  const folder = repositoryCopy();
  const year = "2038";
  const commands = documented(await madeUpQuarter({ year }), year);
  expect(commands).toHaveLength(6);
  for (const command of commands) {
    const whole = command === "npm run check" ? CHECK : command;
    const typed = command.includes(" register ") ? `${command} ${accepting()}` : whole;
    const { status, stdout, stderr } = run(typed, folder);
    expect([command, status, status === 0 ? "" : (stdout + stderr).slice(-4000)]).toEqual([command, 0, ""]);
  }
  expect(run("npm start --silent -- --quiet && git status --porcelain", folder)).toMatchObject({
    status: 0,
    stdout: "",
  });
});
