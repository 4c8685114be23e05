import type { DiffDocument, FieldChange } from "../../schemas/out/diff.ts";
import { NA_MARK } from "../shared/na-mark.ts";
import { nameOfRow } from "./amount-inputs.ts";
import { cellText } from "./field-words.ts";

/** A row that changed, as far as letters are looked at. */
export interface Changed {
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

/** How a value is told. */
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
