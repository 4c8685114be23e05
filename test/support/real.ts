import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeWith } from "./needs.ts";

const SHARED = new URL("../../../shared/", import.meta.url);

/** CMS's own files, when they are beside the project. */
export const CMS_FOLDER = fileURLToPath(new URL("cms", SHARED));
/** Payment amounts that CMS published, when they are beside the project. */
export const ORACLES_FOLDER = fileURLToPath(new URL("oracles", SHARED));

const REAL_FILES = {
  what: "CMS files at ../shared",
  isThere: existsSync(CMS_FOLDER) && existsSync(ORACLES_FOLDER),
};

/** Tests that need CMS's own files, which cannot be in the repository. */
export function describeWithRealFiles(name: string, tests: () => void): void {
  describeWith(REAL_FILES, name, tests);
}
