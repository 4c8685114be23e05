import type { Dependency, Inventory } from "./inventory.ts";
import { licenceTaken } from "./licence.ts";

const EXACT = /^\d+\.\d+\.\d+(-[\w.-]+)?$/;

function faultsOf({ name, version, licence, hasInstallScript }: Dependency, permissive: readonly string[]): string[] {
  const faults: string[] = [];
  if (licence === undefined) faults.push("has no licence");
  else if (licenceTaken(licence, permissive) === undefined)
    faults.push(`has the licence ${licence}, which we do not accept`);
  if (hasInstallScript) faults.push("runs a script when it is installed");
  return faults.map((fault) => `${name} ${version} ${fault}`);
}

type Texts = Readonly<Record<string, string>>;

function unpinned(where: string, versions: Texts): string[] {
  const ranges = Object.entries(versions).filter(([, version]) => !EXACT.test(version));
  return ranges.map(([name, range]) => `${name} is asked for as ${range} in ${where}, which is not an exact version`);
}

/** Reasons without a package, and packages without a reason. */
function unpaired(where: string, versions: Texts, reasons: Texts = {}): string[] {
  const stale = Object.keys(reasons).filter((name) => !(name in versions));
  const silent = Object.keys(versions).filter((name) => !(name in reasons));
  return [
    ...stale.map((name) => `${name} has a reason in dependencies.json, and is not among ${where}`),
    ...silent.map((name) => `${name}, among ${where}, has no reason in dependencies.json`),
  ];
}

/** Problems of a project's dependencies, one sentence each. npm compares the versions. */
export function faultsIn(inventory: Inventory): string[] {
  const { runtime, packageJson, reasons } = inventory;
  const { dependencies, devDependencies, overrides } = packageJson;
  const asked = (where: string, versions: Texts, why: Texts | undefined): string[] => [
    ...unpinned(where, versions),
    ...unpaired(where, versions, why),
  ];
  const nowhere = Object.keys(reasons.overrides).filter((of) => !(of in overrides));
  return [
    ...runtime.flatMap((each) => faultsOf(each, reasons.permissive)),
    ...asked("dependencies", dependencies, reasons.dependencies),
    ...asked("devDependencies", devDependencies, reasons.devDependencies),
    ...Object.entries(overrides).flatMap(([of, lifted]) => asked(`overrides of ${of}`, lifted, reasons.overrides[of])),
    ...nowhere.map((of) => `${of} has reasons for overrides in dependencies.json, and there are none`),
  ];
}
