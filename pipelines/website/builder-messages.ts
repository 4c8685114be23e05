import type { Problem } from "../../schemas/place.ts";
import type { Origin, SourceName } from "../../schemas/source/release.ts";
import type { SiteClaims, SiteFile, SiteRelease } from "./site-index.ts";

/** A file that a person brought. */
export interface OwnFile {
  /** As the person named it, with folders. */
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** A table that a release lacks. */
export interface LackingTable {
  readonly source: SourceName;
  /** Of its publication: "Addendum B 2026Q1". */
  readonly label: string;
  /** CMS's name of it, or of its archive. */
  readonly file: string;
  /** False for what only adds to a release: ZIP codes of another quarter, the addenda of a rule. */
  readonly isNeeded: boolean;
}

/** A release of a person's files as the page reads it. */
export interface BuiltForPage {
  readonly entry: SiteRelease;
  readonly claims: SiteClaims;
  /** Of the manifest, which pins every document: the command line's build of the same files has the same. */
  readonly manifestSha256: string;
  /** Whether each of its unregistered tables was compared with that of another publication. */
  readonly isCompared: boolean;
  /** Publications of which CMS's own file was not read, with what was. */
  readonly copies: readonly { readonly label: string; readonly origin: Origin }[];
}

/** A release that could be built of a person's files, and what became of it. */
export interface OwnRelease {
  readonly release: string;
  readonly title: string;
  /** Undefined until it is built. */
  readonly built: BuiltForPage | undefined;
  /** Tables that the registry knows and the files do not have. */
  readonly lacks: readonly LackingTable[];
  /** Sources that it was built without, because the person asked for it. */
  readonly without: readonly SourceName[];
  readonly problems: readonly Problem[];
  /** False for files that the registry does not know: figures are unverified. */
  readonly isRegistered: boolean;
}

/** What the worker has. */
export interface OwnState {
  readonly files: readonly OwnFile[];
  /** By their first days. */
  readonly releases: readonly OwnRelease[];
  /** Which release has which codes; null where none is built. */
  readonly codes: SiteFile | null;
  /** Files that are not used for any release, and why. */
  readonly notUsed: readonly Problem[];
  /** Why not all was done that was asked; undefined where it was. */
  readonly failure?: string;
  /** Why nothing stays when the page is closed; undefined where the browser keeps it. */
  readonly notKept: string | undefined;
}

/** What a page asks of the worker. */
export type BuilderRequest =
  | { readonly kind: "open" }
  | { readonly kind: "add"; readonly files: readonly { readonly name: string; readonly file: Blob }[] }
  | { readonly kind: "forget"; readonly sha256s: readonly string[] }
  | { readonly kind: "without"; readonly release: string; readonly without: readonly SourceName[] }
  | { readonly kind: "read"; readonly path: string };

/** What the worker is doing. */
export interface BuilderProgress {
  readonly text: string;
  /** Steps that are done, of how many; undefined where that is not known. */
  readonly done?: number;
  readonly of?: number;
}

/** What the worker answers: progress as it goes, then one answer to each request. */
export type BuilderReply =
  | { readonly kind: "progress"; readonly progress: BuilderProgress }
  | { readonly kind: "state"; readonly id: number; readonly state: OwnState }
  | { readonly kind: "bytes"; readonly id: number; readonly bytes: Uint8Array | undefined }
  | { readonly kind: "failed"; readonly id: number; readonly message: string };

/** A request with the number that its answer has. */
export type Numbered = BuilderRequest & { readonly id: number };
