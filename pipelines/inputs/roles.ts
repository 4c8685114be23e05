import type { Role } from "../../schemas/source/release.ts";

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
  "wage-index": "wage-index",
  zip5: "zip5",
};

/** Names that tell the two relative value files of 2026 apart; before that year there is one, which says neither. */
const QUALIFYING = /(^|_)QPP/i;

/** Whether a member's name belongs to the role: the two relative value files share one layout. */
export function nameFitsRole(name: string, role: Role): boolean {
  if (role !== "rvu" && role !== "rvu-qpp") return true;
  return QUALIFYING.test(name.replace(/nonQPP/i, "")) === (role === "rvu-qpp");
}
