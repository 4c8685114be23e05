import type { AnesthesiaOut } from "../../../schemas/out/places.ts";
import type { RateAnesthesia } from "../../../schemas/out/rate.ts";
import type { Tables } from "../../documents/tables.ts";
import { ANESTHESIA_ALLOWANCE } from "../../schedules/pfs/rules.ts";
import { ANESTHESIA } from "../../words/reasons.ts";
import { UNREAD } from "../../words/unread.ts";
import { cellsOf } from "./cells.ts";
import { nationalRows, type RateQuestion } from "./question.ts";

type Head = Omit<Tables["anesthesia"], "rows">;
type Factors = Pick<RateAnesthesia, "conversionFactor" | "qualifyingApm">;

function factorsIn(head: Head, { conversionFactor, qualifyingApm, row }: AnesthesiaOut): Factors {
  const read = (value: string, field: string) => ({ value, cells: [cellsOf(head, "anesthesia", row, [field])] });
  return {
    conversionFactor: read(conversionFactor, "anesthesiaFactor"),
    ...(qualifyingApm === null ? {} : { qualifyingApm: read(qualifyingApm, "anesthesiaFactorQualifyingApm") }),
  };
}

/** The factors of the place of the question, or why there are none: the nation has none, and CMS's file may be missing. */
function factorsOf({ documents, place }: RateQuestion): Factors {
  const table = documents.table("anesthesia");
  if (table?.head.files["anesthesia"] === undefined) return { conversionFactor: { reason: UNREAD.source } };
  if (place === undefined) return { conversionFactor: { reason: "one-for-each-locality" } };
  const [row] = table.rowsOf({ locality: place.place.locality });
  return row === undefined ? { conversionFactor: { reason: "locality-not-in-release" } } : factorsIn(table.head, row);
}

function baseUnitsOf({ documents, hcpcs }: RateQuestion): RateAnesthesia["baseUnits"] {
  const head = documents.table("anesthesia")?.head;
  const all = head?.baseUnits ?? null;
  if (head === undefined || all === null) return { reason: UNREAD.source };
  const own = all.find((each) => each.hcpcs === hcpcs);
  if (own === undefined) return { reason: "not-in-base-units" };
  return { units: own.units, cells: [cellsOf(head, "anesthesia-base-units", own.row, ["baseUnits"])] };
}

/** What an anesthesia code is paid by in the place of the question; undefined for every other code. */
export function anesthesiaOf(question: RateQuestion): RateAnesthesia | undefined {
  if (!nationalRows(question).some(({ priceState }) => priceState === ANESTHESIA)) return undefined;
  return { rule: ANESTHESIA_ALLOWANCE.id, ...factorsOf(question), baseUnits: baseUnitsOf(question) };
}
