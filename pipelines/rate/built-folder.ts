import { closeSync, existsSync, openSync, readFileSync, readSync } from "node:fs";
import { join } from "node:path";
import { Manifest, ReleaseIndex } from "../../schemas/out/manifest.ts";
import { fault } from "../shared/problems.ts";
import { type TableDocument, tableDocument } from "./table-document.ts";

/** One release of an output folder, as its index names it. */
export type BuiltRelease = ReleaseIndex["releases"][number];

/** The documents of one built release, each read when it is asked for and then kept. */
export interface BuiltDocuments {
  readonly release: BuiltRelease;
  readonly manifest: () => Manifest;
  /** A published table; undefined when the release was built without its source. */
  readonly table: (name: string, list?: "rows" | "lines") => TableDocument | undefined;
  /** One line of a bulk file; nothing else of the file is read. */
  readonly bulkLine: (name: string, offset: number, bytes: number) => unknown;
}

/** The releases in an output folder, by name; throws InputFault when nothing was built there. */
export function builtReleases(out: string): readonly BuiltRelease[] {
  const path = join(out, "index.json");
  if (existsSync(path)) return ReleaseIndex.parse(JSON.parse(readFileSync(path, "utf8"))).releases;
  throw fault(
    "out.not-built",
    { file: path },
    "no release has been built there",
    "Build one with `npm start`, or name another folder with --out",
  );
}

function readBytes(path: string, offset: number, bytes: number): Buffer {
  const file = openSync(path, "r");
  try {
    const buffer = Buffer.alloc(bytes);
    const read = readSync(file, buffer, 0, bytes, offset);
    return buffer.subarray(0, read);
  } finally {
    closeSync(file);
  }
}

/** Opens one built release of an output folder. */
export function builtDocuments(out: string, release: BuiltRelease): BuiltDocuments {
  const tables = new Map<string, TableDocument | undefined>();
  const pathOf = (name: string): string => join(out, release.release, name);
  const open = (name: string, list: "rows" | "lines"): TableDocument | undefined =>
    existsSync(pathOf(name)) ? tableDocument(readFileSync(pathOf(name), "utf8"), list) : undefined;
  return {
    release,
    manifest: () => Manifest.parse(JSON.parse(readFileSync(pathOf("manifest.json"), "utf8"))),
    table: (name, list = "rows") => {
      if (!tables.has(name)) tables.set(name, open(name, list));
      return tables.get(name);
    },
    bulkLine: (name, offset, bytes) => JSON.parse(readBytes(pathOf(name), offset, bytes).toString("utf8")),
  };
}
