import { existsSync } from "node:fs";
import { openOutput } from "../../pipelines/documents/output.ts";
import { preferStandIn } from "../../pipelines/inputs/available.ts";
import type { Download } from "../../pipelines/inputs/downloads.ts";
import { isRegistered, ownEntry, registeredRelease, releaseName } from "../../pipelines/inputs/registry.ts";
import { InputFault } from "../../pipelines/problems/problems.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import { type Coverage, isOnRequest, type Publication } from "../../schemas/source/release.ts";

/** A release of an output folder, and whether it was built from the files that are registered now. */
export interface BuiltFrom {
  readonly release: string;
  readonly coverage: Coverage;
  readonly asRegistered: boolean;
}

type BuiltPublication = Manifest["publications"][number];

/** An excerpt counts as the file that it was taken from. */
function isFrom({ archive, files }: BuiltPublication, { archive: pinned, files: pins }: Publication): boolean {
  if (archive !== null && archive.sha256 === pinned?.sha256) return true;
  return files.every((file) => {
    const hash = file.excerptOf?.sha256 ?? file.sha256;
    return pins.some(({ sha256 }) => sha256 === hash);
  });
}

function isAsRegistered({ release, coverage, publications }: Manifest, downloads: readonly Download[]): boolean {
  if (!isRegistered(release)) return false;
  const asked = publications.flatMap(({ family }) => (isOnRequest(family) ? [family] : []));
  if (asked.some((family) => ownEntry(releaseName(release), family) === undefined)) return false;
  const registered = registeredRelease(release, preferStandIn(downloads), asked).publications;
  const isSame = (built: BuiltPublication): boolean => {
    const now = registered.find(({ label }) => label === built.label);
    return now !== undefined && isFrom(built, now);
  };
  const hasAll = registered.every(({ label }) => publications.some((built) => built.label === label));
  return publications.every(isSame) && (hasAll || coverage !== "whole");
}

/** Where built releases are looked for when no option says it. */
export function builtFolder(): string {
  return existsSync("out-local") ? "out-local" : "out";
}

/**
 * The releases of an output folder.
 *
 * @param out undefined for the usual folder, where nothing need have been built
 * @param downloads that decide whether CMS's file or what stands in for it is the registered one
 * @throws InputFault when a folder that was named has no release, or its documents are not as built
 */
export function builtReleases(out: string | undefined, downloads: readonly Download[]): BuiltFrom[] {
  try {
    const output = openOutput(out ?? builtFolder());
    return output.releases.map((each) => {
      const { manifest } = output.open(each);
      const { release, coverage } = manifest;
      return { release, coverage, asRegistered: isAsRegistered(manifest, downloads) };
    });
  } catch (error) {
    const isNothing = error instanceof InputFault && error.problem.code === "out.not-built";
    if (out === undefined && isNothing) return [];
    throw error;
  }
}
