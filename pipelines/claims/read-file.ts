import { unreadable } from "../documents/faults.ts";
import { InputFault } from "../problems/problems.ts";
import { type FileSystem, fileSystem, splitAddress } from "../read/file-system.ts";
import { responseOf } from "../read/load.ts";
import type { ReadFile } from "./built-files.ts";
import type { ClaimsSource } from "./types.ts";

function fromDisk(files: FileSystem, folder: string): ReadFile {
  return async (path) => {
    const where = `${folder}/${path}`;
    try {
      return files.readFileSync(where.startsWith("file:") ? new URL(where) : where);
    } catch (error) {
      const { code, message } = error as { readonly code?: string; readonly message: string };
      if (code === "ENOENT" || code === "ENOTDIR") return undefined;
      throw new InputFault(unreadable(path, message));
    }
  };
}

/** A server that answers for another file, or not at all, is caught by the hash. */
function fromServer(folder: string, query: string): ReadFile {
  return async (path) => {
    const response = await responseOf(`${folder}/${path}${query}`);
    if (response.status === 404) return undefined;
    if (!response.ok) throw new InputFault(unreadable(path, `the server answered ${response.status}`));
    return new Uint8Array(await response.arrayBuffer());
  };
}

/** How the files of a source are read, and its name for messages. */
export function readerOf(source: ClaimsSource): { readonly read: ReadFile; readonly where: string } {
  if (typeof source !== "string" && !(source instanceof URL)) return { read: source.read, where: "the built releases" };
  const [path, query] = splitAddress(String(source));
  const where = path.replace(/\/+$/, "");
  const files = /^https?:/.test(where) ? undefined : fileSystem();
  return { read: files === undefined ? fromServer(where, query) : fromDisk(files, where), where };
}
