import type { Problem } from "../schemas/place.ts";
import { OnRequest, type Release, type SourceName } from "../schemas/source/release.ts";
import { withoutCompanions } from "./inputs/companions.ts";
import type { Download } from "./inputs/downloads.ts";
import type { Format } from "./inputs/formats.ts";
import { locateInputs, type Missing } from "./inputs/locate.ts";
import { notUsedFor, requireAnything } from "./inputs/nothing-found.ts";
import { Problems } from "./problems/problems.ts";
import { sha256 } from "./problems/sha256.ts";
import { publishAscDeviceOffsets, publishAscExcluded, publishAscIndicators } from "./publish/asc-addenda.ts";
import { type BuiltBy, publishAttestation } from "./publish/attestation.ts";
import { publishCodes } from "./publish/code.ts";
import { publishDataPackage } from "./publish/data-package.ts";
import { publishAsc, publishOpps, publishSiteOfService } from "./publish/facility.ts";
import type { OutputFile } from "./publish/json.ts";
import { publishLocalities } from "./publish/localities.ts";
import { manifestOf, type OutputHash, publishManifest } from "./publish/manifest.ts";
import { publishNational } from "./publish/national.ts";
import { publishNcci } from "./publish/ncci.ts";
import { publishOppsRule } from "./publish/opps-rule.ts";
import { publishAnesthesia, publishCounties, publishWageIndex, publishZips } from "./publish/places.ts";
import { publishPtp } from "./publish/ptp.ts";
import { publishReader, publishReaderCounties, publishReaderZips } from "./publish/reader.ts";
import { publishReaderCells } from "./publish/reader-cells.ts";
import type { ReleaseBook } from "./schedules/book.ts";
import { type AcceptedFinding, type CheckReport, runChecks } from "./schedules/checks/run-checks.ts";
import { readRelease } from "./schedules/read-release.ts";

/** The steps of a build, in order. */
export const STAGES = ["locate", "read and price", "check", "publish"] as const;
export type Stage = (typeof STAGES)[number];

/** What a user can ask of a build. */
export interface BuildOptions {
  /** Chooses the codes that get their own document; receives all codes, sorted. */
  readonly chooseCodes: (known: readonly string[], problems: Problems) => readonly string[];
  /** Sources without which the build fails. */
  readonly required: readonly SourceName[];
  /** Sources to leave out. Otherwise a release with a missing registered table is not built. */
  readonly without?: readonly SourceName[] | undefined;
  /** Families beside the usual ones that the release was put together with, for the attestation. */
  readonly asked?: readonly OnRequest[] | undefined;
  /** Reads files whose bytes are not the registered ones, and records it. */
  readonly allowChanged: boolean;
  /** Whether the release may be one that is not registered, for the attestation. */
  readonly allowUnregistered?: boolean | undefined;
  /** Findings in unregistered files that a person accepts, each by name. */
  readonly accepted?: readonly AcceptedFinding[] | undefined;
  /** Format to read when CMS provides several. */
  readonly format?: Format | undefined;
  /** Read tables without a main one, such as ZIP codes alone: enough to register them, and no release. */
  readonly sideTablesAlone?: boolean | undefined;
  /** The folder that was searched, as the user named it, for messages. */
  readonly folder?: string | undefined;
  /** Hash over the program's sources, for the attestation. */
  readonly code?: string | undefined;
  /** Hash over the user's registry, for the attestation; undefined where none is in use. */
  readonly registry?: string | undefined;
  /** Called when a stage begins. */
  readonly onStage?: (stage: Stage) => void;
  /** Called with every code of the tables, before any of them is checked. */
  readonly onCodes?: (codes: readonly string[]) => void;
}

