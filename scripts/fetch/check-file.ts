import { closeSync, openSync, readFileSync } from "node:fs";
import { DIRECTORY_BYTES, directoryOf } from "../../pipelines/inputs/zip-directory.ts";
import { fault } from "../../pipelines/problems/problems.ts";
import { readBytes, readTail } from "../../pipelines/problems/regular-file.ts";
import { PAGE_BYTES } from "./body.ts";
import { pageInstead } from "./refusals.ts";

/** What is known of a file before it comes. */
export interface Expectation {
  readonly sha256?: string;
  readonly bytes?: number;
}

/** A file that came, before it has its name. */
interface Arrived {
  readonly path: string;
  readonly address: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Whether a zip was asked for. */
  readonly isZip: boolean;
}

const AGAIN = "Run the command again. If it fails again, save the file with a browser and look at it";
const REPLACED = "CMS may have replaced the file under the same address: compare the two, and register the new one";

/** The first bytes of the first member of a zip. */
const MEMBER = Buffer.from("PK\x03\x04");
const HEAD_BYTES = 256;

function refuseTooSmall({ address, bytes }: Arrived, least: number): void {
  if (bytes >= least) return;
  const message = `the file has ${bytes} bytes, expected at least ${least}`;
  throw fault("fetch.too-small", { file: address }, message, AGAIN);
}

function refuseOtherLength({ address, bytes }: Arrived, expected: Expectation): void {
  if (expected.bytes === undefined || expected.bytes === bytes) return;
  const message = `the file has ${bytes} bytes, expected ${expected.bytes}`;
  throw fault("fetch.length", { file: address }, message, REPLACED);
}

function headOf(path: string): Buffer {
  const descriptor = openSync(path, "r");
  try {
    return readBytes(descriptor, 0, HEAD_BYTES);
  } finally {
    closeSync(descriptor);
  }
}

/** A page that says it is something else: CMS's licence has come as "application/octet-stream". */
function refusePage(head: Buffer, { path, address }: Arrived): void {
  if (!/^\s*<(!doctype|html|head|\?xml)/i.test(head.toString("latin1"))) return;
  throw pageInstead(address, readFileSync(path).subarray(0, PAGE_BYTES).toString("utf8"));
}

/** A zip begins with its first member and ends with the list of all. */
function refuseOtherThanZip(head: Buffer, { path, address, bytes }: Arrived): void {
  if (!head.subarray(0, MEMBER.length).equals(MEMBER)) {
    const message = "the file does not begin like a zip archive, expected the bytes 50 4B 03 04";
    throw fault("fetch.not-a-zip", { file: address }, message, AGAIN);
  }
  if (directoryOf(readTail(path, DIRECTORY_BYTES), bytes).length > 0) return;
  const message = "the archive has no readable list of its members at its end: a part of it is missing";
  throw fault("fetch.damaged-zip", { file: address }, message, AGAIN);
}

function refuseOtherBytes({ address, sha256 }: Arrived, expected: Expectation): void {
  if (expected.sha256 === undefined || expected.sha256 === sha256) return;
  const message = `the file has other bytes than the known ones: sha256 ${sha256}, expected ${expected.sha256}`;
  throw fault("fetch.other-bytes", { file: address }, message, REPLACED);
}

/**
 * Refuses a file that is not what was asked for: its kind, its size, its known bytes.
 *
 * @throws InputFault that says what came instead
 */
export function checkFile(arrived: Arrived, least: number, expected: Expectation): void {
  refuseTooSmall(arrived, least);
  const head = headOf(arrived.path);
  refusePage(head, arrived);
  if (arrived.isZip) refuseOtherThanZip(head, arrived);
  refuseOtherLength(arrived, expected);
  refuseOtherBytes(arrived, expected);
}
