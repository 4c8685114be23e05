import { join } from "node:path";
import { ATTESTATION_FILE } from "../../../schemas/out/attestation.ts";
import type { Problem } from "../../../schemas/place.ts";
import { readUnpinned } from "../../documents/pinned-file.ts";
import type { OutputFile } from "../../publish/json.ts";
import { differs } from "./finding.ts";
import type { PinnedRelease } from "./pinned-release.ts";

/** The result of a comparison with a second build. */
export interface Rebuilt {
  readonly compared: number;
  readonly equal: number;
  /** Code that the attestation names, where other code made the second build, which cannot prove it. */
  readonly attestedCode: string | undefined;
  readonly findings: readonly Problem[];
}

function firstDifference(left: Uint8Array, right: Uint8Array): number {
  const shorter = Math.min(left.length, right.length);
  for (let at = 0; at < shorter; at += 1) if (left[at] !== right[at]) return at;
  return shorter;
}

/**
 * Compares a release byte by byte with a second build of it.
 *
 * The attestation names the code that built it, so it is compared when both builds are by the same code. The rest of
 * it follows from the manifest, which is compared.
 *
 * @param outputs of the second build
 * @param code hash of the code that made the second build
 */
export function compareRebuilt(
  out: string,
  { id, manifest, attestation }: PinnedRelease,
  outputs: Iterable<OutputFile>,
  code: string,
): Rebuilt {
  const { code: attested } = attestation.predicate.runDetails.builder.version;
  const sameCode = attested === code;
  const unseen = new Set(manifest.outputs.map(({ path }) => path));
  const findings: Problem[] = [];
  let compared = 0;
  for (const { path, bytes } of outputs) {
    if (path === ATTESTATION_FILE && !sameCode) continue;
    compared += 1;
    unseen.delete(path);
    const seen = readUnpinned(join(out, id, path));
    if (seen === undefined) findings.push(differs(`${id}/${path}`, "a second build makes it, but it is missing"));
    else if (Buffer.compare(seen, bytes) !== 0)
      findings.push(
        differs(`${id}/${path}`, `it differs from a second build, first at byte ${firstDifference(seen, bytes)}`),
      );
  }
  const equal = compared - findings.length;
  findings.push(...[...unseen].map((path) => differs(`${id}/${path}`, "a second build does not make it")));
  return { compared, equal, attestedCode: sameCode ? undefined : (attested ?? "none"), findings };
}
