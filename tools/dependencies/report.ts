import { markdownTable } from "../../scripts/print/marked.ts";
import type { Dependency, Inventory } from "./inventory.ts";

type Texts = Readonly<Record<string, string>>;

function part(title: string, heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return `## ${title}\n\n${markdownTable(heading, rows)}\n`;
}

/** Packages with their reasons. */
function asked(title: string, packages: readonly Dependency[], versions: Texts, why: Texts): string {
  const rows = packages
    .filter(({ name, version }) => versions[name] === version)
    .map(({ name, version, licence = "none" }) => [name, version, licence, why[name] ?? "no reason given"]);
  return part(title, ["package", "version", "licence", "why"], rows);
}

/** The text of docs/dependencies.md. */
export function dependencyMarkdown({ runtime, development, packageJson, reasons }: Inventory): string {
  const { dependencies, devDependencies, overrides } = packageJson;
  const lifted = Object.entries(overrides).flatMap(([by, versions]) =>
    Object.entries(versions).map(([name, version]) => [
      name,
      by,
      version,
      reasons.overrides[by]?.[name] ?? "none given",
    ]),
  );
  const introduction = `# Dependencies

\`npm run dependencies -- --write\` writes this page; a test fails when it is not current. Every version is exact. No package
that the program needs runs a script when it is installed. The packed program contains all of them, with their licences,
and installs nothing else. With the packages that these need in turn, the program needs ${runtime.length}:
\`npm sbom --sbom-format cyclonedx --package-lock-only\` lists them.
`;
  return [
    introduction,
    asked("Packages of the program", runtime, dependencies, reasons.dependencies),
    part("Packages of packages, in a newer version", ["package", "for", "version", "why"], lifted),
    asked("Packages of development and tests", development, devDependencies, reasons.devDependencies),
  ].join("\n");
}
