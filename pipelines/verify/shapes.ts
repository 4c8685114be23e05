import type { z } from "zod";
import { DOCUMENTS, shapeOfPath } from "../../schemas/out/documents.ts";
import type { LocalityAmountsIndex } from "../../schemas/out/localities.ts";

/** The first of what is wrong says enough: the rest is usually the same in other rows. */
const SHOWN = 3;
const LINE_END = 0x0a;

function wrong(error: z.ZodError): string {
  const shown = error.issues
    .slice(0, SHOWN)
    .map(({ path, message }) => `at /${path.map(String).join("/")}: ${message}`);
  const more = error.issues.length > SHOWN ? `; and ${error.issues.length - SHOWN} more` : "";
  return `${shown.join("; ")}${more}`;
}

function parseJson(text: string): { value: unknown } | { why: string } {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return { why: `no JSON: ${(error as Error).message}` };
  }
}

function faultOf(schema: z.ZodType, text: string): string | undefined {
  const json = parseJson(text);
  if ("why" in json) return json.why;
  const result = schema.safeParse(json.value);
  return result.success ? undefined : wrong(result.error);
}

function lineFault(schema: z.ZodType, text: string): string | undefined {
  const lines = text.split("\n");
  if (lines.pop() !== "") return "the last line has no end";
  for (const [at, line] of lines.entries()) {
    const why = faultOf(schema, line);
    if (why !== undefined) return `line ${at + 1} ${why}`;
  }
  return undefined;
}

/** Whether every line of a bulk file stands where its index says, and there is no other. */
function indexFault({ lines }: Pick<LocalityAmountsIndex, "lines">, bulk: Buffer): string | undefined {
  let end = 0;
  for (const { hcpcs, modifier, offset, bytes } of lines) {
    const start = `{"hcpcs":"${hcpcs}","modifier":"${modifier}",`;
    const line = bulk.subarray(offset, offset + bytes).toString("latin1");
    if (offset !== end || !line.startsWith(start) || bulk[offset + bytes] !== LINE_END)
      return `the line of ${hcpcs}${modifier === "" ? "" : ` ${modifier}`} does not stand at byte ${offset}`;
    end = offset + bytes + 1;
  }
  return end === bulk.length ? undefined : `the index ends at byte ${end} of ${bulk.length}`;
}

/** Looks at the documents of one release, in the order in which they were built: a bulk file before its index. */
export class ReleaseShapes {
  private bulk: { readonly path: string; readonly bytes: Buffer } | undefined;

  /**
   * What is wrong with a document's shape; undefined when it is what `schemas/out` describes.
   *
   * @param path inside its release
   */
  faultOf(path: string, bytes: Buffer): string | undefined {
    const schema = DOCUMENTS[shapeOfPath(path)];
    if (schema === undefined) return "no document of ratebook has this name";
    const text = bytes.toString("utf8");
    if (path.endsWith(".ndjson")) {
      this.bulk = { path, bytes };
      return lineFault(schema, text);
    }
    const why = faultOf(schema, text);
    return why === undefined && path === this.bulk?.path.replace(/ndjson$/, "index.json")
      ? indexFault(JSON.parse(text), this.bulk.bytes)
      : why;
  }
}
