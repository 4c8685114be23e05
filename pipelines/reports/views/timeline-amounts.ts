import type { TimelineDocument, TimelinePoint } from "../../../schemas/out/timeline.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_WORDS, physicianDollars } from "../../words/na.ts";
import { inWords, reasonSentence } from "../../words/reasons.ts";
import { inForceText } from "../../words/releases.ts";
import { isUnread } from "../../words/unread.ts";
import { type Drawn, figuresOverTime, type Series } from "./timeline-chart.ts";
import {
  AMOUNT_FIELDS,
  type AmountField,
  amountText,
  FIELDS,
  facilityRowWords,
  isNaFigure,
  releasesIn,
} from "./timeline-facts.ts";
import { amountSource, origins } from "./timeline-sources.ts";
import {
  type Block,
  type Content,
  figure,
  heading,
  LINE_END,
  reasonOf,
  type Section,
  small,
  table,
  toned,
  type ViewColumn,
} from "./view.ts";

const SWATCHES: Readonly<Record<AmountField, string>> = {
  nonFacility: "physician",
  facility: "quiet",
  oppsRate: "facility",
  ascRate: "center",
};

/** Columns of releases. Whether a release is in force comes last, since a telephone shows the first columns. */
export function releaseColumns(columns: readonly ViewColumn<TimelinePoint>[]): ViewColumn<TimelinePoint>[] {
  return [
    { heading: "Release", cell: ({ release }) => toned(release, "day"), sortBy: ({ release }) => release },
    { heading: "From", cell: ({ window }) => toned(window.from, "day") },
    ...columns,
    {
      heading: "In force",
      cell: (point) => toned([inForceText(point), point.coverage === "excerpt" && ", an excerpt"], "day"),
    },
  ];
}

/** An amount marked NA is not drawn as if it were payable there. */
function drawnAmount(document: TimelineDocument, point: TimelinePoint, field: AmountField): Drawn {
  const { [field]: given } = point;
  if (given.value === null) return isUnread(given.reason) ? "unread" : "none";
  return isNaFigure(given) ? "none" : { text: given.value, source: amountSource(given, document) };
}

function seriesOf(document: TimelineDocument): Series[] {
  return FIELDS.map((field) => ({
    name: AMOUNT_FIELDS[field].name,
    swatch: SWATCHES[field],
    figure: (point) => drawnAmount(document, point, field),
  }));
}

function noAmount(reason: string): Content {
  return { ...reasonOf(inWords(reason)), more: reasonSentence(reason) };
}

/** An amount with its source, and its labels below it. */
function amountCell(document: TimelineDocument, point: TimelinePoint, field: AmountField): Content {
  const { [field]: given } = point;
  const text = amountText(given);
  if (text === undefined) return noAmount(given.reason ?? "");
  const isConditional = "conditional" in given;
  const labels = [...origins(given), ...(isConditional ? ["unless packaged"] : [])];
  const source = amountSource(given, document);
  return [
    figure(text, source, isConditional ? `unless ${text}` : text),
    labels.map((label) => [LINE_END, toned(label, "quiet", "small")]),
  ];
}

/** The amounts of a release, setting by setting. */
export function amountColumns(document: TimelineDocument): ViewColumn<TimelinePoint>[] {
  return FIELDS.map((field) => ({
    heading: AMOUNT_FIELDS[field].name,
    narrow: AMOUNT_FIELDS[field].narrow,
    isNumber: true,
    cell: (point) => amountCell(document, point, field),
  }));
}

/** Other amounts of the physician: of the other track, and under the OPPS cap on imaging. */
const BESIDE = [
  ["nonFacility", "qualifyingApm", "Office, qualifying APM participants", "qualifying APM"],
  ["facility", "qualifyingApm", "Facility, qualifying APM participants", "qualifying APM"],
  ["nonFacility", "oppsCap", "Office, at the OPPS cap", "OPPS cap"],
  ["nonFacility", "payable", "Office, payable under the cap", "payable"],
  ["facility", "oppsCap", "Facility, at the OPPS cap", "OPPS cap"],
  ["facility", "payable", "Facility, payable under the cap", "payable"],
] as const;
type Beside = (typeof BESIDE)[number];

function besideCell(document: TimelineDocument, point: TimelinePoint, [setting, kind]: Beside): Content {
  const { [setting]: given, qualifyingApm } = point;
  const { [kind]: amount } = given;
  if (amount === undefined) return undefined;
  if (amount.value === null) return noAmount(amount.reason);
  // The factor of this track has no cell where CMS's file for it was not read
  const factor = kind === "qualifyingApm" ? `\nconversion factor ${qualifyingApm?.conversionFactor.value}` : "";
  return figure(physicianDollars(amount.value, isNaFigure(given)), amountSource(amount, document) + factor);
}

/** Columns of such amounts that any release has, and the releases that have any. */
export function besideTable(document: TimelineDocument) {
  const { points } = document;
  const has = (point: TimelinePoint, [setting, kind]: Beside): boolean => point[setting][kind] !== undefined;
  const used = BESIDE.filter((each) => points.some((point) => has(point, each)));
  const columns = used.map((each): ViewColumn<TimelinePoint> => {
    const [setting, , name, narrow] = each;
    return {
      heading: name,
      narrow: [narrow, AMOUNT_FIELDS[setting].narrow[1]],
      isNumber: true,
      cell: (point) => besideCell(document, point, each),
    };
  });
  return { used, columns, rows: points.filter((point) => used.some((each) => has(point, each))) };
}

const BESIDE_WORDS: readonly (readonly [Beside[1], string])[] = [
  [
    "qualifyingApm",
    "Since 2026 there are two conversion factors. The amounts above are for clinicians who are not qualifying participants of advanced APMs. ",
  ],
  [
    "oppsCap",
    "Imaging under the OPPS cap is paid the lower of the amount and the cap. The amounts above, and the chart, are before the cap. ",
  ],
];

/** Other amounts of the physician; nothing where no release has any. */
function besideBlocks(document: TimelineDocument): Block[] {
  const { used, columns, rows } = besideTable(document);
  if (rows.length === 0) return [];
  const words = BESIDE_WORDS.filter(([kind]) => used.some((each) => each[1] === kind)).map(([, each]) => each);
  return [
    heading("Other amounts of the physician"),
    small(words),
    table({ caption: "Other amounts of the physician", columns: releaseColumns(columns), rows, hidesCaption: true }),
  ];
}

function naNote(document: TimelineDocument): Block {
  const settings = FIELDS.flatMap((field) => {
    const where = releasesIn(document, (point) => isNaFigure(point[field]));
    return where === "" ? [] : [`${AMOUNT_FIELDS[field].name.toLowerCase()} in ${where}`];
  });
  return (
    settings.length > 0 &&
    small(`Not drawn, because marked NA, ${settings.join("; ")}: ${NA_WORDS}. The table has the amounts.`)
  );
}

/** Fee schedule amounts and facility rates, setting by setting. */
export function amountsSection(document: TimelineDocument): Section {
  const row = facilityRowWords(document);
  const amounts = table({
    caption: "Amounts of every built release",
    columns: releaseColumns(amountColumns(document)),
    rows: document.points,
  });
  const figures = {
    id: "amounts",
    title: "Amounts",
    measured: "Dollars",
    series: seriesOf(document),
    written: dollars,
    table: amounts,
    notes: [row !== undefined && small(row), naNote(document)],
  };
  const { id, title, blocks } = figuresOverTime(document, figures);
  return { id, title, blocks: [...blocks, ...besideBlocks(document)] };
}
