import { type Dirent, readdirSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../../schemas/place.ts";
import { unreadable } from "../../documents/faults.ts";
import { InputFault } from "../../problems/problems.ts";

/** One entry of an output folder. */
interface TreeEntry {
  /** Path inside the folder, with forward slashes on every system; that of an empty folder ends with one. */
  readonly path: string;
  /** False for links, sockets, pipes and the like, which builds never make. */
  readonly isFile: boolean;
}

/** An output folder as it is, and the problems found in it. */
export class OutputTree {
  readonly findings: Problem[] = [];
  readonly entries: readonly TreeEntry[];
  private readonly out: string;

  /** Lists the folder; folders that cannot be listed are findings. */
  constructor(out: string) {
    this.out = out;
    this.entries = entriesOf(out, "", this.findings).sort((left, right) => (left.path < right.path ? -1 : 1));
  }

  /**
   * Runs a step on a file; an InputFault becomes a finding, and the step yields undefined.
   *
   * @param path inside the folder: it names the file in findings
   * @param step gets the file's whole path
   */
  collecting<T>(path: string, step: (file: string) => T): T | undefined {
    try {
      return step(join(this.out, path));
    } catch (error) {
      if (!(error instanceof InputFault)) throw error;
      this.findings.push({ ...error.problem, place: { file: path } });
      return undefined;
    }
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
