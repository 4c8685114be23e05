import { type FileSystem, fileSystem, splitAddress } from "./file-system.ts";
import { ReaderError } from "./reader-error.ts";
import type { ReleaseSource } from "./types.ts";

/** A document that was found, and its address for messages. */
export interface LoadedJson {
  readonly json: unknown;
  readonly where: string;
}

/** The address of a document: the source itself, or the file of that name in the folder that it is. */
export function addressOf(source: string | URL, name: string): string {
  const [path, query] = splitAddress(String(source));
  return (path.endsWith(".json") ? path : `${path.replace(/\/+$/, "")}/${name}.json`) + query;
}

/** The address of another document in the same folder. */
export function besides(address: string, name: string): string {
  const [path, query] = splitAddress(address);
  return path.replace(/[^/]*$/, `${name}.json`) + query;
}

function parsed(text: string, where: string): LoadedJson {
  try {
    return { json: JSON.parse(text), where };
  } catch (error) {
    const message = `${where} is not JSON, or it was cut: ${(error as Error).message}`;
    throw new ReaderError("not-json", message);
  }
}

/** Asks a server: the only place of the readers that does. */
export function responseOf(address: string): Promise<Response> {
  return fetch(address);
}

async function fetched(where: string): Promise<string> {
  const response = await responseOf(where).catch((error: Error) => {
    throw new ReaderError("not-found", `${where} could not be loaded: ${error.message}`);
  });
  if (!response.ok) throw new ReaderError("not-found", `${where} could not be loaded: status ${response.status}`);
  return response.text();
}

function readFile(files: FileSystem, where: string): string {
  try {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(
      files.readFileSync(where.startsWith("file:") ? new URL(where) : where),
    );
  } catch (error) {
    throw new ReaderError("not-found", `${where} could not be read: ${(error as Error).message}`);
  }
}

/**
 * Loads a document from a folder, a URL or a file, or takes it as it is.
 *
 * @param name of the document, without its ending
 * @throws ReaderError when it is not there or is not JSON
 */
export async function load(source: ReleaseSource, name: string): Promise<LoadedJson> {
  if (typeof source !== "string" && !(source instanceof URL)) return { json: source, where: `the ${name} document` };
  const where = addressOf(source, name);
  const files = /^https?:/.test(where) ? undefined : fileSystem();
  return parsed(files === undefined ? await fetched(where) : readFile(files, where), where);
}
