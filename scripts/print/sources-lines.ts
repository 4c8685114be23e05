import type { HeldRelease, LackedTable } from "../../pipelines/inputs/held.ts";
import { FINDING_KINDS, type SourcesFinding } from "../../pipelines/inputs/sources-findings.ts";
import type { BuiltFrom } from "../store/built-releases.ts";
import { type Align, textTable } from "./columns.ts";
import { wrapped } from "./running-text.ts";
import type { Colours } from "./terminal.ts";

/** What `ratebook sources` tells: the releases, and where it looked. */
export interface SourcesList {
  readonly day: string;
  /** Folder of downloads; null where none was named. */
  readonly from: string | null;
  /** The store of downloads; null where there is none. */
  readonly store: string | null;
  readonly out: string;
  readonly releases: readonly (HeldRelease & { readonly built: BuiltFrom | null })[];
}

const HEADINGS = ["release", "days of service", "registered", "tables", "built", "superseded by"] as const;
const ALIGNS: readonly Align[] = HEADINGS.map(() => "left");

function heldText({ registered, tables, held, lacks }: HeldRelease, colours: Colours): string {
  if (!registered) return colours.dim("-");
  const text = `${held} of ${tables}`;
  if (held === tables) return colours.green(text);
  return lacks.some(({ state }) => state === "missing") ? colours.yellow(text) : text;
}

function builtText(built: BuiltFrom | null, colours: Colours): string {
  if (built === null) return colours.dim("no");
  const how = { whole: "yes", partial: "in part", excerpt: "excerpt" }[built.coverage];
  return built.asRegistered ? how : colours.yellow(`${how}, other files`);
}

function rowOf(listed: SourcesList["releases"][number], colours: Colours): string[] {
  const { release, window, registered, built, supersededBy, inForce } = listed;
  return [
    inForce ? colours.bold(`${release} *`) : release,
    `${window.from} to ${window.to}`,
    registered ? "yes" : colours.yellow("no"),
    heldText(listed, colours),
    builtText(built, colours),
    supersededBy ?? colours.dim("-"),
  ];
}

const HASH_ONLY = "Known by hash only: the file was not read, or somebody made it";

/** "RVU26B: rvu, gpci (rvu26b.zip)": each publication once, also where it serves several releases. */
function lackedLines(lacks: readonly LackedTable[], state: LackedTable["state"]): string[] {
  const found = new Map<string, { roles: Set<string>; files: Set<string> }>();
  for (const { publication, role, file } of lacks.filter((each) => each.state === state)) {
    const { roles, files } = found.get(publication) ?? { roles: new Set(), files: new Set() };
    found.set(publication, { roles: roles.add(role), files: files.add(file) });
  }
  return [...found].flatMap(([publication, { roles, files }]) =>
    wrapped(`${publication}: ${[...roles].join(", ")} (${[...files].join(", ")})`, "  ", "      "),
  );
}

function section(heading: string, lines: readonly string[], colours: Colours): string[] {
  return lines.length === 0 ? [] : ["", colours.bold(heading), ...lines];
}

function inForceLine({ day, releases }: SourcesList): string {
  const found = releases.find(({ inForce }) => inForce);
  return found === undefined
    ? `CMS's calendar has no release for ${day}: register the one that CMS has posted since`
    : `* ${found.release} is in force on ${day}`;
}

function whereLines({ from, store, out }: SourcesList): string[] {
  const folders = [...(from === null ? [] : [from]), ...(store === null ? [] : [`the store ${store}`])];
  const tables =
    folders.length === 0
      ? "There is no store, and --from names no folder, so no table was looked for"
      : `Tables were looked for in ${folders.join(" and ")}`;
  return wrapped(`${tables}; built releases were looked for in ${out}`, "", "");
}

/** The releases as a table, and the tables that are not there. */
export function sourcesLines(list: SourcesList, colours: Colours): string[] {
  const rows = list.releases.map((each) => rowOf(each, colours));
  const lacks = list.releases.flatMap((each) => each.lacks);
  const looked = list.from !== null || list.store !== null;
  return [
    ...textTable([HEADINGS.map(colours.dim), ...rows], ALIGNS),
    "",
    inForceLine(list),
    ...whereLines(list).map(colours.dim),
    ...(looked ? section("Missing: download them from CMS", lackedLines(lacks, "missing"), colours) : []),
    ...(looked ? section(HASH_ONLY, lackedLines(lacks, "hash-only"), colours) : []),
  ];
}

/** What each kind of finding is, in the words of its heading. */
const KIND_TEXT: Readonly<Record<SourcesFinding["kind"], string>> = {
  missing: "Missing: registered, and not there",
  unpinned: "Unpinned: there, and not registered",
  changed: "Changed: other bytes than the name says",
  orphaned: "Orphaned: one half of a pair without the other",
  "hash-only": HASH_ONLY,
};

/** Whether a finding is for somebody to put right. */
export function isUnsound({ kind }: SourcesFinding): boolean {
  return kind !== "hash-only";
}

function findingLines({ what, seen, cure }: SourcesFinding, colours: Colours): string[] {
  return [...wrapped(`${what}: ${seen}`, "  ", "      "), ...wrapped(cure, colours.dim("    -> "), "       ")];
}

/** The findings by kind, and what they come to. */
export function doctorLines(
  findings: readonly SourcesFinding[],
  looked: readonly string[],
  colours: Colours,
): string[] {
  const sections = FINDING_KINDS.flatMap((kind) => {
    const own = findings.filter((each) => each.kind === kind);
    const lines = own.flatMap((each) => findingLines(each, colours));
    return own.length === 0 ? [] : [colours.bold(`${KIND_TEXT[kind]} (${own.length})`), ...lines, ""];
  });
  const unsound = findings.filter(isUnsound).length;
  const where =
    looked.length === 0 ? "the registry alone: no folder was named, and there is no store" : looked.join(", ");
  const verdict = unsound === 0 ? colours.green("Sound") : colours.yellow(`${unsound} to put right`);
  return [...sections, ...wrapped(`${verdict}. Looked at ${where}`, "", "")];
}
