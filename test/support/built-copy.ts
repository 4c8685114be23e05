import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256, sha256OfBlocks } from "../../pipelines/problems/sha256.ts";
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

/** A bulk document of amounts by locality. */
interface Bulk {
  readonly name: string;
  readonly rule: string;
  readonly lines: readonly {
    hcpcs: string;
    modifier: string;
    row: number;
    nonFacility: string[];
    facility: string[];
  }[];
}

/** A copy of the committed output, with additional documents that its excerpts do not have. */
export class BuiltCopy {
  readonly out = join(temporaryFolder(), "out");

  constructor() {
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

  /** A bulk file and its index, in the shape of `locality-amounts`, for the localities of that one. */
  bulk(release: string, { name, rule, lines }: Bulk): void {
    const texts = lines.map((line) => JSON.stringify(line));
    const offsets = texts.map((_, at) => texts.slice(0, at).reduce((sum, text) => sum + text.length + 1, 0));
    const index = lines.map(({ hcpcs, modifier }, at) => ({
      hcpcs,
      modifier,
      offset: offsets[at],
      bytes: texts[at]?.length,
    }));
    const ours = readFileSync(join(this.out, release, "locality-amounts.index.json"), "utf8");
    const { files, localities } = JSON.parse(ours) as { files: object; localities: string[] };
    const rules = { [rule]: { title: rule, formula: rule, cites: [] } };
    const content = Buffer.from(`${texts.join("\n")}\n`);
    // Blocks far shorter than a line, so that each line is in many
    const blocks = { blockBytes: 100, sha256: sha256OfBlocks(content, 100) };
    const bulkFile = { path: `${name}.ndjson`, bytes: content.length, sha256: sha256(content), blocks };
    const about = head("locality-amounts-index", release, { bulkFile, files, rules, localities });
    const { path, bytes } = tableFile(`${name}.index.json`, about, index, "lines");
    this.write(release, path, bytes);
    this.write(release, `${name}.ndjson`, content);
  }

  /** How many localities the release has. */
  localities(release: string): string[] {
    const text = readFileSync(join(this.out, release, "locality-amounts.index.json"), "utf8");
    return (JSON.parse(text) as { localities: string[] }).localities;
  }
}
