import type { AuditDocument } from "../../../schemas/out/audit.ts";
import { formatTrimmed } from "../../../schemas/scaled.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { Audience } from "../../words/audience.ts";
import { type Alteration, tenthsText } from "./changes.ts";
import type { Overrides } from "./columns.ts";
import type { TableFigures } from "./figures.ts";
import type { Guess } from "./guess.ts";
import { type FigureKind, namedAmount, type SettingName } from "./kinds.ts";
import { type LastRegistered, MEAN, type PairsOfRelease, type Prices } from "./prices.ts";

/** What the user fixes of an audit. */
export interface AuditOptions {
  readonly overrides: Overrides;
  /** Whether `--release` or `--on` names the release. */
  readonly isReleaseGiven: boolean;
  readonly day: string | null;
  /** `national`, or a key; undefined to guess. */
  readonly place: string | undefined;
  readonly setting: SettingName | undefined;
  /** Of Medicare's amounts, in tenths of a percent. */
  readonly percent: number | undefined;
  /** In ten-thousandths of a dollar. */
  readonly tolerance: number;
  /** What facilities are paid for two codes on one claim; undefined where nobody asks. */
  readonly pairsOf?: PairsOfRelease;
  /** Where it is known which registered files have a code. */
  readonly lastRegistered?: LastRegistered;
  /** Who reads the summary and the notes; the command line where nothing is said. */
  readonly audience?: Audience;
}

type By = AuditDocument["read"]["place"]["by"];

/** How a table is read: what is given, else what is guessed, else the nation and the office. */
export interface TableReading {
  readonly place: { readonly by: By; readonly key: string | null };
  readonly kind: { readonly by: By; readonly kind: FigureKind; readonly isEach: boolean };
  readonly found: Guess | undefined;
}

/** A share of the figures from which the place of a table is that of its guess. */
const MOST = 0.5;

function placeOf(
  { figures }: TableFigures,
  found: Guess | undefined,
  { place }: AuditOptions,
  { release }: Prices,
): TableReading["place"] {
  if (figures.length > 0 && figures.every((each) => each.place !== undefined)) return { by: "table", key: null };
  if (place !== undefined) return { by: "given", key: place };
  const isCertain = found !== undefined && found.figures >= found.of * MOST && found.place !== MEAN;
  if (!isCertain) return { by: "default", key: "national" };
  const isThere = found.place === "national" || release.localities.some(({ key }) => key === found.place);
  return isThere ? { by: "guessed", key: found.place } : { by: "default", key: "national" };
}

function kindRead(
  { figures }: TableFigures,
  found: Guess | undefined,
  { setting }: AuditOptions,
): TableReading["kind"] {
  const open = figures.find(({ kinds }) => kinds.length > 1);
  if (open === undefined) {
    const isEach = setting === undefined || figures.some(({ field }) => field !== "amount");
    return { by: isEach ? "table" : "given", kind: figures[0]?.kinds[0] ?? "nonFacility", isEach };
  }
  if (found === undefined) return { by: "default", kind: open.kinds[0] ?? "nonFacility", isEach: false };
  return { by: "guessed", kind: found.kind, isEach: false };
}

/** How a table is read. */
export function readingOf(
  figures: TableFigures,
  found: Guess | undefined,
  options: AuditOptions,
  reference: Prices,
): TableReading {
  return { place: placeOf(figures, found, options, reference), kind: kindRead(figures, found, options), found };
}

/** How the guess differs from what the table is compared with. */
export function guessedChange({ place, kind, found }: TableReading, reference: Prices): Alteration | undefined {
  if (found === undefined) return undefined;
  const isOtherPlace = place.key !== null && found.place !== place.key;
  return {
    ...(found.prices === reference ? {} : { prices: found.prices }),
    ...(isOtherPlace ? { place: found.place } : {}),
    ...(found.kind === kind.kind || kind.isEach ? {} : { kind: found.kind }),
    ...(found.factor === undefined ? {} : { factor: found.factor }),
    ...(found.percent === undefined ? {} : { percent: found.percent }),
  };
}

function placeName(key: string | null, release: OpenedRelease): string {
  if (key === null) return "each row's own";
  return key === "national" ? key : (release.localities.find((each) => each.key === key)?.name ?? "");
}

/** The reading as the document has it. */
export function readingOut(
  { place, kind, found }: TableReading,
  release: OpenedRelease,
  options: AuditOptions,
): AuditDocument["read"] {
  const support = (by: By): number | null => (by === "guessed" ? (found?.figures ?? null) : null);
  const locality = place.key as "national" | null;
  return {
    release: { by: options.isReleaseGiven ? "given" : "default" },
    place: { by: place.by, locality, name: placeName(place.key, release), figures: support(place.by) },
    setting: { by: kind.by, ...(kind.isEach ? { amount: null } : namedAmount(kind.kind)), figures: support(kind.by) },
    percent: options.percent === undefined ? null : tenthsText(options.percent),
    tolerance: formatTrimmed(options.tolerance, 4, 2),
  };
}
