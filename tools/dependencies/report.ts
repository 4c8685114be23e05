import { markdownTable } from "../../scripts/print/marked.ts";
import type { Dependency, Inventory } from "./inventory.ts";

type Texts = Readonly<Record<string, string>>;

function part(title: string, heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return `## ${title}\n\n${markdownTable(heading, rows)}\n`;
}

/** Packages that somebody asks for, with the reasons. */
function asked(title: string, packages: readonly Dependency[], versions: Texts, why: Texts): string {
  const rows = packages
    .filter(({ name, version }) => versions[name] === version)
    .map(({ name, version, licence = "none" }) => [name, version, licence, why[name] ?? "no reason given"]);
  return part(title, ["package", "version", "licence", "why"], rows);
}

/** The packages that the project asks for, as the repository shows them. */
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

Written by \`npm run dependencies -- --write\`; a test fails when it is not up to date. Everything is pinned exactly. None
of what the program needs runs a script when it is installed. The packed program has it all inside, with every licence, and
installs nothing else. With what these packages need in turn, the program asks for ${runtime.length}:
\`npm sbom --sbom-format cyclonedx --package-lock-only\` lists them, for people and tools.
`;
  return [
    introduction,
    asked("Asked for by the program", runtime, dependencies, reasons.dependencies),
    part("Lifted to newer versions", ["package", "for", "version", "why"], lifted),
    asked("Asked for by development and tests", development, devDependencies, reasons.devDependencies),
  ].join("\n");
}
