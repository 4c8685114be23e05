import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, sep } from "node:path";
import { UsageError } from "../program/usage-error.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
};

/** A site that this machine serves to itself. */
export interface Served {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Files below a folder, by their paths in an address. */
function filesBelow(folder: string): ReadonlyMap<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  return new Map(paths.map((path) => [path.slice(folder.length).split(sep).join("/"), path]));
}

/** Undefined for a file that is no longer there: the site was written again. */
function bytesIn(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/**
 * Serves the files of a folder on loopback, and no other file.
 *
 * @param port 0 for any that is free
 * @throws UsageError where the port is taken
 */
export async function serveFolder(folder: string, port: number): Promise<Served> {
  const files = filesBelow(folder);
  const server = createServer(({ url = "/" }, response) => {
    const [path = "/"] = url.split(/[?#]/);
    const file = files.get(path === "/" ? "/index.html" : path);
    const bytes = file === undefined ? undefined : bytesIn(file);
    if (file === undefined || bytes === undefined) return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
    response.end(bytes);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error) => reject(new UsageError(`--port: ${port} cannot be used: ${error.message}`)));
    server.listen(port, "127.0.0.1", resolve);
  });
  const { port: own } = server.address() as AddressInfo;
  const close = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return { address: `http://127.0.0.1:${own}/`, close };
}
