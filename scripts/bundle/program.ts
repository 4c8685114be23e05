import { build, type Metafile, type Plugin } from "esbuild";

/** The whole program as one file. */
export interface Program {
  readonly code: Uint8Array;
  /** Where the packages lie whose code is in it, such as `node_modules/zod`. */
  readonly paths: readonly string[];
}

/** How a system starts the file by its name, and what bundled CommonJS packages call. */
const BANNER = `#!/usr/bin/env node
import { createRequire } from "node:module"; const require = createRequire(import.meta.url);`;

/** Asked for by code that ratebook never comes to: unzipper can read from S3, linkedom has a canvas where one is. */
const LEFT_OUT = /^(@aws-sdk\/client-s3|canvas)$/;

const leaveOut: Plugin = {
  name: "leave-out",
  setup: (bundler) => {
    bundler.onResolve({ filter: LEFT_OUT }, ({ path }) => ({ path, namespace: "left-out" }));
    bundler.onLoad({ filter: LEFT_OUT, namespace: "left-out" }, ({ path }) => ({
      contents: `throw new Error("${path} is no part of ratebook");`,
    }));
  },
};

function packagesIn({ outputs }: Metafile): string[] {
  const [output] = Object.values(outputs);
  const used = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const folders = used.flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? []);
  return [...new Set(folders)].sort();
}

/**
 * Puts the program and every package that it needs into one ES module. Packages that are imported when they are needed
 * are evaluated only then. Names stay as they are, so that what it says of its own mistakes can be read.
 *
 * @param root folder of the checkout
 * @param codeHash what the program says that it was made from
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
  return { code: outputFiles[0]?.contents ?? new Uint8Array(), paths: packagesIn(metafile) };
}
