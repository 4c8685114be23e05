import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as z from "zod";
import { type PackageJson, type Reasons, readPackageJson, readReasons } from "./reasons.ts";

/** A package that the project asks for, or one that such a package needs. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression. */
  readonly licence: string | undefined;
  readonly hasInstallScript: boolean;
}

/** The packages of the project. */
export interface Inventory {
  /** Packages that the program asks for, and all that they need. */
  readonly runtime: readonly Dependency[];
  /** Packages that development and tests ask for. */
  readonly development: readonly Dependency[];
  readonly packageJson: PackageJson;
  readonly reasons: Reasons;
}

/** An SPDX expression; CycloneDX has another field for a single licence. */
const Licence = z.union([
  z.object({ expression: z.string() }).transform(({ expression }) => expression),
  z.object({ license: z.object({ id: z.string() }) }).transform(({ license }) => license.id),
  z.object({ license: z.object({ name: z.string() }) }).transform(({ license }) => license.name),
]);

/** The fields that are read from the CycloneDX of `npm sbom`. */
const Bom = z.object({
  metadata: z.object({ component: z.object({ "bom-ref": z.string() }) }),
  components: z.array(
    z.object({ "bom-ref": z.string(), name: z.string(), version: z.string(), licenses: z.array(Licence).default([]) }),
  ),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()).default([]) })),
});

/** Not in CycloneDX: packages that run a script when they are installed. */
const Lockfile = z.object({
  packages: z.record(
    z.string(),
    z.object({ hasInstallScript: z.boolean().optional(), version: z.string().optional() }),
  ),
});

/** The packages of the lockfile. Throws npm's message when package.json asks for other versions. */
function readBom(root: string): z.infer<typeof Bom> {
  const command = "npm sbom --sbom-format cyclonedx --package-lock-only";
  const { status, stdout, stderr } = spawnSync(command, {
    cwd: root,
    encoding: "utf8",
    shell: true,
    maxBuffer: 1 << 26,
  });
  if (status !== 0) throw new Error(`${command}: exit code ${status}\n${stderr}`);
  return Bom.parse(JSON.parse(stdout));
}

function withInstallScript(root: string): ReadonlySet<string> {
  const { packages } = Lockfile.parse(JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")));
  const scripted = Object.entries(packages).filter(([, { hasInstallScript }]) => hasInstallScript);
  return new Set(scripted.map(([path, { version }]) => `${path.replace(/^.*node_modules\//, "")}@${version}`));
}

/** Reads the lockfile of the project in a folder, as npm does, and its reasons. */
export function takeStock(root: string): Inventory {
  const [packageJson, reasons, scripted] = [readPackageJson(root), readReasons(root), withInstallScript(root)];
  const { metadata, components, dependencies } = readBom(root);
  const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]));
  const asked = needs.get(metadata.component["bom-ref"]) ?? [];
  const stock = (refs: ReadonlySet<string>): Dependency[] =>
    components
      .filter((each) => refs.has(each["bom-ref"]))
      .map(({ "bom-ref": ref, name, version, licenses: [licence] }) => ({
        name,
        version,
        licence,
        hasInstallScript: scripted.has(ref),
      }));
  const named = (names: object): string[] => asked.filter((ref) => ref.replace(/@[^@]*$/, "") in names);
  // npm also calls a package development that development and the program both need.
  const runtime = new Set(named(packageJson.dependencies));
  for (const ref of runtime) for (const needed of needs.get(ref) ?? []) runtime.add(needed);
  return {
    runtime: stock(runtime),
    development: stock(new Set(named(packageJson.devDependencies))),
    packageJson,
    reasons,
  };
}
