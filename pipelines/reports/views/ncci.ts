import type { AddOnEdit, PairEdit, UnitsEdit } from "../../../schemas/out/ncci-answers.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { counted, firstAndMore } from "../../words/money-text.ts";
import type { ReadFrom } from "./together.ts";
import { type TableBlock, table } from "./view.ts";

/** The most codes of a list. */
const CODES_SHOWN = 40;

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

const primariesOf = (group: readonly AddOnEdit[]): string[] => group.flatMap(({ primary }) => primary ?? []);

/** "22512 is an add-on code to 22510, 22511: paid only with one of its primary codes." */
function addOnLine(group: readonly AddOnEdit[]): string {
  const [first] = group;
  const primaries = primariesOf(group);
  const to = primaries.length === 0 ? "" : ` to ${firstAndMore(primaries, CODES_SHOWN)}`;
  return `${first?.addOn} is an add-on code${to}: ${first?.meaning}.`;
}

/** What a list of primary codes says of one that is asked for: it has it, or who may add it. */
const WITHOUT_IT: Readonly<Record<AddOnEdit["type"], string>> = {
  "1": "is none of its primary codes, so it is not paid with that code alone",
  "2": "may be one of its primary codes: the contractor (MAC) defines them, so it is not known",
  "3": "is not on CMS's list of its primary codes, which the contractor (MAC) may extend",
};

function relationLine(group: readonly AddOnEdit[], other: string): string {
  const [first] = group;
  if (first === undefined) return "";
  const isPrimary = primariesOf(group).includes(other);
  return `${first.addOn} is an add-on code. ${other} ${isPrimary ? "is one of its primary codes" : WITHOUT_IT[first.type]}.`;
}

/** What CMS's add-on code edits say of a code, or of two codes together. */
export function addOnLines({ hcpcs, other, addOns }: Pick<TogetherDocument, "hcpcs" | "other" | "addOns">): string[] {
  const groups = groupsOf(addOns);
  if (other !== null) return groups.map((group) => relationLine(group, group[0]?.addOn === hcpcs ? other : hcpcs));
  const own = groups.filter((group) => group[0]?.addOn === hcpcs);
  const others = addOns.filter(({ addOn }) => addOn !== hcpcs).map(({ addOn }) => addOn);
  const primaryOf = others.length === 0 ? [] : [`${hcpcs} is a primary code of ${firstAndMore(others, CODES_SHOWN)}.`];
  return [...own.map(addOnLine), ...primaryOf];
}

const OF: Readonly<Record<UnitsEdit["of"], string>> = {
  practitioner: "practitioner, ASC",
  hospital: "hospital outpatient",
  dme: "DME supplier",
};

/** How many units one person may have on one day, or on one line of a claim. */
export function unitsTable({ units }: TogetherDocument, rowsOf: ReadFrom): TableBlock {
  return table<UnitsEdit>({
    caption: "Most units for one patient (medically unlikely edits)",
    columns: [
      { heading: "code", cell: ({ hcpcs }) => hcpcs },
      { heading: "billed by", cell: ({ of }) => OF[of] },
      { heading: "units", isNumber: true, cell: ({ value }) => (value === 0 ? "0, not payable" : String(value)) },
      { heading: "limit applies to", cell: (each) => `${each.adjudicationIndicator} ${each.adjudication}` },
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

/** All edits of one code, by setting, direction and indicator. */
export function editLines({ hcpcs, edits }: TogetherDocument): string[] {
  const groups = new Map<string, string[]>();
  for (const { setting, column1, column2, modifierIndicator, meaning } of edits) {
    const isPaid = column1 === hcpcs;
    const which = isPaid ? `not paid beside ${hcpcs}` : `${hcpcs} is not paid beside`;
    const key = `${setting}, ${which}, ${modifierIndicator}: ${meaning}`;
    groups.set(key, [...(groups.get(key) ?? []), isPaid ? column2 : column1]);
  }
  return [...groups].map(
    ([key, codes]) => `${key} (${counted(codes.length, "code")}): ${firstAndMore(codes, CODES_SHOWN)}`,
  );
}

/** Edits that a table shows, with their cells. */
export function editFigures({ addOns, units, edits, other }: TogetherDocument) {
  return [...addOns, ...units, ...(other === null ? [] : edits)].map(cited);
}
