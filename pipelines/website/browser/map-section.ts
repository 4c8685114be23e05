import { signedText } from "../../answers/diff/signed.ts";
import type { OpenedRelease, PhysicianAnswer } from "../../read/types.ts";
import type { LocalRate } from "../../reports/views/drawings.ts";
import {
  hasStates,
  localityCartogram,
  localityDistribution,
  placeName,
  spreadWith,
} from "../../reports/views/local-rates.ts";
import { figure, paragraph, type Section, small, table, toned, type ViewColumn } from "../../reports/views/view.ts";
import { withSign } from "../../words/changes.ts";
import { countText, dollars } from "../../words/money-text.ts";
import { NA_EXPLAINED } from "../../words/na.ts";
import { AMOUNTS } from "../../words/names.ts";
import type { MapSetting } from "./asked.ts";
import { type Origins, whereFrom, whereInShort } from "./sources-words.ts";

/** What one locality pays, and where that comes from: all of it, and for the tile in short. */
interface SourcedRate extends LocalRate {
  readonly whole: string;
}

function rateIn(release: OpenedRelease, code: string, locality: string, setting: MapSetting): PhysicianAnswer {
  return setting === "office"
    ? release.rate({ code, setting: "office", locality })
    : release.rate({ code, setting: "hopd", payee: "physician", locality });
}

/** What the physician is paid in every locality; none where the code has no amount. */
function ratesOf(origins: Origins, code: string, setting: MapSetting): SourcedRate[] {
  const { release } = origins;
  return release.localities.flatMap(({ key, name, state }, at) => {
    const answer = rateIn(release, code, key, setting);
    if (answer.kind === "reason") return [];
    const { value: amount, cents } = answer;
    const rate = { at, locality: key, name, state: state ?? "", nonFacility: amount, facility: amount, amount, cents };
    const whole = whereFrom({ ...origins, placeTitle: placeName(rate) }, answer);
    return [{ ...rate, whole, source: whereInShort(origins, answer) }];
  });
}

/** How the amount of each locality changed that both releases have. */
function changesOf(before: Origins, after: Origins, code: string, setting: MapSetting): SourcedRate[] {
  const earlier = new Map(ratesOf(before, code, setting).map((rate) => [rate.locality, rate]));
  return ratesOf(after, code, setting).flatMap((rate) => {
    const old = earlier.get(rate.locality);
    if (old === undefined) return [];
    const cents = rate.cents - old.cents;
    const from = `${dollars(old.amount)} in ${before.release.release}, ${dollars(rate.amount)} in ${after.release.release}`;
    return [{ ...rate, cents, amount: signedText(cents, 2), source: from, whole: `${from}\n${rate.whole}` }];
  });
}

const changeOf = ({ amount, whole }: SourcedRate) => figure(withSign(amount, dollars), whole);
const amountOf = ({ amount, whole }: SourcedRate) => figure(dollars(amount), whole);

function ratesTable(heading: string, rates: readonly SourcedRate[], cell: ViewColumn<SourcedRate>["cell"]) {
  const columns: ViewColumn<SourcedRate>[] = [
    { heading: "State", cell: ({ state }) => state, sortBy: ({ state }) => state },
    { heading: "Locality", isRowHeading: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
    { heading: "MAC and number", cell: ({ locality }) => toned(locality, "code"), sortBy: ({ locality }) => locality },
    { heading, isNumber: true, sortBy: ({ cents }) => cents, cell },
  ];
  return table({ caption: `${heading} in every locality`, columns, rows: rates, filter: "Localities with" });
}

const NO_STATES = "CMS's GPCI file does not name states in this release, so localities cannot be drawn by state.";

/** What is mapped. */
interface Mapped {
  readonly code: string;
  readonly setting: MapSetting;
  /** Key of the locality that was chosen; undefined where none was. */
  readonly chosen: string | undefined;
}

/**
 * How what the physician is paid in each locality changed between two releases.
 *
 * @param before of the earlier release, nationally; `after` of the later one
 */
export function changeMapSection(before: Origins, after: Origins, { code, setting, chosen }: Mapped): Section {
  const [from, to] = [before.release.release, after.release.release];
  const title = `${code} by locality, ${AMOUNTS[setting].name.toLowerCase()}: change from ${from} to ${to}`;
  const rates = changesOf(before, after, code, setting);
  if (rates.length === 0)
    return { id: "map", title, blocks: [paragraph(`No locality has an amount in both ${from} and ${to}.`)] };
  const localities = ratesTable("Change", rates, changeOf);
  const own = rates.find((rate) => rate.locality === chosen);
  const others = Math.max(before.release.localities.length, after.release.localities.length) - rates.length;
  return {
    id: "map",
    title,
    blocks: [
      paragraph(...spreadWith(rates, changeOf)),
      own && paragraph(`In ${placeName(own)} it is `, changeOf(own), "."),
      others > 0 &&
        small(
          `${countText(others)} ${others === 1 ? "locality" : "localities"} of one release only: no change is known.`,
        ),
      ...(hasStates(rates) ? [localityCartogram(rates, localities, "change")] : [small(NO_STATES), localities]),
    ],
  };
}

/**
 * What the physician is paid in each locality: the spread, the states, and a table.
 *
 * @param origins of the release, nationally
 */
export function mapSection(origins: Origins, { code, setting, chosen }: Mapped): Section {
  const { release } = origins;
  const title = `${code} by locality, ${AMOUNTS[setting].name.toLowerCase()}, ${release.release}`;
  const national = rateIn(release, code, "national", setting);
  if (national.kind === "reason")
    return { id: "map", title, blocks: [paragraph(`There is no amount: ${national.text}.`)] };
  const rates = ratesOf(origins, code, setting);
  const localities = ratesTable(AMOUNTS[setting].short, rates, amountOf);
  const own = rates.find((rate) => rate.locality === chosen);
  return {
    id: "map",
    title,
    blocks: [
      paragraph(
        ...spreadWith(rates, amountOf),
        ` There are ${countText(rates.length)} payment localities. The national amount, with every GPCI 1, is `,
        figure(dollars(national.value), whereFrom(origins, national)),
        "; it is not an average.",
      ),
      own && paragraph(`${placeName(own)} pays `, amountOf(own), "."),
      national.na && small(NA_EXPLAINED),
      ...(hasStates(rates) ? [localityCartogram(rates, localities)] : [small(NO_STATES), localities]),
      localityDistribution(rates, national.value),
    ],
  };
}
