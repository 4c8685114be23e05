import { gzipSync } from "node:zlib";
import { licencePage, NOTICES } from "./pages.ts";

/** What is behind an address, before anybody asks for it. */
export interface Content {
  readonly bytes: Uint8Array;
  readonly type: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Whether a part can be asked for. */
  readonly ranges: boolean;
  /** Whether a condition, such as If-None-Match, is obeyed. */
  readonly conditions: boolean;
}

/** What is sent. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Bytes of the body after which the connection is reset. */
  readonly cut?: number;
  /** Bytes of one piece, each sent on its own; all at once when not given. */
  readonly piece?: number;
  /** Where the server falls silent, with the connection open. */
  readonly silent?: "before the answer" | "in the body";
}

/** What was asked. */
export interface Asked {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** One thing that can go wrong: with the content, or with what is sent of it. */
interface Fault {
  readonly content?: (content: Content) => Content;
  readonly reply?: (reply: Reply, asked: Asked) => Reply;
}

function status(code: number, headers: Readonly<Record<string, string>> = {}): Fault {
  const body = Buffer.from(NOTICES.error);
  return { reply: () => ({ status: code, headers: { "content-type": "text/html", ...headers }, body }) };
}

function html(text: (path: string) => string, type = "text/html; charset=UTF-8"): Fault {
  return {
    reply: (_, { path }) => ({ status: 200, headers: { "content-type": type }, body: Buffer.from(text(path)) }),
  };
}

function header(name: string, value: (reply: Reply) => string): Fault {
  return { reply: (reply) => ({ ...reply, headers: { ...reply.headers, [name]: value(reply) } }) };
}

function half({ length }: Uint8Array): number {
  return Math.floor(length / 2);
}

function compressed({ body, ...reply }: Reply): Reply {
  const small = gzipSync(body);
  const headers = { ...reply.headers, "content-encoding": "gzip", "content-length": String(small.length) };
  return { ...reply, headers, body: small };
}

/** Only an answer with status 206 is changed, as when a cache between CMS and us is wrong. */
function partial(change: (reply: Reply) => Reply): Fault {
  return { reply: (reply) => (reply.status === 206 ? change(reply) : reply) };
}

function partialWith(name: string, value: (before: string) => string): Fault {
  return partial((reply) => ({ ...reply, headers: { ...reply.headers, [name]: value(reply.headers[name] ?? "") } }));
}

/** Where the redirects of a test lead to. */
export const MOVED_TO = "/files/zip/moved.zip";
/** A host that is not CMS; nobody answers there, since nobody may ask. */
const OTHER_HOST = "https://downloads.example.com";

/** Every fault that the imitation of CMS knows. */
export const FAULTS = {
  "redirect within": status(302, { location: `https://www.cms.gov${MOVED_TO}` }),
  "redirect to another host": status(302, { location: `${OTHER_HOST}/files/zip/a.zip` }),
  "redirect in a loop": { reply: (_, { path }) => ({ status: 301, headers: { location: path }, body: Buffer.of() }) },
  "redirect to nowhere": status(302),
  "redirect that accepts the licence": status(302, { location: `${MOVED_TO}?agree=yes&next=Accept` }),
  "redirect to the licence": {
    reply: (_, { path }) => ({ status: 302, headers: { location: `/license/ama?file=${path}` }, body: Buffer.of() }),
  },
  "status 403": status(403),
  "status 404": status(404),
  "status 418": status(418),
  "status 429": status(429, { "retry-after": "7" }),
  "status 500": status(500),
  "status 503": status(503),
  "retry after a day": status(503, { "retry-after": "86400" }),
  "retry after a date": status(503, {
    date: "Sun, 29 Nov 2026 12:00:00 GMT",
    "retry-after": "Sun, 29 Nov 2026 12:00:09 GMT",
  }),
  "slow trickle": { reply: (reply) => ({ ...reply, piece: 16 }) },
  "no answer": { reply: (reply) => ({ ...reply, silent: "before the answer" }) },
  "silence in the body": { reply: (reply) => ({ ...reply, silent: "in the body" }) },
  "reset before the answer": { reply: (reply) => ({ ...reply, cut: -1 }) },
  "reset in the body": { reply: (reply) => ({ ...reply, cut: half(reply.body) }) },
  "length too large": header("content-length", ({ body }) => String(body.length + 9)),
  "length too small": header("content-length", ({ body }) => String(body.length - 9)),
  "no length": header("transfer-encoding", () => "chunked"),
  "truncated zip": { content: (content) => ({ ...content, bytes: content.bytes.subarray(0, half(content.bytes)) }) },
  "other bytes": {
    content: ({ bytes, ...content }) => ({
      ...content,
      bytes: Buffer.concat([bytes, Buffer.of(0)]),
      etag: '"of other bytes"',
      lastModified: "Mon, 31 Aug 2026 12:00:00 GMT",
    }),
  },
  "no bytes": { content: (content) => ({ ...content, bytes: Buffer.of() }) },
  "not a zip": { content: (content) => ({ ...content, bytes: Buffer.from("%PDF-1.7 of another kind") }) },
  "weak etag": { content: (content) => ({ ...content, etag: `W/${content.etag}` }) },
  "last-modified alone": { content: (content) => ({ ...content, etag: undefined }) },
  "no validators": { content: (content) => ({ ...content, etag: undefined, lastModified: undefined }) },
  "conditions ignored": { content: (content) => ({ ...content, conditions: false }) },
  "not modified, unasked": status(304),
  "ranges ignored": { content: (content) => ({ ...content, ranges: false }) },
  "range that begins elsewhere": partialWith("content-range", (range) => range.replace(/\d+/, "0")),
  "range of another total": partialWith("content-range", (range) => range.replace(/\d+$/, "99999999")),
  "range without its place": partialWith("content-range", () => "bytes"),
  "range of another etag": partialWith("etag", () => '"of other bytes"'),
  "range that is compressed": partial(compressed),
  "range that nobody asked for": {
    reply: (reply) => ({ ...reply, status: 206, headers: { ...reply.headers, "content-range": "bytes 0-9/10" } }),
  },
  "status 416": {
    reply: (reply, { headers }) => (headers["range"] ? { ...reply, status: 416, body: Buffer.of() } : reply),
  },
  "licence page": html(licencePage),
  "error page": html(() => NOTICES.error),
  "maintenance page": html(() => NOTICES.maintenance),
  "another page": html(() => NOTICES.other),
  "page that says it is a zip": html(() => NOTICES.error, "application/zip"),
  gzip: { reply: compressed },
  "gzip that is none": header("content-encoding", () => "gzip"),
  "unknown encoding": header("content-encoding", () => "zstd"),
  cookie: header("set-cookie", () => "session=1; Path=/"),
} satisfies Record<string, Fault>;

export type FaultName = keyof typeof FAULTS;

/** Both halves of a fault, whichever it has. */
export function faultNamed(name: FaultName): Fault {
  return FAULTS[name];
}
