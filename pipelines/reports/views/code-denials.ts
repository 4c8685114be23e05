import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { PairEdit } from "../../../schemas/out/ncci-answers.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { kindOfCode } from "../../sources/ncci.ts";
import { policyIndicators } from "../../sources/policy.ts";
import { firstAndMore } from "../../words/money-text.ts";
import { SITES } from "../../words/names.ts";
import { inWords, reasonSentence } from "../../words/reasons.ts";
import { isUnread } from "../../words/unread.ts";
import { isOfDenials, onPage, readFrom } from "./code-together.ts";
import { addOnLines, unitsTable } from "./ncci.ts";
import type { Traced } from "./traced.ts";
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

function editsTable(document: TogetherDocument): TableBlock {
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

/** Reasons of a modifier that deny it, whatever the claim. */
const DENYING = new Set(["not-permitted", "restricted-by-statute", "no-row-of-modifier", "modifier-not-used"]);
/** Modifiers of visits: a procedure is not denied for want of a use of them. */
const OF_VISITS = "24";

type CodeModifier = CodeDocument["pfs"][number]["modifiers"][number];

function deniedBy({ facility, modifiers }: CodeModifier): string | undefined {
  if (facility.value !== null || modifiers.includes(OF_VISITS)) return undefined;
  return DENYING.has(facility.reason) ? facility.reason : undefined;
}

/** Modifiers that the indicators of the code's row exclude, those of one reason together, each with its cell. */
function modifierDenials(traced: Traced): Content[] {
  const [row] = traced.document.pfs;
  const groups = new Map<string, CodeModifier[]>();
  for (const each of row?.modifiers ?? []) {
    const reason = deniedBy(each);
    if (reason === undefined) continue;
    const key = `${reason} ${each.indicator ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, group]) => {
    const [reason = "", indicator = ""] = key.split(" ");
    const named = group.flatMap(({ modifiers }) => modifiers).join(", ");
    const by = policyIndicators().indicators.find(({ field }) => field === indicator)?.title;
    const cell = by === undefined ? [] : [`, by ${by} `, traced.plain(`/pfs/0/indicators/${indicator}`)];
    return [`With modifier ${named}: ${reasonSentence(reason) ?? inWords(reason)}`, ...cell, "."];
  });
}

/** A service without a payment of its own is not denied, and of a file that was not read nothing is known. */
const isNoDenial = (reason: string): boolean => reason.startsWith("packaged") || isUnread(reason);

/** Settings where nobody is paid, or that CMS marks as rarely or never used. */
function settingDenials({ document }: Traced): Content[] {
  const { office, hopd, asc } = document.siteOfService;
  const physicians = [
    [SITES.office, "physician", office.nonFacility],
    [SITES.hopd, "physician", hopd.facility],
    [SITES.asc, "physician", asc.facility],
  ] as const;
  const facilities = [
    [SITES.hopd, "hospital", hopd.oppsRate],
    [SITES.asc, "ASC", asc.ascRate],
  ] as const;
  const rare = physicians.filter(([, , figure]) => "na" in figure && figure.na === true);
  return [
    ...[...physicians, ...facilities].flatMap(([setting, payee, figure]) =>
      figure.value === null && !isNoDenial(figure.reason)
        ? [`In ${setting}, ${payee}: ${reasonSentence(figure.reason) ?? inWords(figure.reason)}.`]
        : [],
    ),
    ...rare.map(([setting]) => `In ${setting}: CMS marks it NA, rarely or never done there.`),
  ];
}

/** Why a claim for the code may be denied, as far as CMS's files say it; nothing where they say nothing. */
export function denialsSection(traced: Traced, together: TogetherDocument): Section | undefined {
  const { units, edits, missing } = together;
  const items = [...addOnDenials(together), ...modifierDenials(traced), ...settingDenials(traced)];
  if (items.length === 0 && units.length === 0 && edits.length === 0) return undefined;
  const unknown = missing.filter(({ what }) => isOfDenials(what));
  const blocks: Block[] = [
    edits.length > 0 && editsTable(together),
    units.length > 0 && onPage(unitsTable(together, readFrom)),
    list(items),
    unknown.length > 0 && paragraph("Not known:"),
    list(unknown.map(({ what, message }) => `${what}: ${message}.`)),
    quiet("Whether a service is covered and necessary is decided by the contractor (MAC); no file here says it."),
  ];
  return { id: "denials", title: "Why a claim may be denied", blocks };
}
