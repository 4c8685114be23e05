import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Runner } from "./runner.ts";

const READY = { code: 4, stdout: "# Refresh\n\n2026B is ready.\n", stderr: "\nIf the report is right:\n  --apply\n" };
const FILES = {
  "sources/calendar.json": '{ "2026B": true }\n',
  "out/index.json": "[]\n",
  "docs/releases.md": "2026A\n2026B\n",
};
const APPLIED = { code: 0, stdout: "# Refresh\n\n2026B is applied.\n", files: FILES, text: "# Refresh\n\nApplied.\n" };

function planned(apply: object, look: object = READY): Runner {
  const runner = Runner.withFakeRatebook();
  runner.plan({ look, apply });
  return runner;
}

/** Branches of the remote. */
const branches = (runner: Runner): string[] =>
  runner.git("for-each-ref --format='%(refname:short)' refs/heads").split("\n");

const pushed = (runner: Runner): string => runner.git("rev-parse refresh/next");

describe("the refresh on GitHub", () => {
  it("opens one pull request with the data, after the checks of a contributor", async () => {
    const runner = planned(APPLIED);
    const { refresh, propose } = await runner.workflow();
    expect([refresh.failed, refresh.printed, propose?.printed]).toEqual([
      false,
      "| \n| If the report is right:\n|   --apply\n",
      "opened a pull request\n",
    ]);
    expect(refresh.summary).toBe(APPLIED.stdout);
    expect(runner.log).toEqual([
      "npm ci --ignore-scripts --no-audit --no-fund",
      expect.stringMatching(/^ratebook \["refresh","--contact=https:\/\/github.example\/owner\/ratebook"\]$/),
      expect.stringMatching(/^ratebook \["refresh",.*"--apply","--to",".*\/refresh"\]$/),
      "npm run check",
      "gh api GET repos/owner/ratebook/pulls",
      "gh api POST repos/owner/ratebook/pulls",
    ]);
    expect(branches(runner)).toEqual(["main", "refresh/next"]);
    expect(runner.git("show refresh/next:docs/releases.md")).toBe("2026A\n2026B");
    expect(runner.git("log -1 --format='%an %s' refresh/next")).toBe("github-actions[bot] Add April 2026");
    expect(runner.pulls).toMatchObject([
      { state: "open", title: "Add April 2026 (2026B)", base: "main", head: "refresh/next" },
    ]);
    expect(runner.pulls[0]?.body).toContain("https://github.example/artifact\n\n# Refresh\n\nApplied.\n");
    expect(runner.pulls[0]?.body).toContain("https://github.example/owner/ratebook/actions/runs/2");
  });

  it("updates that pull request in the next week, and pushes only what is new", async () => {
    const runner = planned(APPLIED);
    await runner.workflow();
    const first = pushed(runner);
    runner.plan({ look: READY, apply: { ...APPLIED, text: "The same again.\n" } });
    expect((await runner.workflow()).propose?.printed).toBe("updated pull request 1\n");
    expect(pushed(runner)).toBe(first);
    runner.plan({ look: READY, apply: { ...APPLIED, files: { ...FILES, "out/index.json": "[2026]\n" } } });
    expect((await runner.workflow()).propose?.failed).toBe(false);
    expect(pushed(runner)).not.toBe(first);
    expect(runner.git("show refresh/next:out/index.json")).toBe("[2026]");
    expect(runner.pulls).toHaveLength(1);
  });

  it("gives what a person typed to ratebook as it is, and to no shell", async () => {
    const runner = planned(APPLIED);
    const accept = 'a:1=it\'s "so"; $(touch x) || b:2,3=`why`';
    const inputs = {
      day: "2026-04-02",
      families: "pfs",
      without: "opps,asc",
      accept,
      source: "CR 1",
      factor: "pfs=1\nopps=2",
      licence: "Me",
    };
    await runner.refresh({ ...inputs, cite: "the rule", note: "--apply || more" });
    expect(JSON.parse(runner.log[1]?.replace("ratebook ", "") ?? "").slice(2)).toEqual([
      "--on=2026-04-02",
      "--families=pfs",
      "--without=opps,asc",
      '--accept=a:1=it\'s "so"; $(touch x)',
      "--accept=b:2,3=`why`",
      "--source=CR 1",
      "--cite=the rule",
      "--factor=pfs=1",
      "--factor=opps=2",
      "--note=--apply || more",
      "--accept-ama-license=Me",
    ]);
  });

  it("does nothing when nothing is new", async () => {
    const runner = planned({}, { code: 0, stdout: "Nothing new.\n" });
    const { refresh, propose } = await runner.workflow();
    expect([refresh.failed, refresh.outcome, refresh.summary, propose]).toEqual([
      false,
      "nothing-new",
      "Nothing new.\n",
      undefined,
    ]);
    expect(branches(runner)).toEqual(["main"]);
  });

  it.each([1, 2, 3])("fails when CMS blocks it or a page is misread, with exit code %d, and says why", async (code) => {
    const runner = planned(APPLIED, {
      code,
      stdout: "Something is wrong.\n",
      stderr: "::warning::403\n100 % blocked\n",
    });
    const { refresh, propose } = await runner.workflow();
    expect([refresh.failed, refresh.outcome, propose]).toEqual([true, "failed", undefined]);
    expect(refresh.printed).toContain(`exit code ${code}). Whether CMS has new files is not known.`);
    expect(refresh.printed.match(/^::.*/gm)).toEqual([expect.stringContaining("%0A100 %25 blocked")]);
    expect(refresh.summary).toBe("Something is wrong.\n");
    expect(runner.artifact("report.md")).toBe("Something is wrong.\n");
    expect(runner.log).toHaveLength(2);
  });

  it.each([
    [
      "findings are left",
      { code: 1, stdout: "2026B: findings.\n", stderr: "findings are left\n" },
      "findings are left",
    ],
    ["a file is behind the licence", { code: 4, stdout: "Gated.\n" }, "read it and accept it"],
  ])("fails when %s, and shows what to type", async (_, apply, message) => {
    const runner = planned(apply);
    const { refresh, propose } = await runner.workflow();
    expect([refresh.failed, refresh.outcome, propose]).toEqual([true, "waiting", undefined]);
    expect(refresh.printed).toMatch(new RegExp(`^::error title=refresh::.*${message}`, "m"));
    expect(refresh.summary).toBe(`${apply.stdout}\n~~~~\n${READY.stderr}\n~~~~\n`);
    expect(runner.log.filter((line) => line.startsWith("gh") || line === "npm run check")).toEqual([]);
  });

  it("fails when the second look meets a problem", async () => {
    const runner = planned({ ...APPLIED, problems: [{ code: "fetch.blocked" }] });
    const { refresh, propose } = await runner.workflow();
    expect([refresh.failed, refresh.outcome, propose]).toEqual([true, "failed", undefined]);
  });

  it("proposes nothing when the checks fail on the commit, or make other files", async () => {
    const runner = planned(APPLIED);
    writeFileSync(join(runner.state, "npm.json"), JSON.stringify({ "run check": 1 }));
    expect(await runner.workflow()).toMatchObject({ refresh: { failed: true }, propose: undefined });
    const other = planned(APPLIED);
    writeFileSync(join(other.state, "npm-writes"), "out/index.json");
    const { refresh, propose } = await other.workflow();
    expect([refresh.failed, propose]).toEqual([true, undefined]);
    expect(refresh.printed).toContain("the checks made other files than the commit has");
  });

  it("says in the badge when it ran and how that ended, and keeps one badge", async () => {
    const runner = Runner.withFakeRatebook();
    for (const [outcome, said] of [
      ["nothing-new", "nothing new"],
      ["waiting", "waits for a person"],
      ["", "failed"],
    ] as const) {
      const { failed, printed } = await runner.job("badge", { "needs.refresh.outputs.outcome": outcome });
      const [, day = ""] = /^(\d{4}-\d\d-\d\d): /.exec(printed) ?? [];
      expect([failed, printed]).toEqual([false, `${day}: ${said}\n`]);
      expect(runner.git("show badges:refresh.svg")).toContain(`>${day}: ${said}</text>`);
    }
    expect(runner.git("rev-list --count badges")).toBe("1");
    expect(runner.git("rev-list --count main")).toBe("1");
  });

  it("keeps its schedule", async () => {
    const runner = Runner.withFakeRatebook();
    expect((await runner.job("alive", {})).failed).toBe(false);
    expect(runner.log).toEqual(["gh api PUT repos/owner/ratebook/actions/workflows/refresh.yml/enable"]);
  });
});

