import type { FieldChange, OneSided } from "../../schemas/out/diff.ts";
import { countText } from "../shared/money-text.ts";
import { indicatorsOf } from "../shared/sources.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import type { ReviewSources } from "./review-sources.ts";
import type { Section } from "./section.ts";

/** A row that changed, as far as letters are looked at. */
interface Changed {
  readonly hcpcs: string;
  readonly modifier?: string;
  readonly fields: Readonly<Record<string, FieldChange>>;
}

/** Codes whose letter changed in one way. */
interface Way {
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
}

const letter = (value: FieldChange["from"]): string => (value === null || value === "" ? "none" : String(value));

/** Changes of one field, by what it was and what it is; the most frequent first. */
export function ways(changed: readonly Changed[], field: string): Way[] {
  const found = new Map<string, Way & { codes: string[] }>();
  for (const { hcpcs, modifier = "", fields } of changed) {
    const change = fields[field];
    if (change === undefined) continue;
    const [from, to] = [letter(change.from), letter(change.to)];
    const way = found.get(`${from} ${to}`) ?? { from, to, codes: [] };
    way.codes.push(modifier === "" ? hcpcs : `${hcpcs}-${modifier}`);
    found.set(`${from} ${to}`, way);
  }
  for (const { codes } of found.values()) codes.sort();
  return [...found.values()].sort((left, right) => right.codes.length - left.codes.length);
}

/** Codes in one line, the later ones behind a click where there are many. */
const FIRST = 12;
function codeList(codes: readonly string[]): Child {
  if (codes.length <= FIRST) return codes.join(", ");
  return html`<details><summary>${codes.slice(0, FIRST).join(", ")} and ${countText(codes.length - FIRST)} more</summary>${codes.slice(FIRST).join(", ")}</details>`;
}

type Meanings = "pfs-status" | "opps-status" | "asc-payment" | undefined;

function withMeaning(code: string, meanings: Meanings): Child {
  const meaning = meanings && indicatorsOf(meanings).indicators.find((each) => each.code === code)?.meaning;
  return html`${code}${meaning && html` <span class="quiet small">${meaning}</span>`}`;
}

function waysTable(caption: string, changed: readonly Changed[], field: string, meanings?: Meanings): Html {
  const rows = ways(changed, field);
  if (rows.length === 0) return html`<h3>${caption}</h3><p class="quiet">None changed.</p>`;
  return dataTable({
    caption,
    rows,
    columns: [
      { heading: "From", cell: ({ from }: Way) => withMeaning(from, meanings), sortBy: ({ from }) => from },
      { heading: "To", cell: ({ to }: Way) => withMeaning(to, meanings), sortBy: ({ to }) => to },
      {
        heading: "Codes",
        isNumber: true,
        cell: ({ codes }: Way) => countText(codes.length),
        sortBy: ({ codes }) => codes.length,
      },
      { heading: "Which", cell: ({ codes }: Way) => codeList(codes) },
    ],
  });
}

interface OneSide {
  readonly name: string;
  readonly rows: readonly OneSided[];
}

function comings({ diff: { pfs, opps, asc, from, to } }: ReviewSources): Html {
  const sides = [
    ["Physician fee schedule", pfs],
    ["Addendum B", opps],
    ["ASC addenda", asc],
  ] as const;
  const rows = sides.flatMap(([name, table]): OneSide[] => [
    { name: `${name}: only in ${to.release}`, rows: table?.added ?? [] },
    { name: `${name}: only in ${from.release}`, rows: table?.removed ?? [] },
  ]);
  return dataTable({
    caption: "Codes that stand in one release only",
    rows,
    columns: [
      { heading: "Table", cell: ({ name }: OneSide) => name },
      { heading: "Rows", isNumber: true, cell: (side: OneSide) => countText(side.rows.length) },
      { heading: "Which", cell: (side: OneSide) => codeList(side.rows.map(({ key }) => key.trim())) },
    ],
  });
}

/** Letters that changed: status, status indicator, APC, payment indicator; and the codes of one release only. */
export function letterSections(sources: ReviewSources): Section[] {
  const { pfs, opps, asc } = sources.diff;
  const status = [
    waysTable("PFS status", pfs?.changed ?? [], "status", "pfs-status"),
    waysTable("OPPS status indicator", opps?.changed ?? [], "statusIndicator", "opps-status"),
    comings(sources),
  ];
  const moves = waysTable("APC before and after", opps?.changed ?? [], "apc");
  const indicators = waysTable("ASC payment indicator", asc?.changed ?? [], "paymentIndicator", "asc-payment");
  return [
    { id: "status", title: "Status changes", body: status },
    { id: "apc", title: "APC moves", body: moves },
    { id: "asc", title: "ASC indicator changes", body: indicators },
  ];
}
