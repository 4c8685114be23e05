import { existsSync, readFileSync } from "node:fs";
import { BuiltFiles } from "../../pipelines/claims/built-files.ts";
import { FetchedReleases } from "../../pipelines/claims/fetched-documents.ts";
import { openOutput } from "../../pipelines/documents/output.ts";
import { openFolder } from "../../pipelines/documents/release-folder.ts";
import { MANIFEST_FILE } from "../../pipelines/documents/release-index.ts";
import { claimsFolder } from "../../pipelines/pack/claims-folder.ts";
import { openCells } from "../../pipelines/read/cells.ts";
import { openRelease } from "../../pipelines/read/index.ts";
import { releaseInputs } from "../../pipelines/read/inputs.ts";
import type { Movement } from "../../pipelines/reports/views/movements.ts";
import type { VolumesRelease } from "../../pipelines/website/browser/reader-side.ts";
import { type ComparedAmount, type ComparedSide, hasMoved } from "../../pipelines/website/browser/two-sides.ts";
import type { ClaimsOfSite } from "../../pipelines/website/browser/volumes-answer.ts";
import { siteVolumes } from "../../pipelines/website/release-parts.ts";

/** A release in an output folder as the site compares it; in a locality, or nationally. */
export async function siteSide(out: string, id: string, locality = "national"): Promise<ComparedSide> {
  const reader = JSON.parse(readFileSync(`${out}/${id}/reader.json`, "utf8")) as object;
  const release = await openRelease(reader);
  const placeTitle = release.localities.find(({ key }) => key === locality)?.name ?? locality;
  return { release, inputs: releaseInputs(release, reader), locality, placeTitle };
}

/** A release in an output folder as the site opens it for a file of volumes. */
export async function volumesRelease(out: string, id: string): Promise<VolumesRelease> {
  const json = (part: string) => JSON.parse(readFileSync(`${out}/${id}/${part}.json`, "utf8")) as object;
  const [reader, zips] = [json("reader"), existsSync(`${out}/${id}/reader-zips.json`) && json("reader-zips")];
  const release = await openRelease(reader, zips === false ? {} : { zips });
  const cells = await openCells(release, json("reader-cells"));
  const documents = openFolder(`${out}/${id}`);
  const { manifest, manifestSha256 } = documents;
  const beside = siteVolumes({ manifest, manifestSha256, document: (path) => documents.bytesOf(path) });
  return { release, inputs: releaseInputs(release, reader), cells, beside };
}

/** What claims of releases in an output folder are priced from, as the site reads it. */
export function claimsOfSite(out: string, ...ids: readonly string[]): ClaimsOfSite {
  const toPack = openOutput(out).releases.flatMap((entry) => {
    if (!ids.includes(entry.release)) return [];
    const documents = openFolder(`${out}/${entry.release}`);
    const bytesOf = (path: string) => (path === MANIFEST_FILE ? documents.manifestBytes() : documents.bytesOf(path));
    return [{ entry, manifest: documents.manifest, document: bytesOf }];
  });
  const bytes = new Map([...claimsFolder(toPack)].map((file) => [file.path, file.bytes]));
  const files = new BuiltFiles(async (path) => bytes.get(path));
  return { files, built: new FetchedReleases(files) };
}

type Named = Pick<ComparedAmount, "hcpcs" | "modifier" | "schedule">;

/** The row and the schedule of an amount. */
function amountName({ hcpcs, modifier, schedule }: Named): string {
  return `${hcpcs} ${modifier} ${schedule}`;
}

/** An amount that moved, as a diff has it: the site has no weights, so that it does not split rates. */
function asOnSite({ schedule, amount, isNa }: Movement) {
  const { from, to, change, percent, effects, na } = amount;
  const isSplit = schedule === "office" || schedule === "facility";
  return { from, to, change, percent, na, isNa, effects: isSplit ? effects : null };
}

/** Names of the amounts for which the site and a diff of the same releases do not say the same. */
export function unlikeDiff(site: readonly ComparedAmount[], diff: readonly Movement[]): string[] {
  const text = (each: Movement): string => JSON.stringify(asOnSite(each));
  const ours = new Map(site.filter(hasMoved).map((each) => [amountName(each), text(each)]));
  const theirs = new Map(diff.map((each) => [amountName(each), text(each)]));
  return [...new Set([...ours.keys(), ...theirs.keys()])].filter((name) => ours.get(name) !== theirs.get(name));
}
