import type { Problem } from "../schemas/place.ts";
import type { Release, SourceName } from "../schemas/source/release.ts";
import type { Download } from "./inputs/downloads.ts";
import type { Format } from "./inputs/formats.ts";
import { locateInputs, type Missing } from "./inputs/locate.ts";
import { notUsedFor, requireAnything } from "./inputs/nothing-found.ts";
import { withoutCompanions } from "./inputs/registry.ts";
import { Problems } from "./problems/problems.ts";
import { sha256 } from "./problems/sha256.ts";
import { publishAscDeviceOffsets, publishAscExcluded, publishAscIndicators } from "./publish/asc-addenda.ts";
import { type BuiltBy, publishAttestation } from "./publish/attestation.ts";
import { publishCodes } from "./publish/code.ts";
import { publishDataPackage } from "./publish/data-package.ts";
import { publishAsc, publishOpps, publishSiteOfService } from "./publish/facility.ts";
import type { OutputFile } from "./publish/json.ts";
import { publishLocalities } from "./publish/localities.ts";
import { publishLocalityAmounts, publishOppsCap, publishQualifyingAmounts } from "./publish/locality-amounts.ts";
import { manifestOf, type OutputHash, publishManifest } from "./publish/manifest.ts";
import { publishNational } from "./publish/national.ts";
import { publishAnesthesia, publishCounties, publishWageIndex, publishZips } from "./publish/places.ts";
import type { ReleaseBook } from "./schedules/book.ts";
import { type AcceptedFinding, type CheckReport, runChecks } from "./schedules/checks/run-checks.ts";
import { readRelease } from "./schedules/read-release.ts";

/** The steps of a build, in order. */
export const STAGES = ["locate", "read and price", "check", "publish"] as const;
export type Stage = (typeof STAGES)[number];

/** What a user can ask of a build. */
export interface BuildOptions {
  /** Which of the release's codes get a document of their own; receives them sorted. */
  readonly chooseCodes: (known: readonly string[], problems: Problems) => readonly string[];
  /** Sources without which the build fails. */
  readonly required: readonly SourceName[];
  /** Sources to leave out. A release without a table that is registered of it is not built otherwise. */
  readonly without?: readonly SourceName[] | undefined;
  /** Read files whose bytes are not the pinned ones, and record it. */
  readonly allowUnpinned: boolean;
  /** Findings in files that nobody has registered that a person has looked at; none is accepted unnamed. */
  readonly accepted?: readonly AcceptedFinding[] | undefined;
  /** Format to read where CMS ships several. */
  readonly format?: Format | undefined;
  /** The folder that was searched, as the user named it, for messages. */
  readonly folder?: string | undefined;
  /** Hash over the program's sources, for the attestation. */
  readonly code?: string | undefined;
  /** Told when each stage begins. */
  readonly onStage?: (stage: Stage) => void;
}

/** A finished build: either outputs, or problems and no outputs. */
export interface BuiltRelease {
  readonly book: ReleaseBook;
  readonly report: CheckReport;
  readonly problems: readonly Problem[];
  /**
   * Every file of the release, manifest and attestation last; none when there are problems. Each is made when it is asked for, so
   * that a writer never holds them all.
   */
  readonly outputs: Iterable<OutputFile>;
}

function requiredButMissing(
  required: readonly SourceName[],
  missing: readonly Missing[],
  notUsed: () => string,
): Problem[] {
  return missing
    .filter(({ source }) => required.includes(source))
    .map(({ source, reason }) => ({
      code: "source.required",
      place: { file: source },
      message: `the source was declared required and is missing: ${reason}${notUsed()}`,
      cure: "Put the file into the folder that --from names, or leave the source out of --require",
    }));
}

