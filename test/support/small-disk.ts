import { spawnSync } from "node:child_process";
import { mkdtempSync, rmdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A small file system that is soon full. */
export interface SmallDisk {
  readonly folder: string;
  readonly resize: (kilobytes: number) => void;
  readonly unmount: () => void;
}

function run(command: string, ...args: readonly string[]): boolean {
  return spawnSync(command, args).status === 0;
}

/** Mounts one in memory; undefined where that is not allowed. */
export function mountSmallDisk(kilobytes: number): SmallDisk | undefined {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-disk-"));
  if (!run("mount", "-t", "tmpfs", "-o", `size=${kilobytes}k`, "tmpfs", folder)) {
    rmdirSync(folder);
    return undefined;
  }
  return {
    folder,
    resize: (to) => run("mount", "-o", `remount,size=${to}k`, folder),
    unmount: () => {
      run("umount", folder);
      rmdirSync(folder);
    },
  };
}
