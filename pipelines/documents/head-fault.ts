import { codeNamedIn, shapeOfPath } from "../../schemas/out/paths.ts";
import { OLDEST_READ, SCHEMA_VERSION } from "../../schemas/version.ts";

/** The head of a document: shape, version, release and code. */
export interface DocumentHead {
  readonly schema?: string;
  readonly schemaVersion?: string;
  readonly release?: string;
  readonly hcpcs?: string;
}

/** Major and minor part; a patch changes no shape. */
function rank(version: string): number {
  const [major = Number.NaN, minor = Number.NaN] = version.split(".").map(Number);
  return major * 1000 + minor;
}

/** What is wrong with a document's version; undefined for one that is read. */
export function versionFault({ schemaVersion: version = "none" }: DocumentHead): string | undefined {
  const own = rank(version);
  if (rank(OLDEST_READ) <= own && own <= rank(SCHEMA_VERSION)) return undefined;
  return `its schemaVersion is ${version}, expected ${OLDEST_READ} to ${SCHEMA_VERSION}`;
}

/**
 * What is wrong when a document does not fit its path: another shape, version, release or code. Undefined for the right
 * one.
 *
 * @param path inside its release
 * @param release the one that the document is read for
 */
export function headFault(path: string, head: DocumentHead, release: string): string | undefined {
  const [shape, code] = [`ratebook/${shapeOfPath(path)}`, codeNamedIn(path)];
  if (head.schema !== shape) return `its schema is ${head.schema}, expected ${shape}`;
  if (head.release !== release) return `its release is ${head.release}, expected ${release}`;
  if (code !== head.hcpcs) return `its code is ${head.hcpcs}, expected ${code}`;
  return versionFault(head);
}
