import { buildRelease } from "../../pipelines/build-release.ts";
import { differs } from "../../pipelines/verify/finding.ts";
import { compareRebuilt, type Rebuilt } from "../../pipelines/verify/rebuilt.ts";
import type { PinnedRelease } from "../../pipelines/verify/release-files.ts";
import { jobsOf } from "../build/jobs.ts";
import { codeHash } from "../program/code-hash.ts";

/** Where the files of whole releases lie. */
interface RebuildArguments {
  readonly from?: string;
  readonly pick?: readonly string[];
}

/** Embedded releases are built again from the repository's own excerpts, whole ones from the folder of downloads. */
function jobsFor({ id, manifest, attestation }: PinnedRelease, { from, pick }: RebuildArguments) {
  const { allowUnpinned } = attestation.predicate.buildDefinition.externalParameters;
  const folder = manifest.coverage === "whole" && from !== undefined ? { from } : {};
  return jobsOf({ release: [id], ...folder, allowUnpinned, ...(pick && { pick }) });
}

/**
 * Builds a release again in memory, as its attestation says that it was built, and compares every byte.
 *
 * @throws InputFault when the release cannot be put together
 */
export async function rebuild(out: string, release: PinnedRelease, options: RebuildArguments): Promise<Rebuilt> {
  const { codes, format, allowUnpinned } = release.attestation.predicate.buildDefinition.externalParameters;
  const code = codeHash();
  const { release: entry, downloads } = await jobsFor(release, options).open(release.id);
  const built = await buildRelease(entry, downloads, {
    chooseCodes: () => codes,
    required: [],
    allowUnpinned,
    format: format ?? undefined,
    folder: options.from,
    code,
  });
  if (built.problems.length === 0) return compareRebuilt(out, release, built.outputs, code);
  const why = `it cannot be built again: ${built.problems.map(({ code: kind, message }) => `${kind}: ${message}`).join("; ")}`;
  return { compared: 0, equal: 0, findings: [differs(`${release.id}/`, why)] };
}
