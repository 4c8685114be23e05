import type { ReleaseDocuments } from "../../documents/release-documents.ts";
import type { StatusWordsOf } from "../../publish/status-words.ts";

/** What Addendum D1 says of a status indicator, as the table of a built release has it. */
export function statusWordsInTables(documents: ReleaseDocuments): StatusWordsOf {
  return (indicator) => {
    const [said] = documents.table("opps-status-indicators")?.rowsOf({ indicator }) ?? [];
    return said && { service: said.service, definition: said.definition, row: said.row };
  };
}
