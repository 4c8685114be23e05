import type { PairEdit } from "../../../schemas/out/ncci-answers.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { kindOfCode } from "../../sources/ncci.ts";
import { firstAndMore } from "../../words/money-text.ts";
import { isOfDenials, onPage, readFrom } from "./code-together.ts";
import { addOnLines, unitsTable } from "./ncci.ts";
import { type Block, type Content, list, paragraph, quiet, type Section, type TableBlock, table } from "./view.ts";

/** Edits of one code with codes of one kind, in one direction and with one indicator. */
interface EditGroup {
  readonly kind: string;
  readonly edits: readonly PairEdit[];
}

/** The most codes, and the most cells, of a group. */
const CODES_SHOWN = 12;

const otherCode = ({ column1, column2 }: PairEdit, hcpcs: string): string => (column1 === hcpcs ? column2 : column1);

function editGroups({ hcpcs, edits }: TogetherDocument): EditGroup[] {
  const groups = new Map<string, PairEdit[]>();
  for (const edit of edits) {
    const kind = kindOfCode(otherCode(edit, hcpcs));
    const key = `${edit.setting} ${edit.column1 === hcpcs ? 0 : 1} ${edit.modifierIndicator} ${kind}`;
    groups.set(key, [...(groups.get(key) ?? []), edit]);
  }
  const kindOf = (edits: readonly PairEdit[]): string =>
    kindOfCode(edits[0] === undefined ? "" : otherCode(edits[0], hcpcs));
  return [...groups.keys()]
    .sort()
    .map((key) => ({ kind: kindOf(groups.get(key) ?? []), edits: groups.get(key) ?? [] }));
}

const SETTINGS = { practitioner: "practitioner, ASC", hospital: "hospital outpatient" } as const;

/** "not paid beside 22511 without a modifier". */
function denialText({ column1, modifierIndicator }: PairEdit, hcpcs: string): string {
  const which = column1 === hcpcs ? `they are not paid beside ${hcpcs}` : `${hcpcs} is not paid beside them`;
  return `${which}${modifierIndicator === "0" ? ", with no modifier" : ", but with an NCCI-associated modifier"}`;
}

function deniedTable(document: TogetherDocument): TableBlock {
  const { hcpcs } = document;
  return table<EditGroup>({
    caption: `Codes that deny each other for one patient on one day, by NCCI edits in force on ${document.editsOn}`,
    columns: [
      { heading: "Kind of codes", cell: ({ kind }) => kind },
      {
        heading: "Codes",
        cell: ({ edits }) =>
          firstAndMore(
            edits.map((edit) => otherCode(edit, hcpcs)),
            CODES_SHOWN,
          ),
      },
      { heading: "Billed by", cell: ({ edits: [first] }) => first && SETTINGS[first.setting] },
      { heading: "What is denied", cell: ({ edits: [first] }) => first && denialText(first, hcpcs) },
      {
        heading: "Read from",
        cell: ({ edits }) => readFrom(edits.slice(0, CODES_SHOWN).map(({ cells }) => ({ cells: [cells] }))),
      },
    ],
    rows: editGroups(document),
  });
}

/** An add-on code without its primary codes. */
function addOnDenials({ hcpcs, addOns }: TogetherDocument): Content[] {
  const own = addOns.filter(({ addOn }) => addOn === hcpcs);
  return own.length === 0
    ? []
    : [`Without a primary code: ${addOnLines({ hcpcs, other: null, addOns: own }).join(" ")}`];
}

function section(blocks: readonly Block[]): Section {
  return { id: "edits", title: "Why a claim may be denied", blocks };
}

/** The edits that are not known, and where they are; nothing where all are. */
function notKnown({ missing }: TogetherDocument): Block[] {
  const unknown = missing.filter(({ what }) => isOfDenials(what));
  if (unknown.length === 0) return [];
  return [paragraph("Not known:"), list(unknown.map(({ what, message }) => `${what}: ${message}.`))];
}

/**
 * Why a claim for the code may be denied, as far as edits say it; nothing where they say nothing.
 *
 * @param others reasons that other tables give
 */
export function editsSection(together: TogetherDocument, others: readonly Content[]): Section | undefined {
  const { units, edits } = together;
  const items = [...addOnDenials(together), ...others];
  if (items.length === 0 && units.length === 0 && edits.length === 0) return undefined;
  return section([
    edits.length > 0 && deniedTable(together),
    units.length > 0 && onPage(unitsTable(together, readFrom)),
    list(items),
    ...notKnown(together),
    quiet("Whether a service is covered and necessary is decided by the contractor (MAC); no file here says it."),
  ]);
}

/** The same where edits say nothing because they are not known: nobody takes that for a claim without edits. */
export function unknownEditsSection(together: TogetherDocument): Section | undefined {
  const blocks = notKnown(together);
  return blocks.length === 0 ? undefined : section(blocks);
}
