import { readFileSync } from "node:fs";
import { fault } from "../../pipelines/problems/problems.ts";

/**
 * Reads a file that an option names. May be a pipe: `--volumes /dev/stdin` reads the output of another program.
 *
 * @throws InputFault when it cannot be read
 */
export function readNamed(option: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const message = `cannot read ${path}: ${(error as Error).message}`;
    throw fault("file.not-found", { file: option }, message, "Name a file that exists and that you may read");
  }
}
