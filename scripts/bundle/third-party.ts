import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { licenceNamedIn, licenceTaken } from "../dependencies/licence.ts";

const LICENCE_FILE = /^(licen[cs]e|copying|notice)/i;
const LICENCE_SECTION = /^#+ *licen[cs]e\b.*$/im;
const RULE = "-".repeat(80);

/** A package whose code is in the bundle. */
export interface Bundled {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

/** A package's licence texts: its files; else what its README says; else what we keep of its repository. */
function licenceText(root: string, { name, version, folder }: Bundled): string {
  const files = readdirSync(folder).filter((file) => LICENCE_FILE.test(file));
  if (files.length > 0) return files.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  const kept = join(root, `scripts/bundle/licences/${name}-${version}.txt`);
  if (existsSync(kept)) return readFileSync(kept, "utf8").trim();
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const section = LICENCE_SECTION.exec(readme);
  const text = section === null ? "" : readme.slice(section.index + section[0].length).trim();
  if (/copyright/i.test(text)) return text;
  throw new Error(`${name} ${version} carries no licence text; put its repository's into ${kept}`);
}

/** Packages by where they lie below the root; copies of one version count once. */
export function bundledPackages(root: string, paths: readonly string[]): Bundled[] {
  const packages = paths.map((path) => {
    const folder = join(root, path);
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as Bundled;
    return { name, version, folder };
  });
  const once = new Map(packages.map((each) => [`${each.name} ${each.version}`, each]));
  return [...once].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

function section(root: string, each: Bundled, permissive: readonly string[]): string {
  const named = licenceNamedIn(each.folder) ?? "";
  const taken = licenceTaken(named, permissive);
  if (taken === undefined)
    throw new Error(`${each.name} ${each.version} has the licence ${named}, which we do not take`);
  const licence = taken === named ? named : `${named}, taken under ${taken}`;
  return [RULE, `${each.name} ${each.version}: ${licence}`, "", licenceText(root, each), ""].join("\n");
}

/**
 * The licence texts of the packages in the bundle, as their licences demand that they go with it.
 *
 * @param permissive licences that we take
 * @throws Error for a package without a licence text, or with another licence
 */
export function thirdPartyLicences(root: string, packages: readonly Bundled[], permissive: readonly string[]): string {
  const introduction = `ratebook is licensed under Apache-2.0, see LICENSE. Its one file of code holds code of ${packages.length} other packages,
each under its own licence:
`;
  return [introduction, ...packages.map((each) => section(root, each, permissive))].join("\n");
}
