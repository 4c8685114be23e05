import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";

/** One thing that lies in an output folder. */
export interface TreeEntry {
  /** Path inside the folder, with forward slashes on every system. */
  readonly path: string;
  /** False for links, sockets and the like, which no build makes. */
  readonly isFile: boolean;
}

function entriesOf(folder: string, within: string): TreeEntry[] {
  const entries: Dirent[] = readdirSync(join(folder, within), { withFileTypes: true });
  return entries.flatMap((entry) => {
    const path = within === "" ? entry.name : `${within}/${entry.name}`;
    if (!entry.isDirectory()) return [{ path, isFile: entry.isFile() }];
    const inside = entriesOf(folder, path);
    return inside.length === 0 ? [{ path: `${path}/`, isFile: false }] : inside;
  });
}

/** Everything in a folder, hidden files, links and empty folders included, sorted by path. */
export function outputTree(out: string): TreeEntry[] {
  return entriesOf(out, "").sort((left, right) => (left.path < right.path ? -1 : 1));
}
