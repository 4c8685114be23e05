import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as z from "zod";
import { programHashBelow } from "../../scripts/program/code-hash.ts";
import { UsageError } from "../../scripts/program/usage-error.ts";
import { assetPackages } from "../assets.ts";
import { takeStock } from "../dependencies/inventory.ts";
import { bundleProgram } from "./program.ts";
import { CLAIMS_MODULE, CLAIMS_TYPES, READER_MODULE, READER_TYPES } from "./reader.ts";
import { bundledPackages, thirdPartyLicences } from "./third-party.ts";

/** Two folders deep, like the modules that look for `sources/` from where they are. */
const PROGRAM = "lib/program/ratebook.mjs";

/** Copied unchanged. */
const CARRIED = [
  "sources",
  "schemas/json",
  "schemas/types.d.mts",
  "read",
  "sql",
  "LICENSE",
  "NOTICE",
  "README.md",
  "ARCHITECTURE.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  "docs",
  "examples",
];

/** Fields of package.json to keep. Zod drops the rest: scripts, dependencies, `private`. */
const Inherited = z.object({
  name: z.string(),
  version: z.string(),
  description: z.string(),
  license: z.string(),
  type: z.literal("module"),
  engines: z.object({ node: z.string() }),
});

function packedPackageJson(root: string): object {
  const inherited = Inherited.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const exports = {
    "./read": { types: `./${READER_TYPES}`, default: `./${READER_MODULE}` },
    "./read/claims": { types: `./${CLAIMS_TYPES}`, default: `./${CLAIMS_MODULE}` },
    "./types": { types: "./schemas/types.d.mts" },
    "./schemas/*.schema.json": "./schemas/json/*.schema.json",
    "./package.json": "./package.json",
  };
  return { ...inherited, bin: { ratebook: PROGRAM }, exports, sideEffects: false };
}

/** Removes an earlier package, and nothing else. */
function clear(folder: string): void {
  const isOurs = existsSync(join(folder, PROGRAM));
  if (existsSync(folder) && readdirSync(folder).length > 0 && !isOurs)
    throw new UsageError(`${folder} is not a package of npm run bundle; delete it or name another --out`);
  rmSync(folder, { recursive: true, force: true });
}

/** What was made. */
export interface PackageFolder {
  readonly bytes: number;
  readonly packages: number;
}

/**
 * Makes a folder that is ready for `npm pack`: the program in one file that needs no other package, its data, the reader
 * with its types, and the licences of all packages in it.
 *
 * @param root folder of the checkout
 * @param folder folder to write to
 */
export async function makePackage(root: string, folder: string): Promise<PackageFolder> {
  const { code, packages: used } = await bundleProgram(root, programHashBelow(root));
  const inventory = takeStock(root);
  const packages = bundledPackages(root, [...used, ...(await assetPackages())], inventory.reasons.notInlined);
  const licences = thirdPartyLicences(root, packages, inventory);
  clear(folder);
  for (const part of CARRIED) cpSync(join(root, part), join(folder, part), { recursive: true });
  mkdirSync(dirname(join(folder, PROGRAM)), { recursive: true });
  writeFileSync(join(folder, PROGRAM), code);
  chmodSync(join(folder, PROGRAM), 0o755);
  writeFileSync(join(folder, "THIRD-PARTY-LICENSES"), licences);
  writeFileSync(join(folder, "package.json"), `${JSON.stringify(packedPackageJson(root), null, 2)}\n`);
  return { bytes: code.length, packages: packages.length };
}
