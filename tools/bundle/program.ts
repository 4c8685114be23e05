import { build, type Metafile, type Plugin } from "esbuild";

/** A bundled package. */
export interface UsedPackage {
  /** Where it is installed, such as `node_modules/zod`. */
  readonly path: string;
  readonly files: readonly string[];
  /** Names of the packages that its files import. */
  readonly imports: ReadonlySet<string>;
}

/** The whole program as one file. */
export interface Program {
  readonly code: Uint8Array;
  readonly packages: readonly UsedPackage[];
}

/** Lets a system start the file by its name, and defines what bundled CommonJS packages call. */
const BANNER = `#!/usr/bin/env node
import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

/** Imported only by code that ratebook never runs: linkedom uses a canvas if there is one. */
const LEFT_OUT = /^canvas$/;

const leaveOut: Plugin = {
  name: "leave-out",
  setup: (bundler) => {
    bundler.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: "left-out" }));
    bundler.onLoad({ filter: LEFT_OUT, namespace: "left-out" }, ({ path }) => ({
      contents: `throw new Error("${path} is not part of ratebook");`,
    }));
  },
};

/** Folder of the package of a file; undefined for our own files and Node's modules. */
function packagePath(file: string): string | undefined {
  return /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0];
}

/** The packages that have code in a bundle. */
export function packagesIn({ inputs, outputs }: Metafile): UsedPackage[] {
  const used = new Map<string, { path: string; files: string[]; imports: Set<string> }>();
  const inProgram = Object.values(outputs)[0]?.inputs ?? {};
  for (const [file, { imports }] of Object.entries(inputs)) {
    const path = packagePath(file) ?? "";
    const known = used.get(path) ?? { path, files: [], imports: new Set() };
    used.set(path, known);
    if ((inProgram[file]?.bytesInOutput ?? 0) > 0) known.files.push(file);
    for (const each of imports) known.imports.add(packagePath(each.path)?.replace(/^.*node_modules\//, "") ?? "");
  }
  return [...used.values()].filter(({ path, files }) => path !== "" && files.length > 0);
}

/**
 * Puts the program and every package that it needs into one ES module. Packages with a dynamic import are evaluated only
 * then. Names are kept, so that stacks are readable.
 *
 * @param root folder of the checkout
 * @param codeHash hash of the code, for the program to report
 */
export async function bundleProgram(root: string, codeHash: string): Promise<Program> {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: ["scripts/main.ts"],
    bundle: true,
    write: false,
    outdir: ".",
    platform: "node",
    format: "esm",
    target: "node20",
    define: { RATEBOOK_CODE_HASH: JSON.stringify(codeHash) },
    plugins: [leaveOut],
    banner: { js: BANNER },
    legalComments: "none",
    metafile: true,
    logLevel: "error",
  });
  return { code: outputFiles[0]?.contents ?? new Uint8Array(), packages: packagesIn(metafile) };
}
