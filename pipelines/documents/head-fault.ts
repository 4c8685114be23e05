import { codeOfPath, shapeOfPath } from "../../schemas/out/paths.ts";
import { OLDEST_READ, SCHEMA_VERSION } from "../../schemas/version.ts";

/** What a document says of itself. */
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

/** Whether a document is of a version that is not read; undefined for one that is. */
export function versionFault({ schemaVersion: version = "none" }: DocumentHead): string | undefined {
  const own = rank(version);
  if (rank(OLDEST_READ) <= own && own <= rank(SCHEMA_VERSION)) return undefined;
  return `its shape is of version ${version}, expected ${OLDEST_READ} to ${SCHEMA_VERSION}`;
}

/**
 * Whether a document is another one than its place says: of another shape, version, release or code; undefined for the
 * right one.
 *
 * @param path inside its release
 * @param release the one that the document is read for
 */
export function headFault(path: string, head: DocumentHead, release: string): string | undefined {
  const [shape, code] = [`ratebook/${shapeOfPath(path)}`, codeOfPath(path)];
  if (head.schema !== shape) return `it is ${head.schema}, expected ${shape}`;
  if (head.release !== release) return `it is of release ${head.release}, expected ${release}`;
  if (code !== head.hcpcs) return `it is of code ${head.hcpcs}, expected ${code}`;
  return versionFault(head);
}
