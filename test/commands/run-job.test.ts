import { readdirSync } from "node:fs";
import { describe, expect, it, onTestFinished } from "vitest";
import { fault } from "../../pipelines/problems/problems.ts";
import { parseSettings } from "../../scripts/build/build-arguments.ts";
import { jobsOf } from "../../scripts/build/jobs.ts";
import { poolFor } from "../../scripts/build/pool.ts";
import { type RunContext, runJob } from "../../scripts/build/run-job.ts";
import { startWorker } from "../../scripts/build/worker.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

const options = { codes: "22511" };
const settings = parseSettings(options);

function contextOf(open: RunContext["jobs"]["open"]): RunContext {
  return { jobs: { ids: () => ["2025A", "2026A"], open }, options, settings, out: temporaryFolder() };
}

function throwing(error: unknown): RunContext {
  return contextOf(() => Promise.reject(error));
}

describe(runJob, () => {
  it.each([
    ["a fault of the input", fault("zip.empty", { file: "RVU25A.zip" }, "0 bytes", "Again"), "zip.empty", /^0 bytes$/],
    ["the system", Object.assign(new Error("ENOSPC: no space"), { syscall: "write" }), "system.error", /ENOSPC/],
    ["a mistake of ours", new TypeError("undefined is no function"), "ratebook.mistake", /TypeError[\s\S]*\n +at /],
  ])("makes an outcome of whatever goes wrong: %s", async (_, error, code, message) => {
    const context = throwing(error);
    const { id, problems } = await runJob("2025A", context, () => {});
    expect([id, problems.map((each) => each.code)]).toEqual(["2025A", [code]]);
    expect(problems[0]?.message).toMatch(message);
    expect(readdirSync(context.out)).toEqual([]);
  });
});

describe(startWorker, () => {
  it("builds releases one after another, and tells its stages", async () => {
    const out = temporaryFolder();
    const worker = await startWorker(options, out);
    onTestFinished(() => worker?.kill());
    const stages: string[] = [];
    const first = await worker?.run("2025A", (stage) => stages.push(stage));
    const second = await worker?.run("2026A", () => {});
    expect([first?.problems, second?.problems, readdirSync(out).sort()]).toEqual([[], [], ["2025A", "2026A"]]);
    expect(stages).toEqual(["locate", "read and price", "check", "publish"]);
    expect(first?.spent.pid).not.toBe(process.pid);
  });

  it("makes an outcome of a process that ends, and can be told from one that lives", async () => {
    const worker = await startWorker(options, temporaryFolder());
    const outcome = worker?.run("2025A", () => {});
    expect(worker?.isAlive()).toBe(true);
    await worker?.kill();
    const problem = { code: "release.process-ended", message: "the process that built the release ended (SIGKILL)" };
    expect(await outcome).toMatchObject({ id: "2025A", problems: [problem] });
    expect(worker?.isAlive()).toBe(false);
  });
});

describe(poolFor, () => {
  const silent = { stage: () => {}, finish: () => {}, close: () => {} };

  it("builds here what no other process can be started for", async () => {
    const { execPath } = process;
    onTestFinished(() => {
      process.execPath = execPath;
    });
    process.execPath = "/nowhere/node";
    const context = contextOf(jobsOf({}).open);
    const outcomes = await poolFor(["2025A", "2026A"], 2, context, silent).run();
    expect(outcomes.map(({ id, problems, spent }) => [id, problems, spent.pid])).toEqual([
      ["2025A", [], process.pid],
      ["2026A", [], process.pid],
    ]);
  });

  it("builds the others when one release breaks, and tells in their order", async () => {
    const { open } = jobsOf({});
    const context = contextOf((id) => (id === "2025A" ? Promise.reject(new Error("broken")) : open(id)));
    const finished: unknown[] = [];
    const progress = {
      stage: () => {},
      finish: (id: string, built: boolean) => finished.push([id, built]),
      close: () => {},
    };
    const outcomes = await poolFor(["2025A", "2026A"], 1, context, progress).run();
    expect(outcomes.map(({ id, problems }) => [id, problems.length])).toEqual([
      ["2025A", 1],
      ["2026A", 0],
    ]);
    expect(finished).toEqual([
      ["2025A", false],
      ["2026A", true],
    ]);
    expect(readdirSync(context.out)).toEqual(["2026A"]);
  });
});
