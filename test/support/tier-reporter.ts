import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from "vitest/node";

/** Results of the tests of one tier. */
interface Tally {
  passed: number;
  failed: number;
  skipped: number;
  /** Number of skipped tests by missing need. */
  readonly needs: Map<string, number>;
}

function needOf(task: TestCase | TestSuite): string {
  return task.meta().needs ?? (task.parent.type === "suite" ? needOf(task.parent) : "reason given");
}

/** A module that cannot be loaded has no tests, and those of a suite whose preparation failed count as skipped. */
function faultsOutsideTests(module: TestModule): number {
  return (
    module.errors().length + [...module.children.allSuites()].reduce((sum, suite) => sum + suite.errors().length, 0)
  );
}

function tallyOf(modules: readonly TestModule[]): Tally {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0, needs: new Map() };
  for (const module of modules) {
    tally.failed += faultsOutsideTests(module);
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state !== "pending") tally[state] += 1;
      if (state === "skipped") tally.needs.set(needOf(test), (tally.needs.get(needOf(test)) ?? 0) + 1);
    }
  }
  return tally;
}

function linesOf(tier: string, { passed, failed, skipped, needs }: Tally): string[] {
  const reasons = [...needs].map(([what, count]) => `no ${what} (${count})`).join(", ");
  const why = skipped === 0 ? [] : [`${skipped} ${tier} tests skipped: ${reasons}`];
  return [...why, `${tier}: ${passed} passed, ${failed} failed, ${skipped} skipped`];
}

/** Ends a run with the counts of each tier, and says what was skipped and why. */
export class TierReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly SerializedError[]): void {
    const tiers = [...new Set(modules.map(({ project }) => project.name))].sort();
    const lines = tiers.flatMap((tier) =>
      linesOf(tier, tallyOf(modules.filter(({ project }) => project.name === tier))),
    );
    if (errors.length > 0) lines.unshift(`${errors.length} errors outside of tests`);
    process.stdout.write(`${lines.join("\n")}\n`);
  }
}
