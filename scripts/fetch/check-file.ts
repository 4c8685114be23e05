import { readFileSync } from "node:fs";
import { beginsLikeZip, DIRECTORY_BYTES, directoryOf } from "../../pipelines/inputs/zip-directory.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { readHead, readTail } from "../../pipelines/problems/regular-file.ts";
import { PAGE_BYTES } from "./body.ts";
import { pageInstead } from "./refusals.ts";

/** A file that came, before it has its name. */
interface Arrived {
  readonly path: string;
  readonly address: string;
  readonly bytes: number;
  /** Whether a zip was asked for. */
  readonly isZip: boolean;
}

const AGAIN = "Run the command again. If it fails again, save the file with a browser and look at it";

const HEAD_BYTES = 256;

function refuseTooSmall({ address, bytes }: Arrived, least: number): void {
  if (bytes >= least) return;
  const message = `the file has ${bytes} bytes, expected at least ${least}`;
  throw fault("fetch.too-small", { file: address }, message, AGAIN);
}

/** A page that says it is something else: CMS's licence has come as "application/octet-stream". */
function refusePage(head: Uint8Array, { path, address }: Arrived): void {
  if (!/^\s*<(!doctype|html|head|\?xml)/i.test(Buffer.from(head).toString("latin1"))) return;
  throw pageInstead(address, readFileSync(path).subarray(0, PAGE_BYTES).toString("utf8"));
}

/** A zip begins with its first member and ends with the list of all. */
function refuseOtherThanZip(head: Uint8Array, { path, address, bytes }: Arrived): void {
  if (!beginsLikeZip(head)) {
    const message = "the file does not begin like a zip archive, expected the bytes 50 4B 03 04";
    throw fault("fetch.not-a-zip", { file: address }, message, AGAIN);
  }
  if (directoryOf(readTail(path, DIRECTORY_BYTES), bytes).length > 0) return;
  const message = "the archive has no readable list of its members at its end: a part of it is missing";
  throw fault("fetch.damaged-zip", { file: address }, message, AGAIN);
}

/**
 * Refuses a file that is not what was asked for: its kind, its size.
 *
 * @throws InputFault that says what came instead
 */
export function checkFile(arrived: Arrived, least: number): void {
  refuseTooSmall(arrived, least);
  const head = readHead(arrived.path, HEAD_BYTES);
  refusePage(head, arrived);
  if (arrived.isZip) refuseOtherThanZip(head, arrived);
}
