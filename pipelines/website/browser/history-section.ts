import type { Answer, OpenedRelease } from "../../read/types.ts";
import { type FigureSpan, gaps, overTime, type SpanSeries } from "../../reports/views/spans.ts";
import {
  type Content,
  figure,
  reasonOf,
  type Section,
  small,
  table,
  toned,
  type ViewColumn,
} from "../../reports/views/view.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_LEGEND } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import type { SitePlace } from "./place.ts";
import { type Origins, whereFrom } from "./sources-words.ts";

/** What says where the figures of a release come from, in a place by its words. */
type OriginsOf = (release: OpenedRelease, placeTitle: string) => Origins;

/** An amount or its reason; or why the release was not asked, in short words. */
type PointAnswer = (Answer & { readonly source: string }) | { readonly kind: "none"; readonly short: string };

/** One release, and what is paid by it in each series. */
interface Point {
  readonly release: OpenedRelease;
  readonly answers: readonly PointAnswer[];
}

const SERIES = [
  { ...AMOUNTS.office, swatch: "physician", ask: { setting: "office" } },
  { ...AMOUNTS.facility, swatch: "quiet", ask: { setting: "hopd", payee: "physician" } },
  { ...AMOUNTS.opps, swatch: "facility", ask: { setting: "hopd", payee: "facility" } },
  { ...AMOUNTS.asc, swatch: "center", ask: { setting: "asc", payee: "facility" } },
] as const;

/** What a release has of the code in the place: physicians are paid by the place, facilities nationally. */
function pointOf(release: OpenedRelease, code: string, place: SitePlace, originsOf: OriginsOf): Point {
  const sourced = (answer: Answer, title: string): PointAnswer => {
    return { ...answer, source: whereFrom(originsOf(release, title), answer) };
  };
  const answers = SERIES.map(({ ask }): PointAnswer => {
    if (!release.codes.includes(code)) return { kind: "none", short: "code not listed" };
    if (ask.setting === "office" || ask.payee === "physician") {
      if (place.kind !== "place") return { kind: "none", short: place.short };
      return sourced(release.rate({ code, locality: place.locality, ...ask }), place.title);
    }
    return sourced(release.rate({ code, locality: "national", ...ask }), "national");
  });
  return { release, answers };
}

const isNa = (answer: PointAnswer): boolean => "na" in answer && answer.na;

/** What is drawn of a series: amounts in force, but for those that CMS marks NA. */
function spansOf(points: readonly Point[], at: number, name: string): FigureSpan[] {
  let run = 0;
  return points.flatMap(({ release, answers }): FigureSpan[] => {
    const answer = answers[at];
    if (answer === undefined || answer.kind === "none") return [];
    if (answer.kind === "reason" && answer.reason === "source-missing") return [];
    if (answer.kind === "reason" || isNa(answer)) {
      run += 1;
      return [];
    }
    const { value: text, source } = answer;
    return release.inForce.map(({ from, to }) => {
      return { series: name, run, release: release.release, text, source, height: Number(text), from, to };
    });
  });
}

function cell(answer: Point["answers"][number] | undefined): Content {
  if (answer === undefined) return undefined;
  if (answer.kind === "none") return reasonOf(answer.short);
  if (answer.kind === "reason" && answer.reason === "source-missing") return reasonOf("no file");
  if (answer.kind === "reason") return reasonOf(answer.text);
  return figure(`${isNa(answer) ? "NA " : ""}${dollars(answer.value)}`, answer.source);
}

function standing({ inForce, replacedBy }: OpenedRelease): string {
  if (replacedBy !== null) return `replaced by ${replacedBy}`;
  return inForce.length === 0 ? "never in force" : "in force";
}

function pointsTable(points: readonly Point[]) {
  const columns: ViewColumn<Point>[] = [
    {
      heading: "Release",
      cell: ({ release }) => toned(release.release, "day"),
      sortBy: ({ release }) => release.release,
    },
    { heading: "From", cell: ({ release }) => toned(release.window.from, "day") },
    ...SERIES.map(
      ({ name }, at): ViewColumn<Point> => ({
        heading: name,
        isNumber: true,
        cell: ({ answers }) => cell(answers[at]),
      }),
    ),
    { heading: "In force", cell: ({ release }) => toned(standing(release), "day") },
  ];
  return table({ caption: "Amounts of every release", columns, rows: points });
}

/** Days between releases that the site has. */
function gapNote(spans: readonly FigureSpan[]): Content {
  return gaps(spans).length === 0
    ? undefined
    : "Dotted: days of service for which no release of this site has the figure.";
}

/**
 * A code over all releases: each series on a scale of its own, over the days of service, gaps as gaps.
 *
 * @param placeIn the place in a release: a locality may have another key in another year, or not be there
 * @param originsOf says where the figures of a release come from
 */
export function releasesSection(
  releases: readonly OpenedRelease[],
  code: string,
  placeIn: (release: OpenedRelease) => SitePlace,
  originsOf: OriginsOf,
): Section {
  const points = releases.map((release) => pointOf(release, code, placeIn(release), originsOf));
  const places = releases.map(placeIn).flatMap((place) => (place.kind === "place" ? place.title : []));
  const spans = SERIES.flatMap(({ name }, at) => spansOf(points, at, name));
  const series: SpanSeries[] = SERIES.map(({ name, swatch }) => ({ name, swatch }));
  const hasNa = points.some(({ answers }) => answers.some(isNa));
  return overTime({
    id: "history",
    title: `${code} over time, ${places.at(-1) ?? "facilities"}`,
    measured: "dollars",
    spans,
    series,
    written: dollars,
    table: pointsTable(points),
    notes: [hasNa && small(`${NA_LEGEND}: not drawn.`)],
    chartNotes: [small(gapNote(spans)), small("no file: this site does not have CMS's file for it.")],
  });
}
