import { SCHEMA_VERSION } from "../../schemas/version.ts";
import { ReaderError } from "./reader-error.ts";

/** The first fields of a document. */
export interface Head {
  readonly schema: string;
  readonly schemaVersion: string;
  readonly release: string;
}

function majorOf(version: string): number {
  return Number(version.split(".")[0]);
}

/**
 * A parsed document as one of ratebook's.
 *
 * @param schema the name that it must have
 * @param where its address, for messages
 * @throws ReaderError for any other document, and for shapes that this version does not read
 */
export function documentOf<Document extends Head>(json: unknown, schema: string, where: string): Document {
  const head = json as Partial<Head> | null;
  const isDocument = typeof head?.schema === "string" && typeof head.schemaVersion === "string";
  if (!isDocument || head.schema !== schema || typeof head.release !== "string") {
    const seen = isDocument ? `is ${head.schema}` : "is no document of ratebook";
    throw new ReaderError("foreign-document", `${where} ${seen}, and ${schema} was expected`);
  }
  const version = String(head.schemaVersion);
  if (majorOf(version) !== majorOf(SCHEMA_VERSION)) {
    const [age, cure] =
      majorOf(version) > majorOf(SCHEMA_VERSION)
        ? ["newer", "update ratebook"]
        : ["older", "build the release again, or use an earlier ratebook"];
    const message = `${where} has shapes ${version}, ${age} than ${SCHEMA_VERSION}, which this reader reads: ${cure}`;
    throw new ReaderError("other-shapes", message);
  }
  return json as Document;
}

/** Refuses a document whose parts do not fit each other: it was cut, edited, or its fields are of other kinds. */
export class Checker {
  private readonly where: string;

  /** @param where address of the document, for messages */
  constructor(where: string) {
    this.where = where;
  }

  /** The error that refuses the document. */
  damaged(what: string): ReaderError {
    return new ReaderError("damaged-document", `${this.where} is damaged: ${what}`);
  }

  /** Throws unless it holds. */
  holds(condition: boolean, what: string): void {
    if (!condition) throw this.damaged(what);
  }

  /** A list, of a length where one is given. */
  list<Value>(value: readonly Value[], what: string, length?: number): readonly Value[] {
    this.holds(Array.isArray(value), `${what} is not a list`);
    if (length !== undefined && value.length !== length)
      throw this.damaged(`${what} has ${value.length} entries instead of ${length}`);
    return value;
  }

  /** A list of integers from 0, of any size that is exact. */
  whole(value: readonly number[], what: string, length?: number): readonly number[] {
    const list = this.list(value, what, length);
    const wrong = list.findIndex((each) => !Number.isSafeInteger(each) || each < 0);
    if (wrong >= 0) throw this.damaged(`${what} has ${list[wrong]} as entry ${wrong}`);
    return list;
  }

  /** A list of integers from 0, each below a limit, as an array for arithmetic. */
  integers(value: readonly number[], what: string, { length, below = 2 ** 31 }: Sizes = {}): Int32Array {
    const list = this.list(value, what, length);
    const integers = new Int32Array(list.length);
    for (let at = 0; at < integers.length; at += 1) {
      const each = list[at] as number;
      if (!Number.isInteger(each) || each < 0 || each >= below)
        throw this.damaged(`${what} has ${each} as entry ${at}`);
      integers[at] = each;
    }
    return integers;
  }
}

interface Sizes {
  readonly length?: number;
  readonly below?: number;
}
