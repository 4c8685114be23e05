import type { ServerResponse } from "node:http";
import type { Asked, Content, Reply } from "./faults.ts";

function isUnchanged({ etag, lastModified }: Content, { headers }: Asked): boolean {
  const { "if-none-match": none, "if-modified-since": since } = headers;
  if (none !== undefined) return etag !== undefined && String(none).split(/,\s*/).includes(etag);
  return since !== undefined && since === lastModified;
}

/** First byte of the part that is asked for; a part ends with the file. Undefined where the whole is sent. */
function firstByte({ etag, lastModified }: Content, { headers }: Asked): number | undefined {
  const { range, "if-range": sameAs } = headers;
  const [, first] = /^bytes=(\d+)-$/.exec(String(range)) ?? [];
  if (first === undefined) return undefined;
  const isSame = sameAs === undefined || (sameAs === etag && !etag.startsWith("W/")) || sameAs === lastModified;
  return isSame ? Number(first) : undefined;
}

/** What a server without faults sends: conditions first, then parts, as RFC 9110 has it. */
export function reply(content: Content, asked: Asked): Reply {
  const { bytes, type, etag, lastModified } = content;
  const headers = {
    "content-type": type,
    ...(etag !== undefined && { etag }),
    ...(lastModified !== undefined && { "last-modified": lastModified }),
  };
  if (content.conditions && isUnchanged(content, asked)) return { status: 304, headers, body: Buffer.of() };
  const first = content.ranges ? firstByte(content, asked) : undefined;
  if (first === undefined) return { status: 200, headers, body: bytes };
  const total = bytes.length;
  if (first >= total) {
    return { status: 416, headers: { ...headers, "content-range": `bytes */${total}` }, body: Buffer.of() };
  }
  const range = `bytes ${first}-${total - 1}/${total}`;
  return { status: 206, headers: { ...headers, "content-range": range }, body: bytes.subarray(first) };
}

/** Sends the body piece by piece, each after what the event loop has to do. */
function trickle(response: ServerResponse, body: Uint8Array, piece: number, then: () => void): void {
  if (body.length === 0) then();
  else
    response.write(body.subarray(0, piece), () => {
      setImmediate(() => trickle(response, body.subarray(piece), piece, then));
    });
}

function withLength({ status, headers, body }: Reply): Record<string, string> {
  const hasOwn = "content-length" in headers || "transfer-encoding" in headers || status === 304;
  return hasOwn ? { ...headers } : { ...headers, "content-length": String(body.length) };
}

/** Sends an answer, or as much of it as its faults leave. */
export function send(response: ServerResponse, answer: Reply): void {
  const { status, body, cut, piece = body.length, silent } = answer;
  if (silent === "before the answer") return;
  if (cut === -1) return void response.destroy();
  response.strictContentLength = false;
  response.writeHead(status, withLength(answer));
  response.flushHeaders();
  const { socket } = response;
  const isShort = silent === "in the body";
  const sent = isShort ? body.subarray(0, Math.floor(body.length / 2)) : body.subarray(0, cut);
  trickle(response, sent, Math.max(piece, 1), () => {
    if (cut !== undefined) return void response.destroy();
    if (isShort) return;
    response.end(() => {
      // After a wrong length the connection has no next answer
      if (Number(answer.headers["content-length"] ?? body.length) !== body.length) socket?.end();
    });
  });
}
