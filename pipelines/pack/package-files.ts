import type { Manifest } from "../../schemas/out/manifest.ts";
import type { ReleaseIndex } from "../../schemas/out/release-index.ts";
import { claimsFolder } from "./claims-folder.ts";
import { DATA_TYPES, dataModule } from "./data-module.ts";
import { noticeText, type PackedRelease, readmeText } from "./package-texts.ts";

/** A file of the package. */
export interface PackFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

type IndexedRelease = ReleaseIndex["releases"][number];

/** A built release: its entry in the index, its manifest, and the bytes of its documents as they were built. */
export interface ReleaseToPack {
  readonly entry: IndexedRelease;
  readonly manifest: Manifest;
  /** Undefined for a document that the release does not have. */
  readonly document: (path: string) => Uint8Array | undefined;
}

/** A module and its types. */
interface ModuleFile {
  readonly module: Uint8Array;
  readonly types: Uint8Array;
}

/** What the user decides, and the program's own files. */
export interface PackOptions {
  /** `@acme/medicare-rates`. */
  readonly name: string;
  readonly version: string;
  /** Whether Parquet tables are written beside the modules. */
  readonly tables: boolean;
  readonly reader: ModuleFile & { readonly license: Uint8Array };
  /** The module of `ratebook/read/claims`; undefined for a package without what it reads. */
  readonly claims: ModuleFile | undefined;
  /** Name and version of the program. */
  readonly madeBy: string;
}

/** The reader's documents of a release, and the end of the module's name. */
const PARTS = { zips: "reader-zips.json", counties: "reader-counties.json" } as const;
type Part = keyof typeof PARTS;

const utf8 = (text: string): Uint8Array => Buffer.from(text);
const pretty = (value: object): Uint8Array => utf8(`${JSON.stringify(value, null, 2)}\n`);

function partsOf({ document }: ReleaseToPack): Part[] {
  return (Object.keys(PARTS) as Part[]).filter((part) => document(PARTS[part]) !== undefined);
}

function about(release: ReleaseToPack): PackedRelease {
  const { release: id, title, window } = release.manifest;
  return { release: id, title, window, parts: partsOf(release) };
}

/** A document as a module with its types, and as it was built. */
function threeForms(name: string, bytes: Uint8Array): PackFile[] {
  return [
    { path: `releases/${name}.mjs`, bytes: utf8(dataModule(Buffer.from(bytes).toString("utf8"))) },
    { path: `releases/${name}.d.mts`, bytes: utf8(DATA_TYPES) },
    { path: `releases/${name}.json`, bytes },
  ];
}

/** Names of a release's modules: its own, and that of each part. */
function moduleNames({ release, parts }: PackedRelease): string[] {
  return [release, ...parts.map((part) => `${release}.${part}`)];
}

function* releaseFiles({ document }: ReleaseToPack, { release, parts }: PackedRelease): Generator<PackFile> {
  const bytesOf = (path: string): Uint8Array => document(path) ?? new Uint8Array();
  yield* threeForms(release, bytesOf("reader.json"));
  for (const part of parts) yield* threeForms(`${release}.${part}`, bytesOf(PARTS[part]));
  yield { path: `releases/${release}.manifest.json`, bytes: bytesOf("manifest.json") };
}

/** The module of the package: its releases by name, each loaded when it is opened. */
function indexModule(releases: readonly PackedRelease[]): string {
  const entries = releases.flatMap(moduleNames).map((name) => `  "${name}": () => import("./releases/${name}.mjs"),`);
  return `import { openRelease } from "./read.mjs";

export * from "./read.mjs";

export const packedReleases = ${JSON.stringify(releases.map(({ release }) => release))};

const MODULES = {
${entries.join("\n")}
};

async function load(name) {
  if (Object.hasOwn(MODULES, name)) return (await MODULES[name]()).default;
  throw new RangeError(\`this package has no \${name}; it has \${Object.keys(MODULES).join(", ")}\`);
}

export async function open(release, { zips, counties } = {}) {
  return openRelease(await load(release), {
    ...(zips && { zips: await load(\`\${release}.zips\`) }),
    ...(counties && { counties: await load(\`\${release}.counties\`) }),
  });
}
`;
}

