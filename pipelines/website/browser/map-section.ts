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

const amountOf = ({ amount, whole }: SourcedRate) => figure(dollars(amount), whole);

function ratesTable(setting: MapSetting, rates: readonly SourcedRate[]) {
  const columns: ViewColumn<SourcedRate>[] = [
    { heading: "State", cell: ({ state }) => state, sortBy: ({ state }) => state },
    { heading: "Locality", isRowHeading: true, cell: ({ name }) => name, sortBy: ({ name }) => name },
    { heading: "MAC and number", cell: ({ locality }) => toned(locality, "code"), sortBy: ({ locality }) => locality },
    { heading: AMOUNTS[setting].short, isNumber: true, sortBy: ({ cents }) => cents, cell: amountOf },
  ];
  return table({ caption: "Amounts of every locality", columns, rows: rates, filter: "Localities with" });
}

/**
 * What the physician is paid in each locality: the spread, the states, and a table.
 *
 * @param origins of the release, nationally
 */
export function mapSection(origins: Origins, code: string, setting: MapSetting): Section {
  const { release } = origins;
  const title = `${code} by locality, ${AMOUNTS[setting].name.toLowerCase()}, ${release.release}`;
  const national = rateIn(release, code, "national", setting);
  if (national.kind === "reason")
    return { id: "map", title, blocks: [paragraph(`There is no amount: ${national.text}.`)] };
  const rates = ratesOf(origins, code, setting);
  const localities = ratesTable(setting, rates);
  const noStates = "CMS's GPCI file does not name states in this release, so localities cannot be drawn by state.";
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
      national.na && small(NA_EXPLAINED),
      ...(hasStates(rates) ? [localityCartogram(rates, localities)] : [small(noStates), localities]),
      localityDistribution(rates, national.value),
    ],
  };
}
