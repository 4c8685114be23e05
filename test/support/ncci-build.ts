import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect } from "vitest";
import { type BuiltRelease, buildRelease } from "../../pipelines/build-release.ts";
import { discoverEntries } from "../../pipelines/inputs/discover-release.ts";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { assembleRelease } from "../../pipelines/inputs/registry.ts";
import { embeddedFolder } from "../../pipelines/sources/excerpts.ts";
import type { OnRequest } from "../../schemas/source/release.ts";
import { writeRelease } from "../../scripts/out/out-folder.ts";
import { writeIndex } from "../../scripts/out/out-index.ts";
import { BANNER_B_2025, FILES_2025A, temporaryFolder } from "./excerpt-copy.ts";

/** Files by their path in a folder of downloads. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder with the excerpt's Addendum B as CMS would title it in April 2025, which is not registered, and these files. */
export function folderOfApril(files: Files, folder = temporaryFolder()): string {
  const b = BANNER_B_2025 + readFileSync(join(embeddedFolder("2025A"), FILES_2025A.opps), "utf8");
  for (const [path, content] of Object.entries({ "opps/April_2025_Web_Addendum_B.csv": b, ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** The excerpt and the edits of tests have a few rows of tables of thousands. */
const FEW_ROWS = [
  ...["rows", "gone", "hole"].map((measure) => `addendum-b.${measure}`),
  ...["ncci-addon.missing", "ncci-mue-practitioner.missing"],
].map((key) => ({ check: "cross.continuity", key, reason: "an excerpt" }));

/** Builds April 2025 from a folder, with what is asked for. */
export async function buildApril(
  folder: string,
  asked: readonly OnRequest[],
  codes: readonly string[] = ["22511"],
): Promise<BuiltRelease> {
  const downloads = listDownloads(folder);
  const release = assembleRelease("2025B", await discoverEntries("2025B", downloads, { asked }), asked);
  return await buildRelease(release, downloads, {
    chooseCodes: () => codes,
    required: [],
    without: ["wage-index", "zip"],
    allowChanged: true,
    asked,
    accepted: FEW_ROWS,
    folder,
  });
}

/** The documents of a release by path: long ones share a buffer, so each is parsed at once. */
export function documentsOf({ outputs }: BuiltRelease): Map<string, unknown> {
  const parsed = new Map<string, unknown>();
  for (const { path, bytes } of outputs) parsed.set(path, JSON.parse(Buffer.from(bytes).toString("utf8")));
  return parsed;
}

/** Writes April 2025 with the NCCI edits of a folder into an output folder, beside the releases that are there. */
export async function writeApril(out: string, folder: string, codes?: readonly string[]): Promise<void> {
  const { outputs, problems } = await buildApril(folder, ["ncci", "ncci-ptp"], codes);
  expect(problems).toEqual([]);
  await writeRelease(out, "2025B", outputs);
  writeIndex(out);
}
