import { accessSync, constants, statfsSync } from "node:fs";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { TierReporter } from "./test/support/tier-reporter.ts";

const SLOW = "test/**/*.slow.test.ts";
const ENGINES = "test/engines/*.engines.test.ts";
const PYTHON = "test/support/engines/python.ts";
const RUN_FOLDER = "test/support/run-folder.ts";
/**
 * A function is optimised after six times as much work as usual: most run for a moment and in one test, and a fifth of
 * the processor time went into making them faster.
 */
const OPTIMISED_LATER = "--interrupt-budget=400000";
/** A folder in memory, which Linux has. */
const IN_MEMORY = "/dev/shm";
/** Many times what the fast tests have there at once. */
const ROOM = 2 ** 31;

/**
 * Where fast tests put their temporary folders, unless somebody says where. They make and remove 15,000 files, and a disk
 * looks for a place among those that were just removed.
 */
function temporaryPlace(): { TMPDIR?: string } {
  if (process.env["TMPDIR"] !== undefined) return {};
  try {
    accessSync(IN_MEMORY, constants.W_OK);
    const { bavail, bsize } = statfsSync(IN_MEMORY);
    return bavail * bsize > ROOM ? { TMPDIR: IN_MEMORY } : {};
  } catch {
    return {};
  }
}

/** A slow machine is no failure, only a test that hangs is. */
const HANGS_MS = 20 * 60_000;

/** Files that take a minute begin first, so that no processor waits at the end for one that came last. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification): boolean =>
      /(mutations|proof|killed|refresh[\w-]*|parity|corruption|volumes-of[\w-]*|reader|bring-your-own)\.slow/.test(
        moduleId,
      );
    const sorted = await super.sort(files);
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}

/**
 * Three tiers: `npm test` runs the fast one, `npm run test:engines` that of other engines, `npm run test:all` all. A test
 * is slow when it needs CMS's own files, a browser, an installed package, processes to kill, or megabytes. A test of the
 * engines tier runs SQL in DuckDB, PostgreSQL or Spark, or reads tables with Python; its files run one after another,
 * since each takes all processors. Its name says so, and renaming a file moves it.
 *
 * Tests share one process for each processor, because loading every module again for each file takes longer than most
 * tests do.
 */
export default defineConfig({
  test: {
    reporters: ["default", new TierReporter()],
    sequence: { sequencer: LongestFirst },
    testTimeout: HANGS_MS,
    hookTimeout: HANGS_MS,
    maxWorkers: "100%",
    projects: [
      {
        extends: true,
        test: {
          name: "fast",
          include: ["test/**/*.test.ts"],
          exclude: [SLOW, ENGINES],
          isolate: false,
          execArgv: [OPTIMISED_LATER],
          env: temporaryPlace(),
          globalSetup: RUN_FOLDER,
        },
      },
      { extends: true, test: { name: "slow", include: [SLOW], isolate: false, globalSetup: RUN_FOLDER } },
      {
        extends: true,
        test: { name: "engines", include: [ENGINES], globalSetup: [RUN_FOLDER, PYTHON], fileParallelism: false },
      },
    ],
  },
});
