import type { AddOnEdit, PairEdit, UnitsEdit } from "../../../schemas/out/ncci-answers.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import { ncciMeanings } from "../../sources/ncci.ts";
import { cellsOf } from "./cells.ts";

/** A question about one code, or about two. */
export interface EditsQuestion {
  readonly hcpcs: string;
  readonly other?: string | undefined;
  /** Day on which the edits are in force. */
  readonly day: string;
}

interface Days {
  readonly effective: string;
  readonly deletion: string | null;
}

function isInForce({ effective, deletion }: Days, day: string): boolean {
  return effective <= day && (deletion === null || day <= deletion);
}

/** Whether an edit is about the code, or about both. */
function isAbout(codes: readonly (string | null)[], { hcpcs, other }: EditsQuestion): boolean {
  return codes.includes(hcpcs) && (other === undefined || codes.includes(other));
}

/** The add-on edits in force that are about the codes; undefined where the release was built without them. */
export function addOnEdits(documents: ReleaseDocuments, asked: EditsQuestion): AddOnEdit[] | undefined {
  const table = documents.table("ncci-addon");
  if (table === undefined) return undefined;
  const meanings = new Map(ncciMeanings().addOnTypes.map(({ type, meaning }) => [type, meaning]));
  const rows = table.allRows().filter((row) => isAbout([row.addOn, row.primary], asked) && isInForce(row, asked.day));
  return rows.map(({ addOn, primary, type, effective, deletion, row }): AddOnEdit => {
    const cells = cellsOf(table.head, "ncci-addon", row, ["type", "addOn", "primary", "effective", "deletion"]);
    const kind = type as AddOnEdit["type"];
    return { addOn, primary, type: kind, meaning: meanings.get(kind) ?? "", effective, deletion, cells };
  });
}

const SERVICES = ["practitioner", "hospital", "dme"] as const;

/** The units that each table allows of the codes; undefined where the release was built without any. */
export function unitsEdits(documents: ReleaseDocuments, { hcpcs, other }: EditsQuestion): UnitsEdit[] | undefined {
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
type Slice = NonNullable<ReturnType<ReleaseDocuments["ptpEdits"]>>;

function sliceOf(documents: ReleaseDocuments, setting: PtpSettingName, { hcpcs, other }: EditsQuestion) {
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
export function pairEdits(documents: ReleaseDocuments, asked: EditsQuestion): PairEdit[] | undefined {
  const slices = PTP_SETTINGS.flatMap((setting) => {
    const slice = sliceOf(documents, setting, asked);
    return slice === undefined ? [] : [{ setting, slice }];
  });
  if (slices.length === 0) return undefined;
  return slices.flatMap(({ setting, slice }) =>
    slice.rows
      .filter((row) => isAbout([row.column1, row.column2], asked) && isInForce(row, asked.day))
      .filter(({ modifierIndicator }) => modifierIndicator !== "9")
      .map((row) => pairEdit(slice, setting, row)),
  );
}

/** What the release was built without, with the file that has it. */
export function missingEdits(known: {
  readonly addOns: unknown;
  readonly units: unknown;
  readonly edits: unknown;
}): TogetherDocument["missing"] {
  const { page } = ncciMeanings();
  const because = (files: string, option: string): string =>
    `the release was built without them. For each quarter CMS posts ${files}: ${page}. Build with ${option}`;
  const all = [
    [known.addOns, "NCCI add-on code edits", because("a workbook such as AOC_V2026Q2-MCR.xlsx", "--with ncci")],
    [known.units, "Medically unlikely edits", because("tables such as MCR_MUE_PractitionerServices", "--with ncci")],
    [
      known.edits,
      "NCCI procedure-to-procedure edits",
      because("four files for each setting (ccipra, ccioph), behind its licence page", "--with ncci-ptp --codes CODES"),
    ],
  ] as const;
  return all.flatMap(([is, what, message]) => (is === undefined ? [{ what, message }] : []));
}
