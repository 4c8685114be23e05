import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe } from "vitest";

const SHARED = new URL("../../../shared/", import.meta.url);

/** CMS's own files, when they lie beside the project. */
export const CMS_FOLDER = fileURLToPath(new URL("cms", SHARED));
/** Payment amounts that CMS published, when they lie beside the project. */
export const ORACLES_FOLDER = fileURLToPath(new URL("oracles", SHARED));

/**
 * Tests that need CMS's own files. They cannot be in the repository, so where they are not at hand the tests are
 * skipped, and a line on stderr says so.
 */
export function describeWithRealFiles(name: string, tests: () => void): void {
  const present = existsSync(CMS_FOLDER) && existsSync(ORACLES_FOLDER);
  if (!present) process.stderr.write(`SKIPPED, needs CMS's files in ../shared: ${name}\n`);
  describe.skipIf(!present)(name, tests);
}
