import type { UserField, UserHeadings } from "../../schemas/source/user-headings.ts";
import { sourceAsItIs } from "./read-source.ts";

/** What users print over some fields of their files. */
export function userHeadings<Field extends UserField>(fields: readonly Field[]): Pick<UserHeadings["fields"], Field> {
  const { fields: known } = sourceAsItIs<UserHeadings>("user-headings.json");
  return Object.fromEntries(fields.map((field) => [field, known[field]])) as Pick<UserHeadings["fields"], Field>;
}
