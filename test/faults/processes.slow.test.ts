import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TimingReport } from "../../scripts/build/timings.ts";
import { ratebook, startRatebook } from "../support/command.ts";
import { temporaryFolder } from "../support/excerpt-copy.ts";

describe("the command line, in processes", () => {
  it("builds one release into one folder twice at once: one whole release, its manifest in the index", async () => {
    const out = temporaryFolder();
    const runs = Array.from({ length: 3 }, () => startRatebook(["--out", out, "--release", "2026A", "--quiet"]).ended);
    expect(await Promise.all(runs)).toEqual([0, 0, 0]);
    expect(readdirSync(out).sort()).toEqual(["2026A", "index.json"]);
    const manifest = readFileSync(join(out, "2026A", "manifest.json"));
    const hash = createHash("sha256").update(manifest).digest("hex");
    expect(readFileSync(join(out, "index.json"), "utf8")).toContain(hash);
  });

  it("builds in processes of its own where several are asked for, started from the same launcher", () => {
    const processes = (jobs: string): number => {
      const { stderr } = ratebook(["--out", temporaryFolder(), "--jobs", jobs, "--quiet", "--timings"]);
      return (JSON.parse(stderr) as TimingReport).processes;
    };
    expect(processes("1")).toBe(1);
    // Two, where the first process had built both releases before the second was ready; otherwise three.
    expect(processes("2")).toBeGreaterThan(1);
  });
});
