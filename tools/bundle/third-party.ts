import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Inventory } from "../dependencies/inventory.ts";
import { licenceTaken } from "../dependencies/licence.ts";
import type { Reasons } from "../dependencies/reasons.ts";
import { foreignCode } from "./foreign-code.ts";
import type { UsedPackage } from "./program.ts";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const RULE = "-".repeat(80);
/** Licence texts that a package does not contain, or of code that it took from others. */
const KEPT = "tools/bundle/licences";

/** A package whose code is in the program. */
export interface Bundled extends UsedPackage {
  readonly name: string;
  readonly version: string;
  readonly dependencies: readonly string[];
  /** The package that contains its code, if no file of it was bundled. */
  readonly inside?: string;
}

function bundledAt(root: string, used: UsedPackage, inside?: string): Bundled {
  const packageJson = JSON.parse(readFileSync(join(root, used.path, "package.json"), "utf8"));
  const { name, version, dependencies = {} } = packageJson;
  return { ...used, name, version, dependencies: Object.keys(dependencies), ...(inside && { inside }) };
}

/** Folder in which Node finds a package for another one: below it, or below a folder above. */
function installedPath(root: string, from: string, name: string): string {
  const path = join(from, "node_modules", name);
  if (existsSync(join(root, path, "package.json"))) return path;
  if (from === "") throw new Error(`${name} is not installed`);
  return installedPath(root, from.slice(0, Math.max(0, from.lastIndexOf("node_modules/"))), name);
}

function unimported({ dependencies, imports }: Bundled): string[] {
  return dependencies.filter((each) => !imports.has(each));
}

/**
 * The packages whose code is in the program. A package that another one needs and none of its files imports counts as
 * inlined: d3-array ships one prebuilt file, with the code of internmap in it.
 *
 * @param used the bundled packages
 * @param notInlined packages that are needed but neither imported nor inlined, each with the reason
 * @throws Error for an unused entry of `notInlined`
 */
export function bundledPackages(
  root: string,
  used: readonly UsedPackage[],
  notInlined: Reasons["notInlined"],
): readonly Bundled[] {
  const all = used.map((each) => bundledAt(root, each));
  for (const each of all) {
    const inlined = unimported(each).filter((name) => notInlined[each.name]?.[name] === undefined);
    const paths = inlined.map((name) => installedPath(root, each.path, name));
    const others = paths.filter((path) => all.every((known) => known.path !== path));
    all.push(...others.map((path) => bundledAt(root, { path, files: [], imports: new Set() }, each.name)));
  }
  const needed = new Set(all.flatMap((each) => unimported(each).map((name) => `${each.name} > ${name}`)));
  const entries = Object.entries(notInlined).flatMap(([by, of]) => Object.keys(of).map((name) => `${by} > ${name}`));
  const unused = entries.filter((entry) => !needed.has(entry));
  if (unused.length === 0) return all;
  throw new Error(`notInlined in dependencies.json has unused entries: ${unused.join(", ")}`);
}

/** A package's licence texts: its own files, and those in our repository. */
export function licenceText(root: string, { name, version, path }: Pick<Bundled, "name" | "version" | "path">): string {
  const own = readdirSync(join(root, path))
    .filter((file) => LICENCE_FILE.test(file))
    .map((file) => join(root, path, file));
  const kept = join(root, KEPT, `${name}-${version}.txt`);
  const files = existsSync(kept) ? [...own, kept] : own;
  if (files.length > 0) return files.map((file) => readFileSync(file, "utf8").trim()).join("\n\n");
  throw new Error(`${name} ${version} has no licence text; put the one of its repository into ${kept}`);
}

function section(root: string, each: Bundled, { runtime, reasons }: Inventory): string {
  const { name, version, inside } = each;
  const named = runtime.find((known) => known.name === name && known.version === version)?.licence ?? "";
  const taken = licenceTaken(named, reasons.permissive);
  if (taken === undefined) throw new Error(`${name} ${version} has the licence ${named}, which we do not accept`);
  const licence = `${named}${taken === named ? "" : `, taken under ${taken}`}${inside ? `, inside ${inside}` : ""}`;
  return [RULE, `${name} ${version}: ${licence}`, "", licenceText(root, each), ""].join("\n");
}

/**
 * The licence texts of the packages in the program; the licences require them. Copies of one version count once.
 *
 * @param holder what holds their code, for the first sentence
 * @throws Error for a package without a licence text, with another licence, or with code of others that is not listed
 */
export function thirdPartyLicences(
  root: string,
  packages: readonly Bundled[],
  inventory: Inventory,
  holder = "Its one file of code",
): string {
  const listed = new Set(packages.map(({ name }) => name));
  const inlined = packages.filter(({ inside }) => inside).map((each) => licenceText(root, each));
  const foreign = packages.flatMap((each) => {
    return foreignCode(root, each, [licenceText(root, each), ...inlined].join("\n"), listed);
  });
  if (foreign.length > 0)
    throw new Error(`${foreign.join("\n")}\nPut the licence texts into ${KEPT}/<name>-<version>.txt`);
  const sections = new Map(packages.map((each) => [`${each.name} ${each.version}`, section(root, each, inventory)]));
  const introduction = `ratebook is licensed under Apache-2.0, see LICENSE. ${holder} holds code of ${sections.size} other packages,
each under its own licence:
`;
  return [introduction, ...[...sections.keys()].sort().map((key) => sections.get(key))].join("\n");
}
