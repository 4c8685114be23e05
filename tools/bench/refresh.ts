import { cpSync } from "node:fs";
import { join } from "node:path";
import { median, timed } from "./run.ts";

/** A dry run with nothing new may take this much longer than Node's start. */
const TARGET_MS = 1000;
/** Families with a release; a folder of others has files that are not registered. */
const FAMILIES = ["pfs", "opps", "asc", "crosswalk"];

/**
 * Times a dry run of the refresh over a folder in which everything is registered. The first run fills the store.
 *
 * @param from folder of the downloads
 * @param folder for the store
 */
export function refreshLine(from: string, folder: string, runs: number): string {
  const downloads = join(folder, "downloads");
  for (const family of FAMILIES) cpSync(join(from, family), join(downloads, family), { recursive: true });
  const args = ["scripts/ratebook.mjs", "refresh", "--from", downloads, "--store", join(folder, "store"), "--json"];
  timed(args);
  const pairs = Array.from({ length: runs }, () => ({ ours: timed(args).wallMs, node: timed(["-e", "0"]).wallMs }));
  const over = Math.round(median(pairs.map(({ ours, node }) => ours - node)));
  return `refresh, dry run with nothing new over 17 releases: ${over} ms over node -e 0 (target ${TARGET_MS} ms)`;
}
