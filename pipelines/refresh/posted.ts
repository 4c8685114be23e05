import type { Family } from "../../schemas/source/release.ts";

/** What says which publication a linked file is. Only the bytes of the file prove it. */
export type PostedHint = "file name" | "link text" | "page";

/** A file that CMS's pages link to. */
export interface PostedFile {
  readonly family: Family;
  /** Publication that its names say it is: "RVU26D", "2026Q4". Undefined where the names do not say. */
  readonly id: string | undefined;
  /** Release that the publication belongs to; undefined for what serves a whole year. */
  readonly release: string | undefined;
  /** What family, id and release were taken from. */
  readonly hint: PostedHint;
  /** Text of the link, as the page has it. */
  readonly text: string;
  /** Address of the file itself: https://www.cms.gov/files/zip/rvu26d-updated-08-26-2026.zip. */
  readonly address: string;
  /** Page with the link. */
  readonly page: string;
  /** Page with the licence that stands before the file; null for a file that anybody may fetch. */
  readonly licence: string | null;
}
