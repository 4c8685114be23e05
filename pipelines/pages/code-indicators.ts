import type { CodeDocument } from "../../schemas/out/code.ts";
import type { PolicyIndicator } from "../../schemas/source/policy.ts";
import { indicatorsOf, policyIndicators } from "../shared/sources.ts";
import { printedHeading } from "./copies.ts";
import { dataTable } from "./data-table.ts";
import { type Child, type Html, html } from "./html.ts";
import { rowName } from "./row-name.ts";
import type { Section } from "./section.ts";
import type { Traced } from "./traced.ts";

interface Line {
  readonly title: string;
  readonly modifiers: readonly string[];
  readonly value: Child;
  readonly meaning: string;
}

type Row = CodeDocument["pfs"][number];

/** What a letter means; a letter that is not on record says so. */
function meaningOf({ codes }: PolicyIndicator, printed: string): string {
  const found = codes.find(({ code }) => code === printed) ?? codes.find(({ code }) => code === "*");
  return found?.meaning ?? "Not on record: see CMS's record layout of the release";
}

/** The letter as CMS prints it; where it prints none for the title, which other one was read. */
function printedValue(traced: Traced, { readFrom, field }: PolicyIndicator, at: number): Child {
  const printed = traced.plain(`/pfs/${at}/indicators/${field}`);
  return readFrom === undefined ? printed : html`none; ${readFrom} ${printed}`;
}

function indicatorLines(traced: Traced, row: Row, at: number): Line[] {
  const known = policyIndicators().indicators.filter(({ field }) => row.indicators[field] !== undefined);
  return known.map((indicator) => ({
    title: indicator.title,
    modifiers: indicator.modifiers,
    value: printedValue(traced, indicator, at),
    meaning: meaningOf(indicator, row.indicators[indicator.field]?.value ?? ""),
  }));
}

function lines(traced: Traced, row: Row, at: number): Line[] {
  const status = indicatorsOf("pfs-status").indicators.find(({ code }) => code === row.status.value);
  const silent = policyIndicators().silent.map((each) => ({ ...each, value: "none" }));
  return [
    {
      title: "Status",
      modifiers: [],
      value: traced.plain(`/pfs/${at}/status`),
      meaning: status?.meaning ?? "Not on record",
    },
    ...indicatorLines(traced, row, at),
    ...silent,
  ];
}

function table(traced: Traced, row: Row, at: number): Html {
  const name = rowName(traced.document.hcpcs, row.modifier);
  const all = lines(traced, row, at);
  const columns = [
    { heading: "Indicator", cell: ({ title }: Line) => title },
    { heading: printedHeading(traced.document, "physician"), cell: ({ value }: Line) => value },
    { heading: "What it says", cell: ({ meaning }: Line) => meaning },
  ];
  const modifier = { heading: "Modifier", cell: ({ modifiers }: Line) => modifiers.join(", ") };
  const spoken = all.filter(({ modifiers }) => modifiers.length > 0);
  spoken.sort((left, right) => ((left.modifiers[0] ?? "") < (right.modifiers[0] ?? "") ? -1 : 1));
  return html`${traced.document.pfs.length > 1 && html`<h3>${name}</h3>`}
${dataTable({ caption: `What the indicators of ${name} say of modifiers`, columns: [modifier, ...columns], rows: spoken })}
${dataTable({ caption: `Other indicators of ${name}`, columns, rows: all.filter(({ modifiers }) => modifiers.length === 0) })}`;
}

/** The policy indicators in words, with the modifiers that they speak of. */
export function indicatorsSection(traced: Traced): Section | undefined {
  const { pfs } = traced.document;
  if (pfs.length === 0) return undefined;
  const { source, indicators } = policyIndicators();
  const others = indicators.flatMap(({ cites = [] }) => cites.map(({ title }) => title));
  const body = html`${pfs.map((row, at) => table(traced, row, at))}
<p class="small quiet">In our own words, after the ${source}. ${others.map((other) => `${other}.`)}</p>`;
  return { id: "indicators", title: "Policy indicators and modifiers", body };
}
