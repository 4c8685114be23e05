import type { AddOnEdit, PairEdit, UnitsEdit } from "../../../schemas/out/ncci-answers.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import type { BuiltDocuments } from "../../documents/built-documents.ts";
import { ncciMeanings } from "../../sources/ncci.ts";
import type { NotBuilt } from "../../words/audience.ts";
import { WITHOUT_ADD_ONS } from "../../words/names.ts";
import { type AskedCodes, areAsked } from "./both-codes.ts";
import { cellsOf } from "./cells.ts";

/** A question about one code, or about two. */
export interface EditsQuestion extends AskedCodes {
  /** Day on which the edits are in force. */
  readonly day: string;
}

/** Whose question it is, where the answer says what is not known. */
interface WithReader extends EditsQuestion {
  readonly notBuilt: NotBuilt;
}

interface Days {
  readonly effective: string;
  readonly deletion: string | null;
}

function isInForce({ effective, deletion }: Days, day: string): boolean {
  return effective <= day && (deletion === null || day <= deletion);
}

/** The add-on edits in force of the codes: as add-ons, and about one code as a primary one too. */
export function addOnEdits(documents: BuiltDocuments, asked: EditsQuestion): AddOnEdit[] | undefined {
  const table = documents.table("ncci-addon");
  if (table === undefined) return undefined;
  const meanings = new Map(ncciMeanings().addOnTypes.map(({ type, meaning }) => [type, meaning]));
  const { hcpcs, other } = asked;
  const isOf = ({ addOn, primary }: { readonly addOn: string; readonly primary: string | null }): boolean =>
    addOn === hcpcs || (other === undefined ? primary === hcpcs : addOn === other);
  const rows = table.allRows().filter((row) => isOf(row) && isInForce(row, asked.day));
  return rows.map(({ addOn, primary, type, effective, deletion, row }): AddOnEdit => {
    const cells = cellsOf(table.head, "ncci-addon", row, ["type", "addOn", "primary", "effective", "deletion"]);
    const kind = type as AddOnEdit["type"];
    return { addOn, primary, type: kind, meaning: meanings.get(kind) ?? "", effective, deletion, cells };
  });
}

const SERVICES = ["practitioner", "hospital", "dme"] as const;

/** The units that each table allows of the codes; undefined where the release was built without any. */
export function unitsEdits(documents: BuiltDocuments, { hcpcs, other }: EditsQuestion): UnitsEdit[] | undefined {
  const tables = SERVICES.flatMap((of) => {
    const [name, table] = [`ncci-mue-${of}`, documents.table(`ncci-mue-${of}`)] as const;
    return table === undefined ? [] : [{ of, name, table }];
  });
  if (tables.length === 0) return undefined;
  const codes = other === undefined || other === hcpcs ? [hcpcs] : [hcpcs, other];
  return codes.flatMap((code) =>
    tables.flatMap(({ of, name, table }) =>
      table.rowsOf({ hcpcs: code }).map((row): UnitsEdit => {
        const { value, adjudication, rationale } = row;
        const adjudicationIndicator = row.adjudicationIndicator as UnitsEdit["adjudicationIndicator"];
        const cells = cellsOf(table.head, name, row.row, ["value", "adjudicationIndicator", "rationale"]);
        return { hcpcs: code, of, value, adjudicationIndicator, adjudication, rationale, cells };
      }),
    ),
  );
}

const PTP_SETTINGS = ["practitioner", "hospital"] as const;
type PtpSettingName = (typeof PTP_SETTINGS)[number];
type Slice = NonNullable<ReturnType<BuiltDocuments["ptpEdits"]>>;

function sliceOf(documents: BuiltDocuments, setting: PtpSettingName, { hcpcs, other }: EditsQuestion) {
  return documents.ptpEdits(setting, hcpcs) ?? (other === undefined ? undefined : documents.ptpEdits(setting, other));
}

