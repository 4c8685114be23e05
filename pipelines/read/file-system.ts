/** The part of Node that reads files. */
export interface FileSystem {
  readonly readFileSync: (path: string | URL) => Uint8Array;
}

/**
 * Node's file system, undefined in a browser. Node gives it at run time, so that no bundler looks for a module that a
 * browser does not have.
 */
export function fileSystem(): FileSystem | undefined {
  const { process: node } = globalThis as { process?: { getBuiltinModule?: (name: string) => FileSystem } };
  return node?.getBuiltinModule?.("node:fs");
}

/** A path, and the query behind it: a signed URL has one. */
const PARTS = /^([^?#]*)(.*)$/s;

/** An address without its query, and the query; a path of a file has none. */
export function splitAddress(address: string): readonly [path: string, query: string] {
  const [, path = "", query = ""] = /^https?:/.test(address) ? (PARTS.exec(address) ?? []) : ["", address];
  return [path, query];
}
