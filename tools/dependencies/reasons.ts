import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";

/** Reason of each package. */
const Why = z.record(z.string(), z.string().min(4));

/** `dependencies.json`: accepted licences, and the reason of each package and override. */
const Reasons = z.strictObject({
  permissive: z.array(z.string()),
  dependencies: Why,
  overrides: z.record(z.string(), Why),
  devDependencies: Why,
  /** By package: packages that it needs, but that none of its bundled files imports or contains. */
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