function pairEdit(slice: Slice, setting: PtpSettingName, row: Slice["rows"][number]): PairEdit {
  const { column1, column2, effective, deletion, rationale, part } = row;
  const { modifierIndicators, modifiers } = ncciMeanings();
  const indicator = row.modifierIndicator as PairEdit["modifierIndicator"];
  const meaning = modifierIndicators.find((each) => each.indicator === indicator)?.meaning ?? "";
  const fields = ["column1", "column2", "effective", "deletion", "modifierIndicator", "rationale"];
  const cells = cellsOf(slice, `ncci-ptp-${setting}-${part}`, row.row, fields);
  const paid = { setting, column1, column2, modifierIndicator: indicator, meaning };
  return { ...paid, modifiers: indicator === "1" ? [...modifiers] : [], effective, deletion, rationale, cells };
}

/** The edits in force between the codes, or of one code with any; undefined where no slice of the code was built. */
export function pairEdits(documents: BuiltDocuments, asked: EditsQuestion): PairEdit[] | undefined {
  const slices = PTP_SETTINGS.flatMap((setting) => {
    const slice = sliceOf(documents, setting, asked);
    return slice === undefined ? [] : [{ setting, slice }];
  });
  if (slices.length === 0) return undefined;
  return slices.flatMap(({ setting, slice }) =>
    slice.rows
      .filter((row) => areAsked([row.column1, row.column2], asked) && isInForce(row, asked.day))
      .filter(({ modifierIndicator }) => modifierIndicator !== "9")
      .map((row) => pairEdit(slice, setting, row)),
  );
}

const SERVICE_NAMES = { practitioner: "practitioners and ASCs", hospital: "outpatient hospitals" } as const;

/** Units: tables that the release was built without, and codes that a table does not have. */
function missingUnits(documents: BuiltDocuments, codes: readonly string[], notBuilt: NotBuilt): Missing[] {
  return (["practitioner", "hospital"] as const).flatMap((of): Missing[] => {
    const [table, what] = [documents.table(`ncci-mue-${of}`), `MUE, ${SERVICE_NAMES[of]}`] as const;
    if (table === undefined) return [{ what, message: notBuilt.table() }];
    const absent = codes.filter((hcpcs) => table.rowsOf({ hcpcs }).length === 0);
    if (absent.length === 0) return [];
    return [{ what, message: `${absent.join(", ")} has no row. ${ncciMeanings().unpublished}` }];
  });
}

function missingPairs(documents: BuiltDocuments, asked: WithReader): Missing[] {
  const { hcpcs, notBuilt } = asked;
  return PTP_SETTINGS.filter((setting) => sliceOf(documents, setting, asked) === undefined).map((setting) => {
    const what = `NCCI procedure-to-procedure edits of ${hcpcs}, ${SERVICE_NAMES[setting]}`;
    return { what, message: notBuilt.pairEdits(hcpcs) };
  });
}

type Missing = TogetherDocument["missing"][number];

/** What of the edits is not known, with the files that have it. */
export function missingEdits(documents: BuiltDocuments, asked: WithReader): Missing[] {
  const { table, allEdits } = asked.notBuilt;
  const addOns = documents.table("ncci-addon") === undefined;
  const codes = asked.other === undefined ? [asked.hcpcs] : [...new Set([asked.hcpcs, asked.other])];
  const [units, pairs] = [missingUnits(documents, codes, asked.notBuilt), missingPairs(documents, asked)];
  const isAll = addOns && units.length === PTP_SETTINGS.length && pairs.length === PTP_SETTINGS.length;
  const all = [...(addOns ? [{ what: WITHOUT_ADD_ONS, message: table() }] : []), ...units, ...pairs];
  if (!isAll) return all;
  const what = `${WITHOUT_ADD_ONS}, medically unlikely edits, procedure-to-procedure edits`;
  return [{ what, message: allEdits(ncciMeanings().page) }];
}