/** A finished build: either outputs, or problems and no outputs. */
export interface BuiltRelease {
  readonly book: ReleaseBook;
  readonly report: CheckReport;
  readonly problems: readonly Problem[];
  /**
   * Every file of the release, manifest and attestation last; none when there are problems. Each is made on demand, so
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
      message: `--require names this source, and it is missing: ${reason}${notUsed()}`,
      cure: "Put the file into the folder that --from names, or leave the source out of --require",
    }));
}

/** How a release is built without some sources: by leaving them out, or by not asking for them. */
function howWithout(sources: readonly SourceName[]): string {
  const asked = OnRequest.options.filter((each) => sources.includes(each));
  const others = [...new Set(sources)].filter((each) => !OnRequest.safeParse(each).success);
  const ways = [
    ...(others.length === 0 ? [] : [`build a partial release: --without ${withoutCompanions(others).join(",")}`]),
    ...(asked.length === 0 ? [] : [`leave ${asked.join(",")} out of --with`]),
  ];
  return ways.join(", and ");
}

/** A release without one of its registered tables is built only with `without`. */
function registeredButMissing(
  missing: readonly Missing[],
  { folder = "the downloads" }: BuildOptions,
  notUsed: () => string,
): Problem[] {
  const absent = missing.filter(({ kind, expected }) => kind === "not-found" && expected === true);
  if (absent.length === 0) return [];
  return [
    {
      code: "source.not-found",
      place: { file: folder },
      message: `these registered tables of the release were not found: ${absent.map(({ source, reason }) => `${source}: ${reason}`).join("; ")}${notUsed()}`,
      cure: `Put the files into the folder, or ${howWithout(absent.map(({ source }) => source))}`,
    },
  ];
}

type Publisher = (book: ReleaseBook) => Iterable<OutputFile>;

/** The documents of a release, in the order they are written. */
const PUBLISHERS: readonly Publisher[] = [
  publishNational,
  publishLocalities,
  publishCounties,
  publishZips,
  publishAnesthesia,
  publishOpps,
  publishAsc,
  publishAscDeviceOffsets,
  publishAscExcluded,
  publishAscIndicators,
  publishOppsRule,
  publishNcci,
  publishWageIndex,
  publishSiteOfService,
  publishReader,
  publishReaderZips,
  publishReaderCounties,
  publishReaderCells,
];

/** A file with its hash, which is computed once. */
type Hashed = OutputFile & { readonly sha256: string };

function hashed(file: OutputFile): Hashed {
  return { ...file, sha256: file.sha256 ?? sha256(file.bytes) };
}

/** Documents, then their description, then the manifest with the hashes of both, then the attestation of all. */
function* publish(
  book: ReleaseBook,
  report: CheckReport,
  codes: readonly string[],
  builtBy: BuiltBy,
): Generator<OutputFile> {
  const hashes: OutputHash[] = [];
  const withCodes: Publisher = (each) => publishCodes(each, codes);
  const withPtp: Publisher = (each) => publishPtp(each, codes);
  const describe: Publisher = (each) => [publishDataPackage(each, hashes)];
  for (const publisher of [...PUBLISHERS, withPtp, withCodes, describe]) {
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
 * Builds one release from a folder of downloads: locate, read and price, check, publish. It writes nothing.
 *
 * Collects every problem of the first three stages; with any, there are no outputs.
 *
 * @throws InputFault when there is no file of the release
 */
export async function buildRelease(
  release: Release,
  downloads: readonly Download[],
  options: BuildOptions,
): Promise<BuiltRelease> {
  const problems = new Problems();
  options.onStage?.("locate");
  const inputs = await locateInputs(release, downloads, options, problems);
  if (!problems.any && options.sideTablesAlone !== true)
    requireAnything(release, inputs, options.folder ?? "the folder of downloads", downloads);
  const notUsed = (): string => notUsedFor(release, inputs, downloads);
  problems.add(
    ...registeredButMissing(inputs.missing, options, notUsed),
    ...requiredButMissing(options.required, inputs.missing, notUsed),
  );
  options.onStage?.("read and price");
  const book = await readRelease(release, inputs, problems);
  options.onCodes?.(book.codes);
  options.onStage?.("check");
  const report = runChecks(book, problems, { accepted: options.accepted ?? [] });
  const codes = options.chooseCodes(book.codes, problems);
  if (problems.any) return { book, report, problems: problems.list, outputs: [] };
  options.onStage?.("publish");
  const {
    allowChanged,
    allowUnregistered = false,
    format = null,
    without = [],
    asked = [],
    code,
    registry,
    accepted = [],
  } = options;
  const parameters = {
    codes: [...codes],
    format,
    allowChanged,
    allowUnregistered,
    ...(registry !== undefined && { registry }),
    ...(without.length > 0 && { without: [...without] }),
    ...(asked.length > 0 && { with: [...asked] }),
    ...(accepted.length > 0 && { accepted: [...accepted] }),
  };
  return { book, report, problems: problems.list, outputs: publish(book, report, codes, { parameters, code }) };
}
