import type { FileRef } from "../../schemas/out/common.ts";
import type { Origin } from "../../schemas/source/release.ts";

/** The name of a copy, beside a figure; each begins with the word of its origin. */
export const COPIES: Readonly<Record<Origin, string | undefined>> = {
  cms: undefined,
  edited: "edited copy",
  reconstructed: "reconstructed copy",
  transcribed: "transcribed",
  unverified: "unverified file",
};

/** A file's origin, in a table of files. */
export function originText(origin: Origin): string {
  return origin === "cms" ? "CMS's own figures" : origin;
}

/** A file's name, with its origin when it is not CMS's own file. */
export function fileText({ name, origin, sheet }: Pick<FileRef, "name" | "origin" | "sheet">): string {
  return `${name}${sheet === undefined ? "" : `, sheet ${sheet}`}${origin === "cms" ? "" : ` (${origin})`}`;
}
