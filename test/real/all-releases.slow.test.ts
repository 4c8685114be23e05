import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { availableRevisions } from "../../pipelines/inputs/available.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { jobsOf } from "../../scripts/build/jobs.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Files that the folder holds in two postings: OPPS 2020Q1 and 2022Q4, ASC 2025Q1, the GPCIs of RVU26B. */
const REVISIONS = ["2020A-opps1", "2022D-opps1", "2025A-asc2", "2026B-pfs1"];

describeWithRealFiles("the whole archive", () => {
  it("takes in the other revisions whose files lie there", () => {
    const ids = jobsOf({ from: CMS_FOLDER, allReleases: true }).ids();
    expect(ids.filter((id) => id.includes("-"))).toEqual(REVISIONS);
    const downloads = listDownloads(CMS_FOLDER);
    const without = downloads.filter((each) => !each.path.includes("2022"));
    expect(availableRevisions("2022D", downloads)).toEqual(["2022D-opps1"]);
    expect(availableRevisions("2022D", without)).toEqual([]);
  });

  it("leaves whole releases, their index and no process behind when it is interrupted", async () => {
    const out = temporaryFolder();
    const args = ["scripts/ratebook.mjs", "--all-releases", "--from", CMS_FOLDER, "--out", out, "--jobs", "2"];
    const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ["ignore", "ignore", "pipe"] });
    const exit = once(child, "exit");
    const said: string[] = [];
    child.stderr.setEncoding("utf8").on("data", (text: string) => said.push(text));
    const names = (): string[] => readdirSync(out);
    while (!names().includes("2009A") || !names().some((name) => name.endsWith(".part"))) await pause(5);
    const workers = names().flatMap((name) => /\.(\d+)\.part$/.exec(name)?.[1] ?? []);
    child.kill("SIGTERM");
    expect(await exit).toEqual([143, null]);
    expect(said.join("")).toMatch(/interrupted; \d of 17 releases were built/);
    const index = JSON.parse(readFileSync(`${out}/index.json`, "utf8")) as { releases: { release: string }[] };
    expect(names().sort()).toEqual([...index.releases.map((each) => each.release), "index.json"]);
    for (const pid of workers) expect(() => process.kill(Number(pid), 0)).toThrow(/ESRCH/);
  });
});
