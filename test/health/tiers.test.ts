import { readFileSync } from "node:fs";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { TestModule } from "vitest/node";
import { TierReporter } from "../support/tier-reporter.ts";

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

type State = "passed" | "failed" | "skipped";

/** A suite or a test as vitest gives it to a reporter: its methods ask the task that they belong to. */
function taskOf(state: State, needs: string | undefined, parent: object) {
  return {
    type: "suite",
    parent,
    known: { meta: { needs }, result: { state } },
    meta() {
      return this.known.meta;
    },
    result() {
      return this.known.result;
    },
  };
}

/** A file of tests: its tier, states of tests in suites with what they need, and how often it could not be loaded. */
function moduleOf(name: string, tests: readonly (readonly [State, string?])[], faults = 0, unprepared = 0): TestModule {
  const all = tests.map(([state, needs]) => taskOf(state, undefined, taskOf(state, needs, { type: "module" })));
  const suite = { errors: () => Array.from({ length: unprepared }) };
  const children = { allTests: () => all, allSuites: () => [suite] };
  const module = { project: { name }, errors: () => Array.from({ length: faults }), children };
  return module as unknown as TestModule;
}

function printed(modules: readonly TestModule[], errors = 0): string {
  const write = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  new TierReporter().onTestRunEnd(
    modules,
    Array.from({ length: errors }, () => ({ message: "" })),
  );
  return write.mock.calls.join("");
}

describe(TierReporter, () => {
  afterEach(() => void vi.restoreAllMocks());

  it("counts the tests of each tier, and says what was skipped and why", () => {
    const slow = [
      moduleOf("slow", [["skipped", "Chromium"], ["passed"], ["skipped", "CMS files at ../shared"]]),
      moduleOf("slow", [["skipped", "Chromium"], ["skipped"]]),
    ];
    expect(printed([...slow, moduleOf("fast", [["passed"], ["passed"], ["failed"]])])).toBe(
      [
        "fast: 2 passed, 1 failed, 0 skipped",
        "4 slow tests skipped: no Chromium (2), no CMS files at ../shared (1), no reason given (1)",
        "slow: 1 passed, 0 failed, 4 skipped\n",
      ].join("\n"),
    );
  });

  it("counts a suite whose preparation failed as a failure, since its tests are skipped", () => {
    expect(printed([moduleOf("fast", [["skipped"], ["passed"]], 0, 1)])).toContain(
      "fast: 1 passed, 1 failed, 1 skipped",
    );
  });

  it("counts a file that cannot be loaded as a failure, and tells of errors outside of tests", () => {
    expect(printed([moduleOf("fast", [["passed"]], 1)], 2)).toBe(
      "2 errors outside of tests\nfast: 1 passed, 1 failed, 0 skipped\n",
    );
  });
});

describe("the three tiers", () => {
  it("are all run by CI, which counts them together", () => {
    expect(read(".ci/run")).toMatch(
      /^npm test \|[\s\S]*^npm run test:all -- --project slow \|[\s\S]*^npm run test:engines \|/m,
    );
    expect(read(".ci/run")).toContain("/^(fast|slow|engines): /");
  });
});