/** A release without a table that the registry has of it is built on demand only. */
function registeredButMissing(
  missing: readonly Missing[],
  { folder = "the downloads" }: BuildOptions,
  notUsed: () => string,
): Problem[] {
  const absent = missing.filter(({ kind, expected }) => kind === "not-found" && expected === true);
  if (absent.length === 0) return [];
  const sources = withoutCompanions([...new Set(absent.map(({ source }) => source))]).join(",");
  return [
    {
      code: "source.not-found",
      place: { file: folder },
      message: `the registry has tables of this release that were not found: ${absent.map(({ source, reason }) => `${source}: ${reason}`).join("; ")}${notUsed()}`,
      cure: `Put the files into the folder, or build a partial release: --without ${sources}`,
    },
  ];
}

type Publisher = (book: ReleaseBook) => Iterable<OutputFile>;

/** The documents of a release, in the order they are written. */
const PUBLISHERS: readonly Publisher[] = [
  publishNational,
  publishLocalities,
  publishLocalityAmounts,
  publishCounties,
  publishZips,
  publishAnesthesia,
  publishOppsCap,
  publishQualifyingAmounts,
  publishOpps,
  publishAsc,
  publishAscDeviceOffsets,
  publishAscExcluded,
  publishAscIndicators,
  publishWageIndex,
  publishSiteOfService,
];

/** A file that was hashed, and will not be again. */
type Hashed = OutputFile & { readonly sha256: string };

function hashed(file: OutputFile): Hashed {
  return { ...file, sha256: file.sha256 ?? sha256(file.bytes) };
}

/** Documents, then their description, then the manifest that pins both, then the attestation of all of them. */
function* publish(
  book: ReleaseBook,
  report: CheckReport,
  codes: readonly string[],
  builtBy: BuiltBy,
): Generator<OutputFile> {
  const hashes: OutputHash[] = [];
  const withCodes: Publisher = (each) => publishCodes(each, codes);
  const describe: Publisher = (each) => [publishDataPackage(each, hashes)];
  for (const publisher of [...PUBLISHERS, withCodes, describe]) {
    for (const each of publisher(book)) {
      const file = hashed(each);
      hashes.push({ path: file.path, bytes: file.bytes.length, sha256: file.sha256 });
      yield file;
    }
  }
  const manifest = manifestOf(book, report, hashes);
  const file = hashed(publishManifest(manifest));
  yield file;
  yield publishAttestation(manifest, file.sha256, builtBy);
}

/**
 * Builds one release from a folder of downloads: locate, read and price, check, publish. Nothing is written here.
 *
 * Every problem of the first three stages is collected; with any, there are no outputs.
 *
 * @throws InputFault when no file of the release is there
 */
export async function buildRelease(
  release: Release,
  downloads: readonly Download[],
  options: BuildOptions,
): Promise<BuiltRelease> {
  const problems = new Problems();
  options.onStage?.("locate");
  const inputs = await locateInputs(release, downloads, options, problems);
  if (!problems.any) requireAnything(release, inputs, options.folder ?? "the folder of downloads", downloads);
  const notUsed = (): string => notUsedFor(release, inputs, downloads);
  problems.add(
    ...registeredButMissing(inputs.missing, options, notUsed),
    ...requiredButMissing(options.required, inputs.missing, notUsed),
  );
  options.onStage?.("read and price");
  const book = await readRelease(release, inputs, problems);
  options.onStage?.("check");
  const report = runChecks(book, problems, { accepted: options.accepted ?? [] });
  const codes = options.chooseCodes(book.codes, problems);
  if (problems.any) return { book, report, problems: problems.list, outputs: [] };
  options.onStage?.("publish");
  const { allowUnpinned, format = null, without = [], code, accepted = [] } = options;
  const parameters = {
    codes: [...codes],
    format,
    allowUnpinned,
    ...(without.length > 0 && { without: [...without] }),
    ...(accepted.length > 0 && { accepted: [...accepted] }),
  };
  return { book, report, problems: problems.list, outputs: publish(book, report, codes, { parameters, code }) };
}
