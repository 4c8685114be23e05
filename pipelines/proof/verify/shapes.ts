import { isDeepStrictEqual } from "node:util";
import { DOCUMENTS } from "../../../schemas/out/documents.ts";
import type { Manifest } from "../../../schemas/out/manifest.ts";
import { shapeOfPath } from "../../../schemas/out/paths.ts";
import { type DocumentHead, headFault } from "../../documents/head-fault.ts";
import { ofShape, type Parsed, parseJson } from "../../documents/parse-json.ts";
import type { Tables } from "../../documents/tables.ts";
import { publishedAmounts, publishedTotals } from "../../schedules/pfs/published.ts";
import { AMOUNT_KINDS } from "../../schedules/pfs/published-figures.ts";

/** Checks the documents of one release, in any order. */
export class ReleaseShapes {
  private readonly id: string;
  private national: Tables["national"] | undefined;
  private localities: Tables["localities"] | undefined;

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
    const json = parseJson(bytes.toString("utf8"));
    const other = this.otherDocument(path, json);
    if (other !== undefined) return other;
    const parsed = ofShape(schema, json);
    if ("why" in parsed) return parsed.why;
    if (shape === "national") this.national = parsed.value as Tables["national"];
    if (shape === "localities") this.localities = parsed.value as Tables["localities"];
    return undefined;
  }

  /** Packages and attestations have heads of other standards. */
  private otherDocument(path: string, json: Parsed<unknown>): string | undefined {
    const head = "value" in json ? (json.value as DocumentHead | null) : null;
    return head?.schema === undefined ? undefined : headFault(path, head, this.id);
  }

  /**
   * Whether the amounts in every locality are those that the manifest describes: they are computed again.
   *
   * @param expected of the manifest
   * @returns undefined when they are, or when the tables that they come from are not there or have other faults
   */
  amountsFault(expected: Manifest["localityAmounts"]): string | undefined {
    const { national, localities } = this;
    if (national === undefined || localities === undefined) return undefined;
    const computed = AMOUNT_KINDS.flatMap((kind) => {
      const amounts = publishedAmounts(kind, national, national.rows, localities.rows);
      return amounts === undefined ? [] : [publishedTotals(amounts)];
    });
    if (isDeepStrictEqual(computed, expected)) return undefined;
    return "its `localityAmounts` are not those that RVUs, GPCIs and factors give";
  }
}
