import type { LocalityRow } from "../../schemas/out/localities.ts";
import type { Manifest } from "../../schemas/out/manifest.ts";
import type { CountiesOut } from "../../schemas/out/places.ts";

/** The function of the page that a data file calls when it is loaded. */
export const RECEIVER = "ratebookReceives";

/** A file of the site that is loaded when somebody asks for it; its bytes are known before. */
export interface SiteFile {
  /** Below the site's folder. The name has the beginning of the hash, so that a file never changes. */
  readonly path: string;
  readonly sha256: string;
  /** Of the document that the file has, in bytes. */
  readonly bytes: number;
}

/** Documents of a release that the site loads, each when it is needed. */
export const READER_PARTS = ["reader", "reader-zips", "reader-counties", "reader-cells"] as const;
export type SitePart = (typeof READER_PARTS)[number] | "volumes" | "descriptors";

/** Descriptors of codes, only in a site whose maker asked for them. They are not part of a release. */
export interface SiteDescriptors {
  readonly schema: "ratebook/site-descriptors";
  readonly release: string;
  /** Of those who own them, as CMS prints them. */
  readonly notices: readonly string[];
  readonly texts: Readonly<Record<string, string>>;
}

/** Which releases have which codes, for a code that a release does not have. */
export interface SiteCodes {
  readonly schema: "ratebook/site-codes";
  /** Codes with spaces between them, and the numbers of the releases that have them, as the index lists those. */
  readonly kinds: readonly { readonly releases: readonly number[]; readonly codes: string }[];
  /** Which code took the place of a code, as the end of a sentence. */
  readonly successions: Readonly<Record<string, string>>;
}

/** What a file of volumes is compared by, beside the rows of its codes. */
export interface SiteVolumes {
  readonly schema: "ratebook/site-volumes";
  readonly release: string;
  readonly manifest: Manifest;
  readonly manifestSha256: string;
  /** Rows of `localities.json` and `counties.json`; null where the release was built without them. */
  readonly localities: readonly LocalityRow[] | null;
  readonly counties: readonly CountiesOut[] | null;
}

/** A release of the site. */
export interface SiteRelease {
  readonly release: string;
  readonly title: string;
  readonly window: { readonly from: string; readonly to: string };
  readonly inForce: readonly { readonly from: string; readonly to: string }[];
  readonly replacedBy: string | null;
  readonly coverage: "whole" | "partial" | "excerpt";
  readonly parts: Readonly<Partial<Record<SitePart, SiteFile>>>;
}

/** Parts of the site's own program that are loaded when they are needed. */
export type LatePart = "charts" | "claims" | "list" | "volumes" | "workbook";

/** The folder that `ratebook/read/claims` opens, as scripts. Its index pins its other files. */
export interface SiteClaims {
  readonly folder: string;
  readonly indexSha256: string;
  /** Releases that it has. */
  readonly releases: readonly string[];
}

/** The program that reads a person's own files, and where CMS has them. */
export interface SiteBuilder {
  readonly file: SiteFile;
  readonly pages: readonly { readonly title: string; readonly address: string }[];
}

/** What the first page of a site knows: it is in the page, and pins every other file. */
export interface SiteIndex {
  readonly schema: "ratebook/site";
  readonly madeBy: string;
  /** Path of each late part. */
  readonly lateParts: Readonly<Record<LatePart, string>>;
  /** By their first days. */
  readonly releases: readonly SiteRelease[];
  /** `SiteCodes`; null where there is no release. */
  readonly codes: SiteFile | null;
  /** What may be billed and is paid together, of the releases that have any of it. */
  readonly claims: readonly SiteClaims[];
  /** What reads a person's own files in the browser; null in a site that has releases of its own. */
  readonly builder: SiteBuilder | null;
}
