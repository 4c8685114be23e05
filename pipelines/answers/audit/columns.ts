import type { Problem } from "../../../schemas/place.ts";
import type { UserField } from "../../../schemas/source/user-headings.ts";
import { didYouMean } from "../../problems/nearest.ts";
import { columnLetter } from "../../problems/problems.ts";
import { quoted } from "../../problems/quoted.ts";
import { userHeadings } from "../../sources/user-headings.ts";
import { bare, bestMap, type HeadingMap, squeezed, upperMaps } from "../../tables/heading-map.ts";

/** Columns with figures. */
export const FIGURE_FIELDS = [
  ...(["amount", "nonFacility", "facility", "oppsRate", "ascRate", "total"] as const),
  ...(["workRvu", "nonFacilityPeRvu", "facilityPeRvu", "mpRvu", "nonFacilityTotal", "facilityTotal"] as const),
] as const satisfies readonly UserField[];
/** A column with figures. */
export type FigureField = (typeof FIGURE_FIELDS)[number];

export const AUDIT_FIELDS = [
  ...(["code", "modifier", "setting", "pos", "mac", "locality", "zip"] as const),
  ...FIGURE_FIELDS,
] as const satisfies readonly UserField[];
/** A field that somebody's table may have. */
export type AuditField = (typeof AUDIT_FIELDS)[number];

/** Which columns are which fields. */
export type AuditColumns = HeadingMap<AuditField>;

/** Fields by the headings that a user names for them. */
export type Overrides = ReadonlyMap<string, AuditField>;

/** What may be printed over each field; a heading that the user names is that field and no other. */
function knownWith(overrides: Overrides) {
  const known = userHeadings(AUDIT_FIELDS);
  if (overrides.size === 0) return known;
  const named = [...overrides].map(([heading, field]) => ({ heading: bareHeading(heading), field }));
  const taken = new Set(named.map(({ heading }) => heading));
  const entries = AUDIT_FIELDS.map((field) => {
    const own = named.filter((each) => each.field === field).map(({ heading }) => heading);
    const others = known[field].headings.filter((each) => !taken.has(squeezed(each)));
    return [field, { ...known[field], headings: own.length > 0 ? own : others }] as const;
  });
  return { ...known, ...Object.fromEntries(entries) };
}

/** A heading as headings are compared. */
function bareHeading(heading: string): string {
  return squeezed(bare(heading));
}

/** Finds the headings of a table. A row with the code and any figure comes before one with only the code. */
export function columnsOf(
  rows: readonly (readonly string[])[],
  overrides: Overrides = new Map(),
): AuditColumns | undefined {
  const maps = upperMaps<AuditField>(rows, knownWith(overrides));
  const map = bestMap(maps, ["code"]);
  if (map !== undefined && FIGURE_FIELDS.some((field) => map.columns.has(field))) return map;
  for (const field of FIGURE_FIELDS) {
    const better = bestMap(maps, ["code", field]);
    if (better?.columns.has(field) === true) return better;
  }
  return map;
}

const CURE =
  'Name the columns with --map "HEADING=field", such as --map "CPT=code,Fee=nonFacility"; sources/user-headings.json lists the words that are known';

/** "the amount outside a facility (nonFacility)" */
function fieldText(field: AuditField): string {
  return `${field}: ${userHeadings(AUDIT_FIELDS)[field].words}`;
}

function seenText(rows: readonly (readonly string[])[], map: AuditColumns | undefined): string {
  const cells = rows[map?.row ?? 0] ?? [];
  const headings = cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
  return headings.length === 0 ? "nothing" : quoted(headings.join(", "), 200);
}

/** The names that `--map` gave to headings that the table does not have. */
function unknownOverrides(map: AuditColumns | undefined, overrides: Overrides): string[] {
  const seen = new Set(map?.mapping.map(({ heading }) => bareHeading(heading)));
  return [...overrides.keys()].filter((heading) => !seen.has(bareHeading(heading)));
}

/** Everything that is wrong with the headings of a table. */
export function columnProblems(
  name: string,
  rows: readonly (readonly string[])[],
  map: AuditColumns | undefined,
  overrides: Overrides,
): Problem[] {
  const row = (map?.row ?? 0) + 1;
  const problem = (message: string, at?: number): Problem => ({
    code: "audit.heading",
    place: { file: name, row, ...(at === undefined ? {} : { column: columnLetter(at) }) },
    message,
    cure: CURE,
  });
  const seen = seenText(rows, map);
  const unknown = unknownOverrides(map, overrides).map((heading) => {
    const near = didYouMean(heading, map?.mapping.map((each) => each.heading) ?? []);
    return problem(`--map names the column "${quoted(heading)}", which the table does not have${near}; seen: ${seen}`);
  });
  const figures = FIGURE_FIELDS.filter((field) => map?.columns.has(field) === true);
  return [
    ...unknown,
    ...(map?.doubts ?? []).map(({ at, message }) => problem(`${message}: say which one is meant`, at)),
    ...(map?.columns.has("code") === true
      ? []
      : [problem(`no column is headed as ${fieldText("code")}; seen: ${seen}`)]),
    ...(figures.length > 0 ? [] : [problem(`no column is headed as an amount or an RVU; seen: ${seen}`)]),
  ];
}
