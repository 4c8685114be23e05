import { readFileSync } from "node:fs";
import { fault } from "../../pipelines/problems/problems.ts";

/**
 * Reads a file that an option names. A pipe is read to its end: `--volumes /dev/stdin` takes what another program prints.
 *
 * @throws InputFault when it cannot be read
 */
export function readNamed(option: string, path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const message = `${path} cannot be read: ${(error as Error).message}`;
    throw fault("file.not-found", { file: option }, message, "Name a file that you may read");
  }
}
