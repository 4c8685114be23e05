import type { AuditDocument } from "../../../schemas/out/audit.ts";
import { audit } from "../../answers/audit/audit.ts";
import { type PastedList, readCodeList } from "../../answers/audit/code-list.ts";
import { csvOf, PASTED_LINES, PLAIN_LINES } from "../../exports/csv.ts";
import { InputFault } from "../../problems/problems.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { Section } from "../../reports/views/view.ts";
import { faultText } from "./fault-text.ts";
import { handOver } from "./late-part.ts";
import type { PricedList } from "./list-answers.ts";
import { listSection, unreadSection } from "./list-section.ts";
import { type ListTable, listTable } from "./list-table.ts";
import type { Origins } from "./sources-words.ts";

/** What the audit says of a list, or why it says nothing. */
type ListAudit = { readonly document: AuditDocument } | { readonly problems: readonly string[] };

/** Lists are read, compared and written by the code of the command line, which is loaded for the page. */
export interface ListPart {
  readonly read: (text: string, release: OpenedRelease) => PastedList | string;
  readonly audit: (list: PastedList, releases: readonly OpenedRelease[], compared: Compared) => ListAudit;
  readonly table: (list: PricedList) => ListTable;
  readonly section: (list: PricedList, origins: Origins) => Section;
  readonly unread: (unread: PastedList["unread"]) => Section;
  readonly text: (table: ListTable, kind: "csv" | "pasted") => Uint8Array;
}

/** What a list is compared with. */
interface Compared {
  /** One of the releases. */
  readonly release: OpenedRelease;
  /** `national`, or a key. */
  readonly place: string;
}

function read(text: string, release: OpenedRelease): PastedList | string {
  try {
    return readCodeList(text, release);
  } catch (error) {
    if (error instanceof InputFault) return faultText(error);
    throw error;
  }
}

function auditList(list: PastedList, releases: readonly OpenedRelease[], { release, place }: Compared): ListAudit {
  const open = { setting: undefined, percent: undefined, tolerance: 0 };
  const options = { ...open, overrides: new Map(), isReleaseGiven: true, day: null, place, audience: "site" as const };
  const { document, problems } = audit(list.table, releases, release, options);
  return document === undefined ? { problems: problems.map(({ message }) => message) } : { document };
}

function bytesOf({ shape, batch }: ListTable, kind: "csv" | "pasted"): Uint8Array {
  const pieces = [...csvOf(shape, [batch], kind === "csv" ? PLAIN_LINES : PASTED_LINES)];
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

handOver("list", {
  read,
  audit: auditList,
  table: listTable,
  section: listSection,
  unread: unreadSection,
  text: bytesOf,
});
