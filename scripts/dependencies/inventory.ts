import { join } from "node:path";
import { licenceNamedIn } from "./licence.ts";
import { askedFor, type LockedPackage, nameOf, type Packages, readLockfile } from "./lockfile.ts";
import { type PackageJson, type Reasons, readPackageJson, readReasons } from "./reasons.ts";

/** A package that the project asks for, or one of those that this one needs. */
export interface Dependency {
  readonly name: string;
  readonly version: string;
  readonly licence: string | undefined;
  /** Undefined for one that the project does not ask for itself, or when nobody has said. */
  readonly why: string | undefined;
  /** Whether the project asks for it. */
  readonly direct: boolean;
  /** Packages that ask for it. */
  readonly neededBy: readonly string[];
  readonly hasInstallScript: boolean;
}

/** What the project is made from. */
export interface Inventory {
  /** What runs with the program: asked for first, then what those need, by name. */
  readonly runtime: readonly Dependency[];
  /** What only development and tests ask for. */
  readonly development: readonly Dependency[];
  readonly packages: Packages;
  readonly packageJson: PackageJson;
  readonly reasons: Reasons;
}

function neededBy(packages: Packages): ReadonlyMap<string, readonly string[]> {
  const needs = new Map<string, string[]>();
  for (const path of Object.keys(packages).filter((each) => each !== "")) {
    for (const asked of askedFor(packages, path)) needs.set(asked, [...(needs.get(asked) ?? []), nameOf(path)]);
  }
  return needs;
}

/** Copies of one version, installed at several places, are one dependency. */
function merged(dependencies: readonly Dependency[]): Dependency[] {
  const byVersion = new Map<string, Dependency>();
  for (const each of dependencies) {
    const known = byVersion.get(`${each.name}@${each.version}`) ?? each;
    const together = [...new Set([...known.neededBy, ...each.neededBy])].sort();
    byVersion.set(`${each.name}@${each.version}`, { ...known, neededBy: together });
  }
  return [...byVersion.values()];
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const order = (a: Dependency, b: Dependency): number =>
  Number(b.direct) - Number(a.direct) || compare(a.name, b.name) || compare(a.version, b.version);

/** Takes stock of the project in a folder: its lockfile, its reasons, and what is installed where the lockfile is silent. */
export function takeStock(root: string): Inventory {
  const [packages, packageJson, reasons] = [readLockfile(root), readPackageJson(root), readReasons(root)];
  const needs = neededBy(packages);
  const asDependency = (path: string, why: Readonly<Record<string, string>>, asked: object): Dependency => {
    const { version, license, hasInstallScript } = packages[path] as LockedPackage;
    const direct = path === `node_modules/${nameOf(path)}` && nameOf(path) in asked;
    const licence = license ?? licenceNamedIn(join(root, path));
    const reason = direct ? why[nameOf(path)] : undefined;
    return {
      name: nameOf(path),
      version,
      licence,
      why: reason,
      direct,
      neededBy: needs.get(path) ?? [],
      hasInstallScript,
    };
  };
  const runtime = Object.keys(packages)
    .filter((path) => path !== "" && packages[path]?.dev === false)
    .map((path) => asDependency(path, reasons.dependencies, packageJson.dependencies));
  const development = Object.keys(packageJson.devDependencies)
    .filter((name) => `node_modules/${name}` in packages)
    .map((name) => asDependency(`node_modules/${name}`, reasons.devDependencies, packageJson.devDependencies));
  return { runtime: merged(runtime).sort(order), development: development.sort(order), packages, packageJson, reasons };
}
