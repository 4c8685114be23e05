import { readDocument } from "../support/documents.ts";

/** A step of a job: the fields of one line each, and its environment. */
export interface Step {
  readonly fields: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** A job of a workflow. */
export interface Job {
  readonly fields: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const unquoted = (text: string): string => text.replace(/^(["'])(.*)\1$/, "$2").replace(/ +# .*$/, "");

/** The `name: value` lines that are indented by exactly so many blanks. */
function fieldsAt(lines: readonly string[], indent: number): Record<string, string> {
  const line = new RegExp(`^ {${indent}}([\\w-]+):(?: (.*))?$`);
  const found = lines.flatMap((text) => {
    const [, name, value = ""] = line.exec(text) ?? [];
    return name === undefined ? [] : [[name, unquoted(value)]];
  });
  return Object.fromEntries(found);
}

/** The lines below a key, up to the next line that is not indented further. */
function below(lines: readonly string[], key: string, indent: number): string[] {
  const start = lines.indexOf(`${" ".repeat(indent)}${key}:`);
  if (start < 0) return [];
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= indent);
  return end < 0 ? rest : rest.slice(0, end);
}

/** Parts of a list, each of which begins with a line that fits. */
function parts(lines: readonly string[], begins: RegExp): string[][] {
  const starts = lines.flatMap((line, at) => (begins.test(line) ? [at] : []));
  return starts.map((start, at) => lines.slice(start, starts[at + 1]));
}

function stepOf([first = "", ...rest]: readonly string[]): Step {
  const lines = [first.replace("      - ", "        "), ...rest];
  return { fields: fieldsAt(lines, 8), env: fieldsAt(below(lines, "env", 8), 10) };
}

function jobOf(lines: readonly string[]): Job {
  const folded = lines.join("\n").replaceAll(/: >-\n {6}(.*)\n {6}(.*)/g, ": $1 $2");
  const all = folded.split("\n");
  return {
    fields: fieldsAt(all, 4),
    env: fieldsAt(below(all, "env", 4), 6),
    permissions: fieldsAt(below(all, "permissions", 4), 6),
    steps: parts(below(all, "steps", 4), /^ {6}- /).map(stepOf),
  };
}

/** The jobs of a workflow of ours, by their names. It reads the YAML that we write, not all that there is. */
export function jobsOf(path: string): ReadonlyMap<string, Job> {
  const lines = below(readDocument(path).split("\n"), "jobs", 0);
  return new Map(parts(lines, /^ {2}[\w-]+:$/).map((job) => [job[0]?.trim().slice(0, -1) ?? "", jobOf(job.slice(1))]));
}
