import type { Family, Role } from "../../schemas/source/release.ts";
import { stemOf } from "../problems/file-name.ts";
import { layoutOf } from "../sources/sources.ts";
import { formatOf } from "./formats.ts";

/** CMS's layout file for each kind of table. */
export const LAYOUT_OF: Readonly<Record<Role, string>> = {
  rvu: "pfs-rvu",
  "rvu-qpp": "pfs-rvu",
  gpci: "gpci",
  "opps-cap": "opps-cap",
  anesthesia: "anesthesia",
  "anesthesia-base-units": "anesthesia-base-units",
  counties: "counties",
  "addendum-b": "addendum-b",
  "asc-aa": "asc-aa",
  "asc-bb": "asc-bb",
  "asc-dd1": "asc-dd1",
  "asc-ee": "asc-ee",
  "asc-ff": "asc-ff",
  "addendum-a": "addendum-a",
  "addendum-d1": "addendum-d1",
  "addendum-d2": "addendum-d2",
  "addendum-e": "addendum-e",
  "addendum-j-pairs": "addendum-j-pairs",
  "addendum-j-evaluation": "addendum-j-evaluation",
  "addendum-j-ranks": "addendum-j-ranks",
  "addendum-j-exclusions": "addendum-j-exclusions",
  "addendum-m": "addendum-m",
  "addendum-p": "addendum-p",
  "ncci-addon": "ncci-addon",
  "ncci-mue-practitioner": "ncci-mue-practitioner",
  "ncci-mue-hospital": "ncci-mue-hospital",
  "ncci-mue-dme": "ncci-mue-dme",
  "ncci-ptp-practitioner": "ncci-ptp",
  "ncci-ptp-hospital": "ncci-ptp",
  "wage-index": "wage-index",
  zip5: "zip5",
};

/** Names that tell the two relative value files of 2026 apart; before that year there is one, which says neither. */
const QUALIFYING = /(^|_)QPP/i;

/** What the layout of a role says of its files' names. */
export function namePattern(role: Role): RegExp {
  return new RegExp(layoutOf(LAYOUT_OF[role]).member, "i");
}

/** The two relative value files share one layout; their names tell them apart. */
function isOfTrack(name: string, role: Role): boolean {
  if (role !== "rvu" && role !== "rvu-qpp") return true;
  return QUALIFYING.test(name.replace(/nonQPP/i, "")) === (role === "rvu-qpp");
}

/** The setting of procedure-to-procedure edits, which is in their files' names alone. */
const SETTINGS: Readonly<Partial<Record<Role, RegExp>>> = {
  "ncci-ptp-practitioner": /^ccipra/i,
  "ncci-ptp-hospital": /^ccioph/i,
};

/** Whether a file can be the role's table by its name, in whatever folder. */
export function nameFitsRole(path: string, role: Role): boolean {
  const stem = stemOf(path);
  return namePattern(role).test(stem) && isOfTrack(stem, role) && SETTINGS[role]?.test(stem) !== false;
}

/** Whether CMS's files of a kind name no period at all, so that only the comparison with other releases tells theirs. */
export function namesNoPeriod(role: Role, name: string): boolean {
  const { period } = layoutOf(LAYOUT_OF[role]);
  return Object.keys(formatOf(name) === "txt" ? { ...period.grid, ...period.text } : period.grid).length === 0;
}

/** Tables without which a release prices nothing. Every other table is read beside them. */
export const MAIN_ROLES: ReadonlySet<Role> = new Set<Role>([
  "rvu",
  "rvu-qpp",
  "gpci",
  "addendum-b",
  "asc-aa",
  "asc-bb",
]);

/** Roles that each family's files can have. */
export const ROLES_OF: Readonly<Record<Family, readonly Role[]>> = {
  pfs: ["rvu", "rvu-qpp", "gpci", "opps-cap", "anesthesia", "anesthesia-base-units", "counties"],
  opps: ["addendum-b"],
  asc: ["asc-aa", "asc-bb", "asc-dd1", "asc-ee", "asc-ff"],
  "opps-rule": [
    "addendum-a",
    "addendum-d1",
    "addendum-d2",
    "addendum-e",
    "addendum-j-pairs",
    "addendum-j-evaluation",
    "addendum-j-ranks",
    "addendum-j-exclusions",
    "addendum-m",
    "addendum-p",
  ],
  ncci: ["ncci-addon", "ncci-mue-practitioner", "ncci-mue-hospital", "ncci-mue-dme"],
  "ncci-ptp": ["ncci-ptp-practitioner", "ncci-ptp-hospital"],
  "wage-index": ["wage-index"],
  zip: ["zip5"],
};

/** Tables whose text CMS prints without separators and headings, in a form that no layout describes. */
const WITHOUT_TEXT: ReadonlySet<Role> = new Set<Role>(["ncci-addon"]);

/** Tables of a family that a file can be by its name; none for what is no table. */
export function rolesFor(name: string, family: Family): Role[] {
  const format = formatOf(name);
  if (format === undefined) return [];
  return ROLES_OF[family].filter((role) => nameFitsRole(name, role) && !(format === "txt" && WITHOUT_TEXT.has(role)));
}

/** Whether a file can be a table of a family by its name, or a workbook with several: CMS posts ASC addenda as one. */
export function mayHaveTables(name: string, family: Family): boolean {
  return rolesFor(name, family).length > 0 || (family === "asc" && formatOf(name) === "xlsx");
}
