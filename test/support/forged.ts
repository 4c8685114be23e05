import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { sha256 } from "../../pipelines/problems/sha256.ts";
import { publishAttestation } from "../../pipelines/publish/attestation.ts";
import { publishIndex, publishManifest } from "../../pipelines/publish/manifest.ts";
import type { Attestation } from "../../schemas/out/attestation.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";

/** Writes the index of the manifests and attestations in a folder. */
export function writeIndexAnew(out: string): void {
  const releases = readdirSync(out, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const built = releases.map(({ name }) => {
    const [manifest, attestation] = ["manifest.json", "attestation.intoto.json"].map((file) =>
      readFileSync(join(out, name, file)),
    ) as [Buffer, Buffer];
    const hashes = { manifestSha256: sha256(manifest), attestationSha256: sha256(attestation) };
    return { manifest: JSON.parse(String(manifest)) as Manifest, ...hashes };
  });
  writeFileSync(join(out, "index.json"), publishIndex(built).bytes);
}

/** Writes the manifest of a release, and every hash above it, as a forger who knows the chain would. */
export function forgeManifest(out: string, release: string, change: (manifest: Manifest) => Manifest): void {
  const folder = join(out, release);
  const read = <T>(name: string): T => JSON.parse(readFileSync(join(folder, name), "utf8")) as T;
  const manifest = change(read<Manifest>("manifest.json"));
  const { buildDefinition, runDetails } = read<Attestation>("attestation.intoto.json").predicate;
  const { bytes } = publishManifest(manifest);
  const attestation = publishAttestation(manifest, sha256(bytes), {
    parameters: buildDefinition.externalParameters,
    code: runDetails.builder.version.code,
  });
  writeFileSync(join(folder, "manifest.json"), bytes);
  writeFileSync(join(folder, "attestation.intoto.json"), attestation.bytes);
  writeIndexAnew(out);
}

/**
 * Adds a file to a release, or removes one, and writes every hash above it.
 *
 * @param content undefined for none
 */
export function forge(out: string, release: string, path: string, content: string | Uint8Array | undefined): void {
  const file = join(out, release, path);
  const bytes = content === undefined ? undefined : Buffer.from(content);
  mkdirSync(dirname(file), { recursive: true });
  if (bytes === undefined) rmSync(file, { force: true });
  else writeFileSync(file, bytes);
  const entry = bytes && { path, bytes: bytes.length, sha256: sha256(bytes) };
  forgeManifest(out, release, (manifest) => {
    const at = manifest.outputs.findIndex((each) => each.path === path);
    const outputs = manifest.outputs.toSpliced(at < 0 ? manifest.outputs.length : at, 1, ...(entry ? [entry] : []));
    return { ...manifest, outputs };
  });
}
