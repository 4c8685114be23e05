import type { AddOnEdit, PairEdit, UnitsEdit } from "../../../schemas/out/ncci-answers.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { counted } from "../../words/money-text.ts";
import type { ReadFrom } from "./together.ts";
import { type TableBlock, table } from "./view.ts";

const cited = ({ cells }: { readonly cells: AddOnEdit["cells"] }) => ({ cells: [cells] });

/** Add-on edits of one add-on code and one type, which have one meaning. */
function groupsOf(edits: readonly AddOnEdit[]): AddOnEdit[][] {
  const groups = new Map<string, AddOnEdit[]>();
  for (const edit of edits) {
    const key = `${edit.addOn} ${edit.type}`;
    groups.set(key, [...(groups.get(key) ?? []), edit]);
  }
  return [...groups.values()];
}

/** "22512 is an add-on code to 22510, 22511: paid only with one of these primary codes." */
export function addOnLines({ addOns }: Pick<TogetherDocument, "addOns">): string[] {
  return groupsOf(addOns).map((group) => {
    const primaries = group.flatMap(({ primary }) => primary ?? []);
    const [first] = group;
    const to = primaries.length === 0 ? "" : ` to ${primaries.join(", ")}`;
    return `${first?.addOn} is an add-on code${to}: ${first?.meaning}.`;
  });
}

const OF: Readonly<Record<UnitsEdit["of"], string>> = {
  practitioner: "practitioner, ASC",
  hospital: "hospital outpatient",
  dme: "DME supplier",
};

/** How many units one person may have on one day, or on one line of a claim. */
export function unitsTable({ units }: TogetherDocument, rowsOf: ReadFrom): TableBlock {
  return table<UnitsEdit>({
    caption: "Units that CMS takes for likely",
    columns: [
      { heading: "code", cell: ({ hcpcs }) => hcpcs },
      { heading: "billed by", cell: ({ of }) => OF[of] },
      { heading: "units", isNumber: true, cell: ({ value }) => (value === 0 ? "0, not payable" : String(value)) },
      { heading: "counted by", cell: (each) => `${each.adjudicationIndicator} ${each.adjudication}` },
      { heading: "because of", cell: ({ rationale }) => rationale },
      { heading: "read from", cell: (each) => rowsOf([cited(each)]) },
    ],
    rows: units,
  });
}

/** Edits between two codes. */
export function editsTable({ edits }: TogetherDocument, rowsOf: ReadFrom): TableBlock {
  return table<PairEdit>({
    caption: "Two codes for one patient on one day",
    columns: [
      { heading: "setting", cell: ({ setting }) => setting },
      { heading: "paid", cell: ({ column1 }) => column1 },
      { heading: "not paid beside it", cell: ({ column2 }) => column2 },
      { heading: "indicator", cell: ({ modifierIndicator, meaning }) => `${modifierIndicator}: ${meaning}` },
      { heading: "since", cell: ({ effective }) => effective },
      { heading: "read from", cell: (each) => rowsOf([cited(each)]) },
    ],
    rows: edits,
  });
}

/** The most codes of a list. */
const CODES_SHOWN = 40;

function codesText(codes: readonly string[]): string {
  const shown = codes.slice(0, CODES_SHOWN).join(", ");
  return codes.length > CODES_SHOWN ? `${shown} and ${codes.length - CODES_SHOWN} more (--json)` : shown;
}

/** All edits of one code, by setting, direction and indicator. */
export function editLines({ hcpcs, edits }: TogetherDocument): string[] {
  const groups = new Map<string, string[]>();
  for (const { setting, column1, column2, modifierIndicator, meaning } of edits) {
    const isPaid = column1 === hcpcs;
    const which = isPaid ? `not paid beside ${hcpcs}` : `${hcpcs} is not paid beside`;
    const key = `${setting}, ${which}, ${modifierIndicator}: ${meaning}`;
    groups.set(key, [...(groups.get(key) ?? []), isPaid ? column2 : column1]);
  }
  return [...groups].map(([key, codes]) => `${key} (${counted(codes.length, "code")}): ${codesText(codes)}`);
}

/** Edits that a table shows, with their cells. */
export function editFigures({ addOns, units, edits, other }: TogetherDocument) {
  return [...addOns, ...units, ...(other === null ? [] : edits)].map(cited);
}