describe("what the job that may write refuses", () => {
  it.each([
    ["code", { files: { ...FILES, "scripts/ratebook.mjs": "" } }, "scripts/ratebook.mjs"],
    ["a workflow", { files: { ".github/workflows/other.yml": "on: push\n" } }, ".github/workflows/other.yml"],
    ["another document", { files: { "docs/releases.md.sh": "" } }, "docs/releases.md.sh"],
    ["a link", { links: { "sources/there": "/etc" } }, "sources/there"],
  ])("%s in the commit", async (_, change, named) => {
    const runner = planned({ ...APPLIED, ...change });
    const { refresh, propose } = await runner.workflow();
    expect([refresh.failed, propose?.failed]).toEqual([false, true]);
    expect(propose?.printed).toContain(named);
    expect([branches(runner), runner.pulls]).toEqual([["main"], []]);
  });

  it("more than one commit", async () => {
    const runner = planned(APPLIED);
    await runner.refresh();
    const work = join(runner.folder, "work");
    runner.git("switch -qc refresh/2026B", work);
    for (const name of ["one", "two"]) runner.git(`commit -q --allow-empty -m ${name}`, work);
    runner.git(`bundle create -q "${runner.folder}/artifact/refresh/changes.bundle" main..refresh/2026B`, work);
    const { failed, printed } = await runner.propose();
    expect([failed, printed]).toEqual([true, expect.stringContaining("the bundle is not one commit after")]);
  });

  it("a commit that does not follow the one that the run began with", async () => {
    const runner = planned(APPLIED);
    await runner.refresh();
    const work = join(runner.folder, "work");
    runner.git("commit -q --allow-empty -m another", work);
    runner.git(`push -q "${runner.remote}" main`, work);
    const late = await runner.propose();
    expect([late.failed, branches(runner)]).toEqual([true, ["main"]]);
  });

  it("a bundle of another branch", async () => {
    const runner = planned(APPLIED);
    await runner.refresh();
    const work = join(runner.folder, "work");
    runner.git("commit -q --allow-empty -m another", work);
    runner.git(`bundle create -q "${runner.folder}/artifact/refresh/changes.bundle" HEAD~1..main`, work);
    const { failed, printed } = await runner.propose();
    expect([failed, printed]).toEqual([true, expect.stringContaining("other branches than one of a refresh")]);
  });

  it("to replace what a person has pushed to the branch", async () => {
    const runner = planned(APPLIED);
    await runner.workflow();
    const work = join(runner.folder, "person");
    runner.git(`clone -q -b refresh/next "${runner.remote}" "${work}"`, runner.folder);
    runner.git("commit -q --allow-empty -m 'my correction'", work);
    runner.git("push -q", work);
    const theirs = pushed(runner);
    const { failed, printed } = await runner.propose();
    expect([failed, printed]).toEqual([true, expect.stringContaining("somebody has changed branch refresh/next")]);
    expect(pushed(runner)).toBe(theirs);
  });

  it("to be green when GitHub does not let it open a pull request", async () => {
    const runner = planned(APPLIED);
    writeFileSync(join(runner.state, "no-pull-requests"), "");
    const { propose } = await runner.workflow();
    expect([propose?.failed, propose?.printed]).toEqual([true, expect.stringContaining("Settings, Actions, General")]);
  });

  it("to lose the end of a text that is too long: it says where all of it is", async () => {
    const line = `${"Ä".repeat(99)}\n`;
    const runner = planned({
      ...APPLIED,
      text: `# Refresh\n\n<details><summary>Diff</summary>\n\n${line.repeat(700)}`,
    });
    expect((await runner.workflow()).propose?.failed).toBe(false);
    const body = runner.pulls[0]?.body ?? "";
    expect([body.length > 64_000, body.length <= 65_000]).toEqual([true, true]);
    expect(body).toMatch(/\nÄ{99}\n\n<\/details>\n\nThe text is cut here\. The artifact has all of it/);
  });
});
