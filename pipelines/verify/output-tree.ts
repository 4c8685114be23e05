import { type Dirent, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../schemas/place.ts";
import { unreadable } from "./finding.ts";

/** One thing that lies in an output folder. */
interface TreeEntry {
  /** Path inside the folder, with forward slashes on every system; of an empty folder with one at its end. */
  readonly path: string;
  /** False for links, sockets, pipes and the like, which no build makes. */
  readonly isFile: boolean;
}

/** More than any document of a release: the largest bulk file has 30 MB. */
const LARGEST_BYTES = 1024 * 1024 * 1024;

/**
 * An output folder as it lies there. Only regular files of it are ever opened: a link leads elsewhere, and a pipe would
 * be waited for without end.
 */
export class OutputTree {
  readonly entries: readonly TreeEntry[];
  private readonly out: string;
  private readonly files: ReadonlySet<string>;

  /** @param findings receives folders that cannot be listed */
  constructor(out: string, findings: Problem[]) {
    this.out = out;
    this.entries = entriesOf(out, "", findings).sort((left, right) => (left.path < right.path ? -1 : 1));
    this.files = new Set(this.entries.flatMap(({ path, isFile }) => (isFile ? [path] : [])));
  }

  /** Whether a regular file lies there. */
  has(path: string): boolean {
    return this.files.has(path);
  }

  /** How large a file is, without reading it. */
  sizeOf(path: string): number {
    return statSync(join(this.out, path)).size;
  }

  /** Bytes of a file; undefined when it is no regular file, or cannot be read, which is a finding. */
  read(path: string, findings: Problem[]): Buffer | undefined {
    if (!this.has(path)) return undefined;
    try {
      if (this.sizeOf(path) <= LARGEST_BYTES) return readFileSync(join(this.out, path));
      findings.push(unreadable(path, `it is larger than ${LARGEST_BYTES} bytes, and no document is`));
    } catch (error) {
      findings.push(unreadable(path, (error as Error).message));
    }
    return undefined;
  }
}

function listed(folder: string, within: string, findings: Problem[]): Dirent[] {
  try {
    return readdirSync(join(folder, within), { withFileTypes: true });
  } catch (error) {
    findings.push(unreadable(`${within}/`, (error as Error).message));
    return [];
  }
}

function entriesOf(folder: string, within: string, findings: Problem[]): TreeEntry[] {
  return listed(folder, within, findings).flatMap((entry) => {
    const path = within === "" ? entry.name : `${within}/${entry.name}`;
    if (!entry.isDirectory()) return [{ path, isFile: entry.isFile() }];
    const inside = entriesOf(folder, path, findings);
    return inside.length === 0 ? [{ path: `${path}/`, isFile: false }] : inside;
  });
}
