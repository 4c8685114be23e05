import { pipeline, type Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { fault } from "../../pipelines/problems/problems.ts";
import { faultOfNetwork, headerOf } from "./network-faults.ts";
import type { Reply } from "./requests.ts";

/** Bytes of a page, the longest of CMS's has 0.3 MB. */
export const PAGE_BYTES = 4 * 1024 * 1024;

/** Whether the bytes of a body are those of the file: neither compressed nor otherwise changed on the way. */
export function isAsItIs({ headers }: Reply): boolean {
  return ["", "identity"].includes(headerOf(headers, "content-encoding") ?? "");
}

/** Content-Length, where it counts the file's own bytes. */
export function lengthOf(reply: Reply): number | undefined {
  const length = headerOf(reply.headers, "content-length");
  return length === undefined || !isAsItIs(reply) ? undefined : Number(length);
}

/** A server may compress what we asked for as it is. */
function uncompressed(reply: Reply): Readable {
  if (isAsItIs(reply)) return reply.body;
  const encoding = headerOf(reply.headers, "content-encoding") ?? "";
  // The error of either stream ends the loop that reads the last one
  if (/^(x-)?gzip$/i.test(encoding)) return pipeline(reply.body, createGunzip(), () => {});
  void reply.body.dump();
  const message = `CMS sent the answer in the encoding "${encoding}", expected none or gzip`;
  throw fault("fetch.encoding", { file: reply.address }, message, "Run the command again, or save the file yourself");
}

/** Refuses what is larger than anything that CMS publishes. */
export function refuseTooLarge(address: string, bytes: number, most: number): void {
  if (bytes <= most) return;
  const message = `the answer has ${bytes} bytes or more; the limit is ${most}`;
  const cure = "CMS's files are far smaller: check what is at the address";
  throw fault("fetch.too-large", { file: address }, message, cure);
}

/**
 * The pieces of a body, uncompressed.
 *
 * @param before bytes of the file that came in earlier tries
 * @param most bytes of the whole file
 * @throws PassingFailure when the connection fails, InputFault for more than `most` bytes
 */
export async function* piecesOf(reply: Reply, most: number, before = 0): AsyncGenerator<Uint8Array> {
  const length = lengthOf(reply);
  const total = length === undefined ? undefined : before + length;
  let received = before;
  try {
    for await (const piece of uncompressed(reply) as AsyncIterable<Uint8Array>) {
      received += piece.length;
      refuseTooLarge(reply.address, received, most);
      yield piece;
    }
  } catch (error) {
    throw faultOfNetwork(error, reply.address, { received, total });
  }
}

/** The text of a page. */
export async function bodyText(reply: Reply): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of piecesOf(reply, PAGE_BYTES)) pieces.push(piece);
  return new TextDecoder().decode(Buffer.concat(pieces));
}
