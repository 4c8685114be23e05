import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { tableFile } from "../../pipelines/publish/json.ts";
import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { temporaryFolder } from "./excerpt-copy.ts";
import { forge } from "./forged.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** Columns that a hand-written document names, as the head of a published one does. */
function fileRef(name: string, columns: Readonly<Record<string, string>>): object {
  const named = Object.entries(columns).map(([field, column]) => [field, { column, heading: field }]);
  return { name, sha256: "0".repeat(64), origin: "cms", columns: Object.fromEntries(named) };
}

/** A document's head: the common fields, and its own. */
function head(schema: string, release: string, more: object): object {
  return { schema: `ratebook/${schema}`, schemaVersion: SCHEMA_VERSION, release, coverage: "excerpt", ...more };
}

/** A copy of the committed output, with additional documents that its excerpts do not have. */
export class BuiltCopy {
  readonly out: string;

  constructor(folder = temporaryFolder()) {
    this.out = join(folder, "out");
    cpSync(OUT, this.out, { recursive: true });
  }

  /** Adds a file to a release as a build does, or removes one. */
  write(release: string, path: string, bytes: string | Uint8Array | undefined): void {
    forge(this.out, release, path, bytes);
  }

  /** A table of rows. */
  table(release: string, name: string, file: string, rows: readonly object[], more: object = {}): void {
    const files = { [file]: fileRef(`${file}.csv`, { wageIndex: "C" }) };
    const { path, bytes } = tableFile(`${name}.json`, head(name, release, { ...more, files }), rows);
    this.write(release, path, bytes);
  }
}
