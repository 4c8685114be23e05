import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

const Ranges = z.record(z.string(), z.string()).default({});

/** SPDX; packages of before SPDX list what one may choose from. */
const Licence = z.union([
  z.string(),
  z.array(z.object({ type: z.string() })).transform((choices) => choices.map(({ type }) => type).join(" OR ")),
]);

/** One package as npm locked it: what we need to know of it. */
const LockedPackage = z.object({
  version: z.string().default(""),
  license: Licence.optional(),
  /** True where nothing but development needs it. */
  dev: z.boolean().default(false),
  hasInstallScript: z.boolean().default(false),
  dependencies: Ranges,
  devDependencies: Ranges,
  optionalDependencies: Ranges,
  peerDependencies: Ranges,
});
export type LockedPackage = z.infer<typeof LockedPackage>;

const Lockfile = z.object({ lockfileVersion: z.literal(3), packages: z.record(z.string(), LockedPackage) });

/** Packages by the path they are installed at, such as `node_modules/zod`; the project itself is "". */
export type Packages = Readonly<Record<string, LockedPackage>>;

/** Reads the lockfile of the project in a folder. */
export function readLockfile(root: string): Packages {
  return Lockfile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"))).packages;
}

/** Where Node finds a package that another one asks for: below it, or below one of those it lies in. */
function resolve(packages: Packages, from: string, name: string): string | undefined {
  const path = `${from === "" ? "" : `${from}/`}node_modules/${name}`;
  if (path in packages) return path;
  if (from === "") return undefined;
  const nearer = from.lastIndexOf("/node_modules/");
  return resolve(packages, nearer === -1 ? "" : from.slice(0, nearer), name);
}

/** The name of a package, from where it is installed. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
}

/** Paths of the packages that one asks for and that are there. */
export function askedFor(packages: Packages, path: string): string[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = packages[path] ?? {};
  const names = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
  return names.flatMap((name) => resolve(packages, path, name) ?? []);
}
