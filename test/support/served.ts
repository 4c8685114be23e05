import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".html": "text/html",
};

/** Serves a folder to this machine alone, compressed; counts the bytes. */
export async function served(folder: string) {
  const sent = { bytes: 0 };
  const server = createServer(({ url = "/" }, response) => {
    const path = join(folder, url.endsWith("/") ? `${url}index.html` : url);
    if (!existsSync(path)) return void response.writeHead(404).end();
    const body = gzipSync(readFileSync(path));
    sent.bytes += body.length;
    response.writeHead(200, { "content-type": TYPES[extname(path)] ?? "text/plain", "content-encoding": "gzip" });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}/`, sent, close: () => server.close() };
}
