import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describeWith } from "./needs.ts";

const SHARED = new URL("../../../shared/", import.meta.url);

/** CMS's own files, and reconstructions of some. */
export const SHARED_FOLDER = fileURLToPath(SHARED);
/** CMS's own files, if they are next to the project. */
export const CMS_FOLDER = fileURLToPath(new URL("cms", SHARED));
/** Payment amounts that CMS published, if they are next to the project. */
export const ORACLES_FOLDER = fileURLToPath(new URL("oracles", SHARED));

/** Payment amounts and exports of the Look-Up Tool that were found in November 2026. */
export const FOUND_ORACLES_FOLDER = fileURLToPath(new URL("found-2026-11/oracles", SHARED));

/** The addenda of the CY 2025 OPPS final rule. */
export const RULE_FOLDER = fileURLToPath(new URL("found-2026-11/opps-final-rule-2025", SHARED));

const REAL_FILES = {
  what: "CMS files at ../shared",
  isThere: existsSync(CMS_FOLDER) && existsSync(ORACLES_FOLDER),
};

/** Tests that need CMS's own files, which cannot be in the repository. */
export function describeWithRealFiles(name: string, tests: () => void): void {
  describeWith(REAL_FILES, name, tests);
}

const FOUND_ORACLES = {
  what: "CMS files at ../shared with those of found-2026-11",
  isThere: REAL_FILES.isThere && existsSync(FOUND_ORACLES_FOLDER),
};

/** Tests that also need the files found later. */
export function describeWithFoundOracles(name: string, tests: () => void): void {
  describeWith(FOUND_ORACLES, name, tests);
}

/** NCCI edits of 2026 that were found in November 2026. */
export const FOUND_NCCI_FOLDER = fileURLToPath(new URL("found-2026-11/ncci", SHARED));

const FOUND_NCCI = {
  what: "CMS files at ../shared with the NCCI edits of found-2026-11",
  isThere: REAL_FILES.isThere && existsSync(FOUND_NCCI_FOLDER),
};

/** Tests that need CMS's NCCI edits. */
export function describeWithNcci(name: string, tests: () => void): void {
  describeWith(FOUND_NCCI, name, tests);
}
