import type { Manifest } from "../../schemas/out/manifest.ts";
import { READER_PARTS, type SitePart, type SiteVolumes } from "./site-index.ts";

/** A built release, wherever its documents are. */
export interface ReleaseParts {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  /** The bytes of a document by its path; undefined where the release has none. */
  readonly document: (path: string) => Uint8Array | undefined;
}

function rowsOf<Row>(document: Uint8Array | undefined): readonly Row[] | null {
  if (document === undefined) return null;
  return (JSON.parse(new TextDecoder().decode(document)) as { readonly rows: readonly Row[] }).rows;
}

/** What a file of volumes is compared by, beside the rows of its codes. */
export function siteVolumes({ manifest, manifestSha256, document }: ReleaseParts): SiteVolumes {
  return {
    schema: "ratebook/site-volumes",
    ...{ release: manifest.release, manifest, manifestSha256 },
    localities: rowsOf(document("localities.json")),
    counties: rowsOf(document("counties.json")),
  };
}

/** The documents of a release that every site loads. */
export function* releaseParts(of: ReleaseParts): Generator<[SitePart, Uint8Array]> {
  for (const part of READER_PARTS) {
    const bytes = of.document(`${part}.json`);
    if (bytes !== undefined) yield [part, bytes];
  }
  yield ["volumes", new TextEncoder().encode(JSON.stringify(siteVolumes(of)))];
}
