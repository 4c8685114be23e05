import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { DOCUMENTS } from "../../../schemas/out/documents.ts";
import type { LocalityAmountsIndex } from "../../../schemas/out/localities.ts";
import { shapeOfPath } from "../../../schemas/out/paths.ts";
import { type DocumentHead, headFault } from "../../documents/head-fault.ts";
import { ofShape, type Parsed, parseJson } from "../../documents/parse-json.ts";
import { sha256OfBlocks } from "../../problems/sha256.ts";

const LINE_END = 0x0a;

function lineFault(schema: z.ZodType, text: string): string | undefined {
  const lines = text.split("\n");
  if (lines.pop() !== "") return "the last line has no line end";
  for (const [at, line] of lines.entries()) {
    const parsed = ofShape(schema, parseJson(line));
    if ("why" in parsed) return `line ${at + 1} ${parsed.why}`;
  }
  return undefined;
}

/** Whether every line of a bulk file is where its index says, there is no other, and the hashes of blocks match. */
function placeFault({ lines, bulkFile }: LocalityAmountsIndex, bulk: Buffer): string | undefined {
  const { blocks } = bulkFile;
  if (blocks !== undefined && !isDeepStrictEqual(sha256OfBlocks(bulk, blocks.blockBytes), blocks.sha256))
    return "its hashes are not those of the bulk file's blocks";
  let end = 0;
  for (const { hcpcs, modifier, offset, bytes } of lines) {
    const start = `{"hcpcs":"${hcpcs}","modifier":"${modifier}",`;
    const line = bulk.subarray(offset, offset + bytes).toString("latin1");
    if (offset !== end || !line.startsWith(start) || bulk[offset + bytes] !== LINE_END)
      return `the line of ${hcpcs}${modifier === "" ? "" : ` ${modifier}`} does not begin at byte ${offset}`;
    end = offset + bytes + 1;
  }
  return end === bulk.length ? undefined : `the index ends at byte ${end} of ${bulk.length}`;
}

/** What is wrong, and with which file. */
export interface Misshapen {
  readonly path: string;
  readonly why: string;
}

/** Checks the documents of one release, in any order. */
export class ReleaseShapes {
  private readonly id: string;
  private readonly bulk = new Map<string, Buffer>();
  private readonly indexes = new Map<string, LocalityAmountsIndex>();

  constructor(id: string) {
    this.id = id;
  }

  /**
   * What is wrong with a document's shape; undefined when it is as `schemas/out` describes.
   *
   * @param path inside its release
   */
  faultOf(path: string, bytes: Buffer): string | undefined {
    const shape = shapeOfPath(path) ?? "";
    const schema = Object.hasOwn(DOCUMENTS, shape) ? DOCUMENTS[shape] : undefined;
    if (schema === undefined) return "no document of ratebook has this name";
    const text = bytes.toString("utf8");
    if (path.endsWith(".ndjson")) {
      this.bulk.set(path, bytes);
      return lineFault(schema, text);
    }
    const json = parseJson(text);
    const other = this.otherDocument(path, json);
    if (other !== undefined) return other;
    const parsed = ofShape(schema, json);
    if ("why" in parsed) return parsed.why;
    if (shape === "locality-amounts-index") this.indexes.set(path, parsed.value as LocalityAmountsIndex);
    return undefined;
  }

  /** Packages and attestations have heads of other standards. */
  private otherDocument(path: string, json: Parsed<unknown>): string | undefined {
    const head = "value" in json ? (json.value as DocumentHead | null) : null;
    return head?.schema === undefined ? undefined : headFault(path, head, this.id);
  }

  /** Bulk files and indexes that do not belong together, when all documents have been checked. */
  pairFaults(): Misshapen[] {
    const indexOf = (path: string): string => path.replace(/ndjson$/, "index.json");
    const alone = [...this.bulk.keys()].filter((path) => !this.indexes.has(indexOf(path)));
    const pairs = [...this.indexes].flatMap(([path, index]): Misshapen[] => {
      const bulk = this.bulk.get(index.bulkFile.path);
      const fits = indexOf(index.bulkFile.path) === path;
      const why = bulk === undefined || !fits ? "its bulk file is missing" : placeFault(index, bulk);
      return why === undefined ? [] : [{ path, why }];
    });
    return [...alone.map((path) => ({ path, why: "it has no index" })), ...pairs];
  }
}
