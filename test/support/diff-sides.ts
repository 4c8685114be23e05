import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { readSide, type Side } from "../../pipelines/answers/diff/side.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { NationalRow } from "../../schemas/out/national.ts";
import type { Origin, Role } from "../../schemas/source/release.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));

/** The embedded releases as sides of a diff. */
export const A = readSide(join(OUT, "2025A"));
export const B = readSide(join(OUT, "2026A"));

type File = Manifest["publications"][number]["files"][number];

/** A side whose file of a role is of another origin. */
export function withOrigin(side: Side, role: Role, origin: Origin): Side {
  const changed = (file: File): File =>
    file.id === role && file.excerptOf !== undefined ? { ...file, excerptOf: { ...file.excerptOf, origin } } : file;
  const publications = side.manifest.publications.map((each) => ({ ...each, files: each.files.map(changed) }));
  return { ...side, manifest: { ...side.manifest, publications } };
}

/** A side with fields of one row of the relative value file replaced. */
export function withFee(side: Side, hcpcs: string, fields: Partial<NationalRow>): Side {
  return { ...side, pfs: side.pfs?.map((row) => (row.hcpcs === hcpcs ? { ...row, ...fields } : row)) };
}
