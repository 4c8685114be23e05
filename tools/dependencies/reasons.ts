import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** Why each of these is here: package to reason. */
const Why = z.record(z.string(), z.string().min(4));

/** What `dependencies.json` says: licences that we take, and why each package is asked for or lifted. */
const Reasons = z.strictObject({
  permissive: z.array(z.string()),
  dependencies: Why,
  overrides: z.record(z.string(), Why),
  devDependencies: Why,
  /** By a package: what it needs, none of its bundled files imports, and none holds either. */
  notInlined: z.record(z.string(), Why),
});
export type Reasons = z.infer<typeof Reasons>;

/** Reads the reasons of the project in a folder. */
export function readReasons(root: string): Reasons {
  return Reasons.parse(JSON.parse(readFileSync(join(root, "dependencies.json"), "utf8")));
}

const Versions = z.record(z.string(), z.string()).default({});

const PackageJson = z.object({
  dependencies: Versions,
  devDependencies: Versions,
  overrides: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
export type PackageJson = z.infer<typeof PackageJson>;

/** Reads what the project in a folder asks for. */
export function readPackageJson(root: string): PackageJson {
  return PackageJson.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
}
