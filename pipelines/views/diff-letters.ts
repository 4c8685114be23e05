import type { DiffDocument, FieldChange } from "../../schemas/out/diff.ts";
import { nameOfRow } from "../diff/amount-inputs.ts";
import { cellText } from "../words/fields.ts";
import type { IndicatorList } from "../words/indicators.ts";
import { NA_MARK } from "../words/na.ts";

/** A row that changed, as far as letters are looked at. */
interface Changed {
  readonly hcpcs: string;
  readonly modifier?: string;
  readonly fields: Readonly<Record<string, FieldChange>>;
}

/** Codes whose letter changed in one way. */
export interface Way {
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
}

/** A value in words. */
type Words = (value: FieldChange["from"]) => string;

const naMark: Words = (value) => (value === true ? NA_MARK : `not ${NA_MARK}`);

/** Changes of one field, by what it was and what it is; the most frequent first. */
export function ways(changed: readonly Changed[], field: string, words: Words = cellText): Way[] {
  const found = new Map<string, Way & { codes: string[] }>();
  for (const { hcpcs, modifier = "", fields } of changed) {
    const change = fields[field];
    if (change === undefined) continue;
    const [from, to] = [words(change.from), words(change.to)];
    const way = found.get(`${from} ${to}`) ?? { from, to, codes: [] };
    way.codes.push(nameOfRow({ hcpcs, modifier }));
    found.set(`${from} ${to}`, way);
  }
  for (const { codes } of found.values()) codes.sort();
  return [...found.values()].sort((left, right) => right.codes.length - left.codes.length);
}

/** CMS's NA marks that came and went, office and facility apart. */
export function naWays({ pfs }: Pick<DiffDocument, "pfs">): readonly (Way & { readonly setting: string })[] {
  const of = (setting: string, field: "nonFacilityNa" | "facilityNa") =>
    ways(pfs?.changed ?? [], field, naMark).map((way) => ({ setting, ...way }));
  return [...of("office", "nonFacilityNa"), ...of("facility", "facilityNa")];
}

/** A letter that has a list of its own in every report. */
export interface Letter {
  readonly title: string;
  readonly table: "pfs" | "opps" | "asc";
  readonly field: string;
  /** Where the meanings of its values stand. */
  readonly meanings?: IndicatorList;
}

/** The letters of the tables; CMS's NA marks stand beside them. */
export const LETTERS = {
  status: { title: "PFS status", table: "pfs", field: "status", meanings: "pfs-status" },
  opps: { title: "OPPS status indicator", table: "opps", field: "statusIndicator", meanings: "opps-status" },
  apc: { title: "APC", table: "opps", field: "apc" },
  asc: { title: "ASC payment indicator", table: "asc", field: "paymentIndicator", meanings: "asc-payment" },
} as const satisfies Record<string, Letter>;

/** The ways in which a letter changed; none where a side lacks its table. */
export function waysOf(diff: DiffDocument, { table, field }: Letter): Way[] {
  return ways(diff[table]?.changed ?? [], field);
}
