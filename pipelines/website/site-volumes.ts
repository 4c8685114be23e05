import type { Manifest } from "../../schemas/out/manifest.ts";
import type { SiteVolumes } from "./site-index.ts";

/** A release as its manifest pins it. */
interface PinnedManifest {
  readonly manifest: Manifest;
  readonly manifestSha256: string;
}

/**
 * What a file of volumes is compared by, beside the rows of its codes.
 *
 * @param rows of `localities.json` and `counties.json`; undefined where the release was built without them
 */
export function siteVolumes(
  { manifest, manifestSha256 }: PinnedManifest,
  rows: { readonly [Name in "localities" | "counties"]: NonNullable<SiteVolumes[Name]> | undefined },
): SiteVolumes {
  const { localities = null, counties = null } = rows;
  return { schema: "ratebook/site-volumes", release: manifest.release, manifest, manifestSha256, localities, counties };
}
