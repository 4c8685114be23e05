import type { Fresh } from "../../../schemas/source/completeness.ts";
import type { Profile, ProfileTable } from "../../../schemas/source/profile.ts";
import type { Publication } from "../../../schemas/source/release.ts";
import type { Beyond } from "./judge.ts";
import type { TableLooks } from "./looks.ts";
import { neighboursOf, yearsBetween } from "./neighbour.ts";

type Hashed = Pick<TableLooks["columns"][number], "field" | "hash" | "letters">;

/** The columns of figures that two tables share, when all of them are equal. */
function equalFigures(columns: readonly Hashed[], others: readonly Pick<Hashed, "field" | "hash">[]): string[] {
  const hashes = new Map(others.map(({ field, hash }) => [field, hash]));
  const common = columns.filter(({ field, letters }) => letters === undefined && hashes.has(field));
  return common.every(({ field, hash }) => hashes.get(field) === hash) ? common.map(({ field }) => field) : [];
}

/** Figures that are those of another publication: all of a table, or one column that CMS changes by itself. */
interface Repeated {
  readonly column: readonly [field: string] | readonly [];
  readonly fields: readonly string[];
}

function repeatedFigures({ columns }: TableLooks, other: ProfileTable, alone: readonly string[]): Repeated[] {
  const all = equalFigures(columns, other.columns);
  if (all.length > 0) return [{ column: [], fields: all }];
  const isEqual = (name: string): boolean =>
    equalFigures(
      columns.filter(({ field }) => field === name),
      other.columns,
    ).length > 0;
  return alone.filter(isEqual).map((field) => ({ column: [field], fields: [field] }));
}

/** Whether the tables of two publications must differ. */
function isToDiffer({ each, repeatedIn }: Fresh, own: Publication, other: Profile): boolean {
  if (each === "publication") return true;
  const later = own.window.from > other.window.from ? own : other;
  return yearsBetween(own, other) > 0 && !repeatedIn.includes(later.window.from.slice(0, 4));
}

/**
 * Finds a table of another publication under a wrong name: every figure is equal, whatever its headings are.
 */
export function wrongPublication(
  looks: TableLooks,
  publication: Publication,
  profiles: readonly Profile[],
  rules: readonly Fresh[],
): Beyond[] {
  const rule = rules.find(({ role }) => role === looks.role);
  if (rule === undefined) return [];
  const others = neighboursOf(publication, looks.role, profiles).filter(({ profile }) =>
    isToDiffer(rule, publication, profile),
  );
  for (const { profile, table } of others) {
    const repeated = repeatedFigures(looks, table, rule.fields ?? []);
    if (repeated.length === 0) continue;
    return repeated.map(({ column, fields }) => ({
      key: [looks.role, ...column, "another"].join("."),
      field: undefined,
      message: `every figure (${fields.join(", ")}) equals that of ${profile.label}, cell by cell; CMS updates the table for each ${rule.each}`,
    }));
  }
  return [];
}
