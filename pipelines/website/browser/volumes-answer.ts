import type { PortfolioDocument } from "../../../schemas/out/portfolio.ts";
import type { Problem } from "../../../schemas/place.ts";
import { portfolio } from "../../answers/portfolio/portfolio.ts";
import type { PortfolioSide } from "../../answers/portfolio/side.ts";
import { sideOfCodes } from "../../answers/portfolio/side-of-codes.ts";
import { readVolumes, type Volumes } from "../../answers/portfolio/volume-rows.ts";
import { type VolumesFile, volumesText } from "../../answers/portfolio/volumes-file.ts";
import type { BuiltFiles } from "../../claims/built-files.ts";
import type { FetchedReleases } from "../../claims/fetched-documents.ts";
import { fault } from "../../problems/problems.ts";
import type { OpenedRelease } from "../../read/types.ts";
import { readerSide, type VolumesRelease } from "./reader-side.ts";

/** A file of volumes as somebody dropped or pasted it. */
export interface VolumesText {
  readonly name: string;
  readonly text: string;
}

/** What claims are priced from, of every release that has it. */
export interface ClaimsOfSite {
  readonly files: BuiltFiles;
  readonly built: FetchedReleases;
}

/** What a page cannot do in two releases, and the command line can. */
export interface VolumesLimits {
  /** Releases of which there are no weights, and not what claims are priced from. */
  readonly lineByLine: readonly string[];
  readonly hasClaims: boolean;
}

/** What the change is worth, or everything that is wrong with the file. */
export type VolumesAnswer =
  | { readonly document: PortfolioDocument; readonly limits: VolumesLimits }
  | { readonly problems: readonly Problem[] };

/** The rows of the codes of a file: from what claims are priced from, where the site has it, else from the reader's. */
function sideIn(of: VolumesRelease, { rows }: Volumes, claims: ClaimsOfSite | undefined): PortfolioSide {
  const codes = [...new Set(rows.map(({ code }) => code))];
  const entry = claims?.built.releases.find(({ release }) => release === of.release.release);
  if (claims === undefined || entry === undefined) return readerSide(of, codes);
  const { manifestSha256, counties } = of.beside;
  const hasClaims = rows.some(({ claim }) => claim !== "");
  return sideOfCodes(claims.built.open(entry), codes, hasClaims, { manifestSha256, counties: counties ?? undefined });
}

/** Reads the edits of the codes of claims at once: pricing asks for them one by one. */
async function readEdits({ rows }: Volumes, { documents }: PortfolioSide, files: BuiltFiles): Promise<void> {
  const codes = new Set(rows.flatMap(({ claim, code }) => (claim === "" ? [] : [code])));
  const asked = [...codes].flatMap((code) =>
    (["practitioner", "hospital"] as const).map((of) => files.answer(() => documents?.ptpEdits(of, code))),
  );
  await Promise.all(asked);
}

/** Finds localities in the ZIP codes of a release. */
function zipsOf(release: OpenedRelease): (zip: string) => string {
  return (zip) => {
    const found = release.placeOfZip(zip);
    if (found.kind === "locality") return found.key;
    throw fault("zip.unknown", { file: "ZIP" }, found.text, "Name the locality");
  };
}

type Releases = readonly [before: VolumesRelease, after: VolumesRelease];

async function priced(
  file: VolumesFile,
  read: Volumes,
  releases: Releases,
  claims: ClaimsOfSite | undefined,
): Promise<VolumesAnswer> {
  const answer = <Answer>(ask: () => Answer) => (claims === undefined ? ask() : claims.files.answer(ask));
  const [before, after] = [
    await answer(() => sideIn(releases[0], read, claims)),
    await answer(() => sideIn(releases[1], read, claims)),
  ];
  const sides = [before, after];
  const lineByLine = sides.flatMap(({ documents, manifest }) => (documents === undefined ? [manifest.release] : []));
  const hasClaims = read.rows.some(({ claim }) => claim !== "");
  if (claims !== undefined && lineByLine.length === 0)
    await Promise.all(sides.map((side) => readEdits(read, side, claims.files)));
  const { document, problems } = await answer(() => portfolio(before, after, file, zipsOf(releases[1].release)));
  return document === undefined ? { problems } : { document, limits: { lineByLine, hasClaims } };
}

/**
 * What the change between two releases is worth for a file of volumes, by the functions of `ratebook diff --volumes`.
 *
 * @param claims what claims are priced from; undefined in a site without it
 */
export async function volumesAnswer(
  { name, text }: VolumesText,
  releases: Releases,
  claims: ClaimsOfSite | undefined,
): Promise<VolumesAnswer> {
  // The file is compared and forgotten: nobody asks for the hash of its bytes
  const file = volumesText({ name, sha256: "" }, text);
  const read = readVolumes(file, releases[0].beside.manifest.window.from);
  return read.problems.length > 0 ? { problems: read.problems } : await priced(file, read, releases, claims);
}
