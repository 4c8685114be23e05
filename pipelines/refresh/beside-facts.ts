import type { Fact } from "../../schemas/out/refresh.ts";
import type { NcciAddOnRow, NcciMueRow } from "../../schemas/row/ncci.ts";
import { isOnRequest } from "../../schemas/source/release.ts";
import type { Registration } from "../inputs/register.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { MUE_ROLES } from "../schedules/ncci/checks.ts";
import { activeEdits, type PtpEdits } from "../schedules/ncci/ptp-edits.ts";
import type { SourceFile } from "../tables/source-file.ts";
import { rowCount } from "../tables/table.ts";
import { countText } from "../words/money-text.ts";
import { NCCI_TABLES } from "../words/names.ts";
import { postingFacts } from "./facts.ts";

function daysFact({ entry: { label, window } }: Registration): Fact {
  return {
    fact: `${label}: days in force`,
    value: `${window.from} to ${window.to}`,
    certainty: "guess",
    source: "the quarter in the names of the files; CMS prints no period in the tables",
  };
}

function addOnFact(file: SourceFile<NcciAddOnRow>): Fact {
  const { table, publication } = file;
  const { addOn, deletion, effective } = table.columns;
  const first = publication.window.from;
  const rows = [...table.rowNumbers.keys()];
  const inForce = rows.filter((row) => effective.at(row) <= first && (deletion.at(row) ?? first) >= first);
  const codes = new Set(inForce.map((row) => addOn.at(row)));
  return {
    fact: NCCI_TABLES["ncci-addon"],
    value: `${countText(rows.length)} edits; ${countText(inForce.length)} of ${countText(codes.size)} add-on codes are in force on ${first}`,
    certainty: "computed",
    source: `the days of the edits in ${table.file}`,
  };
}

function mueFact({ id, table }: SourceFile<NcciMueRow>): Fact {
  const { value } = table.columns;
  const rows = [...table.rowNumbers.keys()];
  const zeros = rows.filter((row) => value.at(row) === 0);
  return {
    fact: NCCI_TABLES[id as (typeof MUE_ROLES)[number]],
    value: `${countText(rowCount(table))} codes; ${countText(zeros.length)} of them with the value 0`,
    certainty: "computed",
    source: `the values in ${table.file}`,
  };
}

function ptpFact(edits: PtpEdits): Fact {
  const { role, count, parts } = edits;
  return {
    fact: NCCI_TABLES[role],
    value: `${countText(count)} edits; ${countText(activeEdits(edits))} have no last day`,
    certainty: "computed",
    source: `${parts.map(({ shown }) => shown).join(", ")}. No edit of another quarter is kept to compare with: CMS's page names the number of records`,
  };
}

/**
 * What a person compares with CMS's pages before something is registered beside the releases: the day and the addresses
 * of the files; of NCCI edits also the days in force, how many edits each table has and how many are active.
 */
export function besideFacts(fresh: readonly Registration[], { tables, ptp }: ReleaseBook): Fact[] {
  const addOns = tables["ncci-addon"];
  const mue = MUE_ROLES.flatMap((role): SourceFile<NcciMueRow>[] => (tables[role] === undefined ? [] : [tables[role]]));
  return [
    ...fresh.filter(({ entry }) => isOnRequest(entry.family)).map(daysFact),
    ...(addOns === undefined ? [] : [addOnFact(addOns)]),
    ...mue.map(mueFact),
    ...ptp.map(ptpFact),
    ...fresh.flatMap(postingFacts),
  ];
}
