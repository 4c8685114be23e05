import { type Align, textTable } from "../print/columns.ts";
import { markdownTable } from "../print/marked.ts";
import type { Dependency, Inventory } from "./inventory.ts";

type Cells = readonly string[];

/** Packages that ask for one, named up to a number at which they stop telling anything. */
const NAMED = 4;

function askers({ neededBy }: Dependency): string {
  const more = neededBy.length - NAMED;
  return more > 1 ? `${neededBy.slice(0, NAMED).join(", ")} and ${more} more` : neededBy.join(", ");
}

function cellsOf(dependency: Dependency): Cells {
  const { name, version, licence, why, direct } = dependency;
  return [name, version, licence ?? "none", direct ? (why ?? "no reason given") : askers(dependency)];
}

/** What was lifted: the package, which one asks for it, the range it asks for, the version it gets, why. */
function liftedCells({ packages, packageJson, reasons }: Inventory): Cells[] {
  return Object.entries(packageJson.overrides).flatMap(([of, versions]) =>
    Object.entries(versions).map(([name, version]) => {
      const range = packages[`node_modules/${of}`]?.dependencies[name] ?? "any, further down";
      return [name, of, range, version, reasons.overrides[of]?.[name] ?? "no reason given"];
    }),
  );
}

/** The tables of a report, each with what it shows. */
interface Part {
  readonly title: string;
  readonly heading: Cells;
  readonly rows: readonly Cells[];
}

function partsOf(inventory: Inventory): Part[] {
  const { runtime, development } = inventory;
  const asked = runtime.filter(({ direct }) => direct).map(cellsOf);
  const needed = runtime.filter(({ direct }) => !direct).map(cellsOf);
  const heading = ["package", "version", "licence", "why"];
  return [
    { title: "Asked for by the program", heading, rows: asked },
    {
      title: "Lifted to newer versions",
      heading: ["package", "for", "which asks for", "and gets", "why"],
      rows: liftedCells(inventory),
    },
    { title: "Needed by those", heading: ["package", "version", "licence", "needed by"], rows: needed },
    { title: "Asked for by development and tests", heading, rows: development.map(cellsOf) },
  ];
}

const LEFT: readonly Align[] = ["left", "left", "left", "left", "left"];

/** The tables for a terminal. */
export function dependencyLines(inventory: Inventory): string[] {
  return partsOf(inventory).flatMap(({ title, heading, rows }) => [
    `${title} (${rows.length})`,
    ...textTable([heading, ...rows], LEFT.slice(0, heading.length)).map((line) => `  ${line}`),
    "",
  ]);
}

const INTRODUCTION = `# Dependencies

Written by \`npm run dependencies -- --write\` from package-lock.json and dependencies.json; a test fails when it is not
up to date. Everything is pinned exactly. None of what the program needs runs a script when it is installed, and the
packed program has it all inside: installing that one installs nothing else.
`;

/** The tables as the repository shows them. */
export function dependencyMarkdown(inventory: Inventory): string {
  const parts = partsOf(inventory).map(({ title, heading, rows }) =>
    [`## ${title}`, "", markdownTable(heading, rows), ""].join("\n"),
  );
  return [INTRODUCTION, ...parts].join("\n");
}
