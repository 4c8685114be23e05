import type { TimelineDocument, TimelinePoint } from "../../schemas/out/timeline.ts";
import { dollars } from "../shared/money-text.ts";
import { NA_WORDS, physicianDollars } from "../shared/na-mark.ts";
import { isUnread } from "../shared/unread.ts";
import { type Column, dataTable } from "./data-table.ts";
import { figure } from "./figure.ts";
import { type Child, type Html, html } from "./html.ts";
import type { Section } from "./section.ts";
import { inWords } from "./source-text.ts";
import type { Drawn, Series } from "./span-chart.ts";
import { figuresOverTime, releasesIn } from "./timeline-chart.ts";
import { releaseColumns } from "./timeline-columns.ts";
import { amountSource, origins } from "./timeline-sources.ts";
import { type AmountField, amountText, type Beside, besideIn, facilityRowWords, isMarkedNa } from "./timeline-words.ts";

/** The amounts by their fields, and the swatch of each. */
const AMOUNTS = [
  ["office", "Physician in an office", "physician"],
  ["facility", "Physician in a facility", "quiet"],
  ["hopd", "Hospital outpatient", "facility"],
  ["ascRate", "Surgical center", "center"],
] as const;

/** Names of the amounts, as the page has them. */
export const AMOUNT_NAMES: Readonly<Record<AmountField, string>> = {
  office: AMOUNTS[0][1],
  facility: AMOUNTS[1][1],
  hopd: AMOUNTS[2][1],
  ascRate: AMOUNTS[3][1],
};

/** An amount marked NA is not drawn as if it were payable there. */
function drawnAmount(document: TimelineDocument, point: TimelinePoint, field: AmountField): Drawn {
  const { [field]: told } = point;
  if (told.amount === null) return isUnread(told.reason) ? "unread" : "none";
  return isMarkedNa(told) ? "none" : { text: told.amount, source: amountSource(told, document) };
}

function seriesOf(document: TimelineDocument): Series[] {
  return AMOUNTS.map(([field, name, swatch]) => ({
    name,
    swatch,
    figure: (point) => drawnAmount(document, point, field),
  }));
}

/** An amount with its source, and below it whatever it is besides. */
function amountCell(document: TimelineDocument, point: TimelinePoint, field: AmountField): Child {
  const { [field]: told } = point;
  const text = amountText(told);
  if (text === undefined) return html`<span class="quiet">${inWords(told.reason ?? "")}</span>`;
  const labels = [...origins(told), ...("conditional" in told ? ["unless packaged"] : [])];
  return html`${figure(text, amountSource(told, document))}${labels.map((label) => html`<br><span class="quiet small">${label}</span>`)}`;
}

function amountsTable(document: TimelineDocument): Html {
  const columns = AMOUNTS.map(
    ([field, heading]): Column<TimelinePoint> => ({
      heading,
      isNumber: true,
      cell: (point) => amountCell(document, point, field),
    }),
  );
  const caption = "Amounts of every release that is built";
  return dataTable({ caption, columns: releaseColumns(columns), rows: document.points });
}

/** What stands beside a physician's amount: of the other track, and under the OPPS cap on imaging. */
const BESIDE: readonly (readonly [setting: "office" | "facility", kind: Beside, heading: string])[] = [
  ["office", "qualifyingApm", "Office, qualifying APM participants"],
  ["facility", "qualifyingApm", "Facility, qualifying APM participants"],
  ["office", "oppsCap", "Office, at the OPPS cap"],
  ["office", "payable", "Office, payable under the cap"],
  ["facility", "oppsCap", "Facility, at the OPPS cap"],
  ["facility", "payable", "Facility, payable under the cap"],
];

function besideCell(document: TimelineDocument, point: TimelinePoint, [setting, kind]: (typeof BESIDE)[number]): Child {
  const { [setting]: told, qualifyingApm } = point;
  const { [kind]: amount } = told;
  if (amount === undefined || "reason" in amount) return amount && inWords(amount.reason);
  // The factor of this track stands in no cell where CMS's file for it was not read
  const factor = kind === "qualifyingApm" ? `\nconversion factor ${qualifyingApm?.conversionFactor.value}` : "";
  return figure(physicianDollars(amount.amount, isMarkedNa(told)), amountSource(amount, document) + factor);
}

const BESIDE_WORDS: readonly (readonly [Beside, string])[] = [
  [
    "qualifyingApm",
    "Since 2026 there are two conversion factors. The amounts above are those of clinicians who are no qualifying participants of advanced APMs.",
  ],
  [
    "oppsCap",
    "Imaging under the OPPS cap is paid the lower of the amount and the cap. The amounts above, and the chart, are before the cap.",
  ],
];

/** Amounts that stand beside the physician's; undefined where no release has any. */
function besideTable(document: TimelineDocument): Html | undefined {
  const { used, told: rows } = besideIn(document.points, BESIDE);
  if (rows.length === 0) return undefined;
  const columns = used.map(
    (each): Column<TimelinePoint> => ({
      heading: each[2],
      isNumber: true,
      cell: (point) => besideCell(document, point, each),
    }),
  );
  return html`<h3>Beside the physician's amount</h3>
<p class="small">${BESIDE_WORDS.filter(([kind]) => used.some((each) => each[1] === kind)).map(([, words]) => `${words} `)}</p>
${dataTable({ caption: "Other amounts of the physician", columns: releaseColumns(columns), rows, hidesCaption: true })}`;
}

function naNote(document: TimelineDocument): Html | undefined {
  const settings = AMOUNTS.flatMap(([field, name]) => {
    const where = releasesIn(document, (point) => isMarkedNa(point[field]));
    return where === "" ? [] : [`${name.toLowerCase()} in ${where}`];
  });
  if (settings.length === 0) return undefined;
  return html`<p class="small">Not drawn, because marked NA, ${settings.join("; ")}: ${NA_WORDS}. The table has the amounts.</p>`;
}

/** Fee schedule amounts and facility rates, setting by setting. */
export function amountsSection(document: TimelineDocument): Section {
  const row = facilityRowWords(document);
  const figures = {
    id: "amounts",
    title: "Amounts",
    measured: "Dollars",
    series: seriesOf(document),
    written: dollars,
    table: amountsTable(document),
    note: html`${row !== undefined && html`<p class="small">${row}</p>`}${naNote(document)}`,
  };
  const { id, title, body } = figuresOverTime(document, figures);
  return { id, title, body: html`${body}${besideTable(document)}` };
}