function indexTypes(releases: readonly PackedRelease[]): string {
  const names = releases.map(({ release }) => `"${release}"`);
  return `import type { OpenedRelease } from "./read.mjs";

export * from "./read.mjs";

/** A release of this package. */
export type PackedName = ${names.join(" | ")};

/** The releases of this package, by their first days. */
export declare const packedReleases: readonly PackedName[];

/**
 * Opens a release of this package.
 *
 * @param parts what else to load: \`zips\` for questions with a ZIP code, \`counties\` for counties
 * @throws RangeError for a release or a part that this package does not have
 */
export declare function open(
  release: PackedName,
  parts?: { readonly zips?: boolean; readonly counties?: boolean },
): Promise<OpenedRelease>;
`;
}

/** Every path by which the package may be imported. */
function exportsOf(releases: readonly PackedRelease[], { tables, claims }: PackOptions): Record<string, unknown> {
  const module = (path: string, types: string) => ({ types: `./${types}`, default: `./${path}` });
  return {
    ".": module("index.mjs", "index.d.mts"),
    "./read": module("read.mjs", "read.d.mts"),
    ...Object.fromEntries(
      releases.flatMap(moduleNames).flatMap((name) => [
        [`./releases/${name}`, module(`releases/${name}.mjs`, `releases/${name}.d.mts`)],
        [`./releases/${name}.json`, `./releases/${name}.json`],
      ]),
    ),
    ...Object.fromEntries(
      releases.map(({ release }) => [`./releases/${release}.manifest.json`, `./releases/${release}.manifest.json`]),
    ),
    ...(claims && { "./claims": module("claims.mjs", "claims.d.mts"), "./claims/*": "./claims/*" }),
    ...(tables && { "./tables/*": "./tables/*" }),
    "./package.json": "./package.json",
  };
}

/** `ratebook/read/claims`, and the folder that it opens. */
function* claimsReader(releases: readonly ReleaseToPack[], { module, types }: ModuleFile): Generator<PackFile> {
  yield { path: "claims.mjs", bytes: module };
  yield { path: "claims.d.mts", bytes: types };
  for (const { path, bytes } of claimsFolder(releases)) yield { path: `claims/${path}`, bytes };
}

/**
 * The files of a data package, which npm can publish: the reader, one module for each release, the same as JSON, types,
 * and a notice. The same releases give the same bytes.
 *
 * @param releases at least one, by their first days
 */
export function* packageFiles(releases: readonly ReleaseToPack[], options: PackOptions): Generator<PackFile> {
  const { name, version, reader } = options;
  const packed = releases.map(about);
  yield {
    path: "package.json",
    bytes: pretty({
      name,
      version,
      description: `What Medicare pays by HCPCS code: ${packed.map(({ release }) => release).join(", ")}, from CMS's fee schedule files`,
      license: "SEE LICENSE IN NOTICE.md",
      type: "module",
      sideEffects: false,
      exports: exportsOf(packed, options),
      files: [
        "*.mjs",
        "*.d.mts",
        "*.md",
        "LICENSE",
        "releases",
        ...(options.tables ? ["tables"] : []),
        ...(options.claims ? ["claims"] : []),
      ],
      publishConfig: { access: "restricted" },
      ratebook: { madeBy: options.madeBy, releases: packed.map(({ release }) => release) },
    }),
  };
  yield { path: "README.md", bytes: utf8(readmeText(name, version, packed, options.claims !== undefined)) };
  yield { path: "NOTICE.md", bytes: utf8(noticeText(name)) };
  yield { path: "LICENSE", bytes: reader.license };
  yield { path: "read.mjs", bytes: reader.module };
  yield { path: "read.d.mts", bytes: reader.types };
  yield { path: "index.mjs", bytes: utf8(indexModule(packed)) };
  yield { path: "index.d.mts", bytes: utf8(indexTypes(packed)) };
  for (const [at, release] of releases.entries()) yield* releaseFiles(release, packed[at] as PackedRelease);
  if (options.claims !== undefined) yield* claimsReader(releases, options.claims);
}
