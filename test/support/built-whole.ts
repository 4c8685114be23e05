import { existsSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { lockFolder } from "../../scripts/out/lock.ts";
import { ratebook } from "./command.ts";
import { CMS_FOLDER } from "./real.ts";

/** The output folder of releases built from CMS's own files, each once a run: tests share it and change nothing in it. */
export async function builtWhole(...ids: readonly string[]): Promise<string> {
  const [turn, out] = ["turn", "out"].map((name) => join(inject("runFolder"), name)) as [string, string];
  const lock = await lockFolder(turn, () => {});
  try {
    const missing = ids.filter((id) => !existsSync(join(out, id)));
    const releases = missing.flatMap((id) => ["--release", id]);
    if (missing.length === 0) return out;
    const { status, stderr } = ratebook(["--from", CMS_FOLDER, ...releases, "--out", out, "--quiet"]);
    if (status !== 0) throw new Error(`ratebook ended with ${status}: ${stderr}`);
    return out;
  } finally {
    lock.release();
  }
}
