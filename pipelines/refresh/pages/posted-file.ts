import type { Family } from "../../../schemas/source/release.ts";
import { type NamedPublication, nameOf } from "../../inputs/name-of-download.ts";
import type { PostedFile, PostedHint } from "../posted.ts";
import { fileAt, fileNameAt, type PageLink } from "./links.ts";
import { isOtherAddendum } from "./opps-links.ts";

/** A text as a name of a file: slashes and dots of a link's text are no folders and no endings. */
function asName(text: string): string {
  return text.replaceAll(/[/.]/g, "-");
}

/** Names to try, what says most first. */
function namesToTry(name: string, text: string, around: readonly string[]): [PostedHint, string][] {
  const stem = name.replace(/\.\w+$/, "");
  const ofPage = around.flatMap((each) => [each, `${text} ${each}`, `${stem} ${each}`]);
  return [
    ["file name", name],
    ["link text", asName(text)],
    ...ofPage.map((each) => ["page", asName(each)] as const),
  ].map(([hint, each]) => [hint as PostedHint, each]);
}

/** Files that a page of the family has although no name says which publication they are. */
const MAY_BE: Readonly<Record<Family, RegExp>> = {
  pfs: /^/,
  opps: /addend/i,
  asc: /(?<![a-z])asc(?![a-z])|addend/i,
  "opps-rule": /nfrm/i,
  ncci: /(?<![a-z])(mue|aoc)(?![a-z])/i,
  "ncci-ptp": /(?<![a-z])ptp(?![a-z])/i,
  "wage-index": /wage[_ -]?index/i,
  zip: /^/,
};

type Named = Pick<NamedPublication, "family" | "release"> & {
  readonly id: string | undefined;
  readonly hint: PostedHint;
};

function named(
  link: PageLink,
  file: string,
  around: readonly string[],
  families: readonly Family[],
): Named | undefined {
  const name = fileNameAt(file);
  for (const [hint, each] of namesToTry(name, link.text, around)) {
    const [found] = nameOf(each);
    // Where the file's own name is that of another family, nothing around it can make it one of these.
    if (found !== undefined) return families.includes(found.family) ? { ...found, hint } : undefined;
  }
  const family = families.find((each) => MAY_BE[each].test(`${link.text} ${name}`));
  return family === undefined ? undefined : { family, id: undefined, release: undefined, hint: "page" };
}

/**
 * The file that a link leads to, with the publication that its name says it is, else its text, else its page.
 *
 * @param around what stands around the link: year, slug and text of the link to its page
 * @param families families whose files the page has
 * @returns undefined for a link to no file, and to a file of other families or addenda
 */
export function postedFile(
  link: PageLink,
  around: readonly string[],
  families: readonly Family[],
): PostedFile | undefined {
  const file = fileAt(link.address);
  if (file === undefined) return undefined;
  const is = named(link, file.address, around, families);
  if (is === undefined) return undefined;
  if (is.family === "opps" && isOtherAddendum(`${link.text} ${fileNameAt(file.address)}`)) return undefined;
  const { family, id, release, hint } = is;
  return { family, id, release, hint, text: link.text, address: file.address, page: link.page, licence: file.licence };
}
