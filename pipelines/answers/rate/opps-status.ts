import type { RateDocument } from "../../../schemas/out/rate.ts";
import { cellsOf } from "./cells.ts";
import type { RateQuestion } from "./question.ts";

/** The code's OPPS status indicator in CMS's words; undefined without a row in Addendum B, or without Addendum D1. */
export function oppsStatusOf({ documents, hcpcs }: RateQuestion): RateDocument["oppsStatus"] {
  const [table, words] = [documents.table("opps"), documents.table("opps-status-indicators")];
  const [row] = table?.rowsOf({ hcpcs }) ?? [];
  if (table === undefined || row === undefined || words === undefined) return undefined;
  const { statusIndicator: indicator } = row;
  const [said] = words.rowsOf({ indicator });
  if (said === undefined) return undefined;
  const cells = [
    cellsOf(table.head, "addendum-b", row.row, ["statusIndicator"]),
    cellsOf(words.head, "addendum-d1", said.row, ["service", "definition"]),
  ];
  return { indicator, service: said.service, definition: said.definition, cells };
}
