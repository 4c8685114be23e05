import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Lines with two slashes below each other are one comment. */
const COMMENT = /\/\*[\s\S]*?\*\/|(?:\/\/[^\n]*(?:\n[ \t]*(?=\/\/))?)+/g;
/** Banners that name a copyright holder: `@license`, `/*!`, `// https://d3js.org/d3-array/ v3.2.5 Copyright 2010-2026 Mike Bostock`. */
const BANNER = /@licen[cs]e|@preserve|^\/[*/]!|copyright|\(c\) *\d{4}|©/i;
/** Holders in a banner: the capitalised words after "Copyright" or a year. */
const HOLDER =
  /(?:[Cc]opyright|\([Cc]\)|©|\b\d{4},?)(?:[\s,–-]|\([Cc]\)|\d{4}|present|by )*(\p{Lu}[\p{L}'-]*(?: \p{Lu}[\p{L}'-]*)*)/gu;

const letters = (text: string): string => text.toLowerCase().replace(/[^a-z0-9]/g, "");

/** Holders in a banner that no licence text names; the whole banner when it names no holder and no package. */
function strangersIn(banner: string, name: string, texts: string): string[] {
  const holders = [...banner.matchAll(HOLDER)].map(([, holder]) => holder ?? "");
  if (holders.length === 0)
    return letters(banner).includes(letters(name)) ? [] : [banner.replace(/\s+/g, " ").slice(0, 100)];
  return holders.filter((holder) => !texts.includes(holder));
}

/** The packages that the source map of a file names. */
function mappedPackages(path: string, text: string): string[] {
  const inline = /sourceMappingURL=data:[^,]*base64,([\w+/=]+)/.exec(text)?.[1];
  const beside = existsSync(`${path}.map`) ? readFileSync(`${path}.map`, "utf8") : '{ "sources": [] }';
  const { sources } = JSON.parse(inline === undefined ? beside : Buffer.from(inline, "base64").toString());
  return (sources as string[]).flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(source)?.[1] ?? []);
}

/**
 * Signs, in banners and source maps, that a package contains code of others whose licence is not listed; one sentence
 * each. A bundler sees files, not the code that somebody bundled into them.
 *
 * @param files of the package, below the root
 * @param texts its licence texts, and those of inlined packages
 * @param listed names of the packages whose licences are listed
 */
export function foreignCode(
  root: string,
  { name, files }: { readonly name: string; readonly files: readonly string[] },
  texts: string,
  listed: ReadonlySet<string>,
): string[] {
  const signs = files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    const comments = (text.match(COMMENT) ?? []).map((comment) => comment.replace(/[ \t*]+/g, " "));
    const strangers = comments
      .filter((comment) => BANNER.test(comment))
      .flatMap((each) => strangersIn(each, name, texts));
    const mapped = mappedPackages(join(root, file), text).filter((each) => !listed.has(each));
    return [
      ...strangers.map((each) => `${file} names "${each}", which no licence text of ${name} does`),
      ...mapped.map((each) => `${file} was made with code of ${each}, whose licence is not listed`),
    ];
  });
  return [...new Set(signs)];
}
