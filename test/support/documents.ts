import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

export const readDocument = (path: string): string => readFileSync(join(ROOT, path), "utf8");

const markdownIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder)).flatMap((name) => (name.endsWith(".md") ? [join(folder, name)] : []));

/** Every Markdown document of the repository. */
export const DOCUMENTS = ["", "docs", "examples", "pipelines", "sources"].flatMap(markdownIn).sort();

/** Documents that tools write. */
export const GENERATED = ["docs/commands.md", "docs/dependencies.md", "docs/mutations.md", "docs/proof.md"];

/** The fenced blocks of a document. */
function blocks(text: string): { language: string; code: string }[] {
  return [...text.matchAll(/^```(.*)\n([\s\S]*?)^```$/gm)].map(([, language = "", code = ""]) => ({ language, code }));
}

/** The only fenced block that matches, without its last line end. */
export function blockOf(path: string, fits: (block: { language: string; code: string }) => boolean): string {
  const found = blocks(readDocument(path)).filter(fits);
  const [block] = found;
  if (block === undefined || found.length > 1) throw new Error(`${path} has ${found.length} blocks that fit`);
  return block.code.trimEnd();
}

const withoutBlocks = (text: string): string => text.replaceAll(/^```.*\n[\s\S]*?^```$/gm, "");

/** Everything of a document but its fenced blocks. */
export const prose = (path: string): string => withoutBlocks(readDocument(path));

/** Anchors of a document's headings, as GitHub makes them. */
function anchors(text: string): string[] {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading = ""]) => heading);
  return headings.map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, "")
      .replaceAll(" ", "-"),
  );
}

/** Links of a document to a file or a heading that is not below the folder. */
export function brokenLinks(root: string, path: string): string[] {
  const text = withoutBlocks(readFileSync(join(root, path), "utf8"));
  const links = [...text.matchAll(/\]\(([^):]+)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => {
    const [file = "", anchor] = link.split("#");
    const target = file === "" ? join(root, path) : resolve(root, dirname(path), file);
    if (!existsSync(target)) return true;
    return anchor !== undefined && !anchors(readFileSync(target, "utf8")).includes(anchor);
  });
}

/** Folders in which a short path of a document may begin. */
const BASES = ["", "read", "pipelines", "sources", "schemas", "schemas/source", "out", "out/2025A", "out/2026A"];
/** Files that commands write, and documents that no embedded release has. */
const MADE =
  /^(out-local|pages|dist|ncci-|(reader-)?zips\.json|opps-cap\.|asc-excluded\.json|asc-indicators\.json|release\.json|assets\.json|claims\.json|claims\/(codes|zips)\b)/;

/** The pattern of a placeholder in a path. */
function pattern(name: string): RegExp {
  const escaped = name.replaceAll(/[.+()]/g, "\\$&").replaceAll(/\*|<[^>]*>/g, ".+");
  return new RegExp(`^${escaped}$`);
}

/** Whether a path exists below a folder; `*` and `<name>` fit any name. */
function existsBelow(folder: string, [first, ...rest]: readonly string[]): boolean {
  if (first === undefined || first === "") return true;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) return false;
  if (!/[*<]/.test(first)) return existsSync(join(folder, first)) && existsBelow(join(folder, first), rest);
  return readdirSync(folder).some((name) => pattern(first).test(name) && existsBelow(join(folder, name), rest));
}

/** Paths between backticks: what has a slash or the ending of a file of ours. */
export function namedPaths(text: string): string[] {
  const named = [...text.matchAll(/`([\w.<>*@/{},-]+)`/g)].map(([, path = ""]) => path);
  const looksLikeOne = (path: string): boolean => /^(?!\*)[\w.<][^{]*(\/|\.(ts|mjs|md|json|ndjson|yml))$/.test(path);
  return named.filter(looksLikeOne);
}

/** Whether a path that a document names is in the repository, or made by a command. */
export function isThere(path: string, folder: string): boolean {
  if (MADE.test(path)) return true;
  const near = readdirSync(join(ROOT, "pipelines")).map((room) => join("pipelines", room));
  return [folder, ...BASES, ...near].some((base) => existsBelow(join(ROOT, base), path.split("/")));
}
