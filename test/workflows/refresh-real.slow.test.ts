import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ImitationCms } from "../support/cms/imitation.ts";
import { LANDING } from "../support/cms/postings.ts";
import { ROOT } from "../support/documents.ts";
import { EarlierRepository } from "../support/earlier-registry.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";
import { zipOf } from "../support/zips.ts";
import { Runner } from "./runner.ts";

const INPUTS = { families: "pfs", without: "wage-index" };
const APRIL = { ...INPUTS, day: "2026-04-02" };
const JULY = { ...INPUTS, day: "2026-07-02" };

/** Relative values and GPCIs of a quarter, as CMS posts them, but for what a test changes. */
async function archive(id: string, change: (text: string) => string): Promise<Uint8Array> {
  const folder = join(CMS_FOLDER, "pfs", id);
  const names = readdirSync(folder).filter((name) => /^PPRRVU.*\.csv$|^GPCI2026\.csv$/.test(name));
  const text = (name: string): string => readFileSync(join(folder, name), "latin1");
  const changed = (name: string): string => (name.startsWith("PPRRVU") ? change(text(name)) : text(name));
  return await zipOf(
    Object.fromEntries(names.map((name) => [name, new Uint8Array(Buffer.from(changed(name), "latin1"))])),
  );
}

/** The professional component of 77012 no longer adds up with the technical one to the global service. */
function unequalParts(text: string): string {
  const row = /^(77012,26,.*),0\.46,,0\.46,,0\.09,2\.01,2\.01,/m;
  expect(text).toMatch(row);
  return text.replace(row, "$1,0.47,,0.47,,0.09,2.02,2.02,");
}

/** What the summary of a run gives to accept, as the input of the next run. */
function accepted(summary: string): string {
  const keys = [...summary.matchAll(/--accept "(.+)=WHY CMS IS RIGHT"/g)].map(([, key = ""]) => key);
  return keys.map((key) => `${key}=as CMS has it`).join(" || ");
}

describeWithRealFiles("the refresh on GitHub, with the program itself and an imitation of CMS", () => {
  const cms = new ImitationCms();
  beforeAll(async () => await cms.start());
  afterAll(async () => await cms.stop());

  async function post(id: string, change = (text: string) => text): Promise<void> {
    const name = `${id.toLowerCase()}.zip`;
    cms.post({ family: "pfs", id, label: id, name, bytes: await archive(id, change), gated: false });
  }

  it("is red while CMS blocks it, proposes April, then waits for a person in July, and proposes it", async () => {
    const runner = new Runner({ RATEBOOK_CMS: cms.origin, FAKE_MODULES: join(ROOT, "node_modules") });
    runner.publish(new EarlierRepository("2026A").folder);
    await post("RVU26B");
    cms.fault(LANDING.pfs, "status 403");
    const blocked = await runner.workflow(APRIL);
    expect([blocked.refresh.failed, blocked.refresh.outcome, blocked.propose]).toEqual([true, "failed", undefined]);
    expect(blocked.refresh.summary).toContain("403");

    cms.heal();
    const april = await runner.workflow(APRIL);
    expect([april.refresh.outcome, april.propose?.printed]).toEqual(["applied", "opened a pull request\n"]);
    expect(runner.pulls).toMatchObject([{ title: expect.stringContaining("2026B"), head: "refresh/next" }]);
    expect(runner.git("show refresh/next:sources/publications/pfs/RVU26B.json")).toContain("RVU26B");

    runner.git("update-ref refs/heads/main refresh/next");
    const merged = await runner.workflow(APRIL);
    expect([merged.refresh.failed, merged.refresh.outcome]).toEqual([false, "nothing-new"]);

    await post("RVU26C", unequalParts);
    const waiting = await runner.workflow(JULY);
    expect([waiting.refresh.failed, waiting.refresh.outcome]).toEqual([true, "waiting"]);
    const accept = accepted(waiting.refresh.summary);
    expect(accept).toContain("77012");
    const july = await runner.workflow({ ...JULY, accept, source: "a test" });
    expect([july.refresh.outcome, july.propose?.printed]).toEqual(["applied", "updated pull request 1\n"]);
    expect(runner.pulls).toMatchObject([{ title: expect.stringContaining("2026C") }]);
    expect(runner.git("show refresh/next:sources/exceptions.json")).toContain("as CMS has it");
  });
});
