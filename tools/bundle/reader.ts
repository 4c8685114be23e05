import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BuildOptions, build } from "esbuild";
import { documentType } from "../schemas/document-types.ts";
import { embeddedSources } from "./embedded-sources.ts";
import { packagesIn } from "./program.ts";
import { bundledPackages, licenceText } from "./third-party.ts";

/** The two files that a user of `ratebook/read` gets, in a checkout and in a package. */
export const READER_MODULE = "read/read.mjs";
export const READER_TYPES = "read/read.d.mts";
/** The same of `ratebook/read/claims`. */
export const CLAIMS_MODULE = "read/claims.mjs";
export const CLAIMS_TYPES = "read/claims.d.mts";

const FOLDER = "pipelines/read";
/** Files of declarations, those that others use first. */
const DECLARED = ["questions", "answer-types", "types", "reader-error", "index"];
const CLAIMS_FOLDER = "pipelines/claims";
const CLAIMS_DECLARED = ["types", "claims-error", "index"];
const CLAIMS_NOTICE = "ratebook/read/claims: what Medicare pays for the lines of one claim. Apache-2.0";
const NOTICE = "ratebook/read: what Medicare pays, from CMS's fee schedule files. Apache-2.0";

/** What the modules of the package have in common. */
const FOR_ALL = {
  bundle: true,
  write: false,
  platform: "browser",
  format: "esm",
  target: ["es2022", "chrome109", "firefox115", "safari16.4"],
  charset: "utf8",
  legalComments: "none",
  minify: true,
  metafile: true,
  logLevel: "error",
} as const satisfies BuildOptions;

/**
 * One module for Node and browsers, which imports nothing: the same bytes from the same sources. The licence of a package
 * in it is at its end, so that who copies the file has it.
 */
async function moduleOf(root: string, folder: string, options: BuildOptions): Promise<string> {
  const entry = { absWorkingDir: root, entryPoints: [`${folder}/index.ts`] };
  const { outputFiles, metafile } = await build({ ...FOR_ALL, ...entry, ...options, write: false, metafile: true });
  const licences = bundledPackages(root, packagesIn(metafile), {}).map((each) => {
    return `\n/*\n${each.name} ${each.version}\n\n${licenceText(root, each)}\n*/\n`;
  });
  return [outputFiles[0]?.text ?? "", ...licences].join("");
}

/** The module of `ratebook/read`. */
export function readerModule(root: string): Promise<string> {
  return moduleOf(root, FOLDER, { lineLimit: 160, banner: { js: `// ${NOTICE}` } });
}

/** The module of `ratebook/read/claims`: the functions of the command line, with the data of `sources/` that they read. */
export function claimsModule(root: string): Promise<string> {
  const plugins = [embeddedSources()];
  return moduleOf(root, CLAIMS_FOLDER, { lineLimit: 1000, banner: { js: `// ${CLAIMS_NOTICE}` }, plugins });
}

/** Declarations of one file without its imports from, and exports of, the others. */
function ownDeclarations(text: string): string {
  return text
    .replace(/^import .*;\n/gm, "")
    .replace(/^export (?:type )?(?:\*|\{[^}]*\})(?: from .*)?;\n/gm, "")
    .trim();
}

/** Declarations that the compiler makes of the public files of a folder, in one text that needs no other file. */
function declarationsOf(root: string, source: string, names: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "ratebook-types-"));
  try {
    const config = {
      extends: join(root, "tsconfig.json"),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        noCheck: true,
        outDir: folder,
        rootDir: root,
        typeRoots: [join(root, "node_modules/@types")],
      },
      include: [],
      files: [join(root, source, "index.ts")],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(root, "node_modules/typescript/bin/tsc");
    const { status, stdout } = spawnSync(process.execPath, [compiler, "-p", folder], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the types of ${source} cannot be written: ${stdout}`);
    const parts = names.map((name) => readFileSync(join(folder, source, `${name}.d.ts`), "utf8"));
    return parts.map(ownDeclarations).join("\n\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The types of `ratebook/read` in one file. */
export function readerTypes(root: string): string {
  return `// ${NOTICE}\n\n${declarationsOf(root, FOLDER, DECLARED)}\n`;
}

/** The types of `ratebook/read/claims` in one file, with those of the documents that it answers with. */
export function claimsTypes(root: string): string {
  const answers = [documentType("together", "TogetherDocument"), documentType("price", "PriceDocument")];
  return `// ${CLAIMS_NOTICE}\n\n${answers.join("\n")}\n${declarationsOf(root, CLAIMS_FOLDER, CLAIMS_DECLARED)}\n`;
}
