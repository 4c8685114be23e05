import type { LookUpRow } from "../../../schemas/row/look-up.ts";
import { parseScaled } from "../../../schemas/scaled.ts";
import type { Setting } from "../../../schemas/setting.ts";
import type { ExplainedDifference } from "../../../schemas/source/explained-differences.ts";
import { centsText, factorText, gpciText } from "../../../schemas/unit-text.ts";
import { type Gpci, ofUnit, SCALE, scaledInteger } from "../../../schemas/units.ts";
import { exactCents, NATION, type Triple } from "../../schedules/pfs/exact-amounts.ts";
import { limitingCharge } from "../../schedules/pfs/limiting-charge.ts";
import { localityFinder } from "../../schedules/pfs/localities.ts";
import { isCapped } from "../../schedules/pfs/opps-cap.ts";
import { cappedRvus, fullRvus } from "../../schedules/pfs/row-rvus.ts";
import { rowWith } from "../../schedules/pfs/rvu-file.ts";
import { NONE } from "./look-up-arithmetic.ts";
import { COMPARED_FIELDS, type ComparedField, LOOK_UP_COLUMNS, repeatedText } from "./look-up-columns.ts";
import type { OurAmounts } from "./our-amounts.ts";

/** The tool's name for national amounts among localities. */
const NATIONAL_KEY = "0000000";

/** A row of the relative value file in one place: national where the place is undefined. */
export interface FoundLookUp {
  readonly row: number;
  readonly place: number | undefined;
  readonly indices: Triple;
  /** Whether CMS marks the setting NA. */
  readonly na: Readonly<Record<Setting, boolean>>;
}

/** What we have for each compared field; undefined where the relative value file has no such column. */
export type OurTexts = Readonly<Record<ComparedField, string | undefined>>;

/** Finds the rows of an export in a release, or says why it has none. */
export function lookUpFinder({ pfs, gpci }: OurAmounts): (row: LookUpRow) => FoundLookUp | string {
  const find = localityFinder(gpci.localities);
  const { nonFacilityNa, facilityNa } = pfs.rvu.columns;
  return ({ hcpcs, modifier, locality }) => {
    const row = rowWith(pfs.rvu, hcpcs, modifier);
    if (row === undefined) return "the relative value file has no such row";
    const na = { nonFacility: nonFacilityNa.at(row), facility: facilityNa.at(row) };
    if (locality === NATIONAL_KEY) return { row, place: undefined, indices: NATION, na };
    const place = find(locality.slice(0, 5), locality.slice(5));
    const found = gpci.localities[place];
    if (found === undefined) return `the GPCI file has no locality ${locality}`;
    const { workGpci, row: indices } = found;
    const [work, pe, mp] = [scaledInteger(workGpci), scaledInteger(indices.peGpci), scaledInteger(indices.mpGpci)];
    return { row, place, indices: { work, pe, mp }, na };
  };
}

/** Cents of a row in a setting before any mark; undefined for one without an amount. */
type Price = (found: FoundLookUp, setting: Setting) => number | undefined;

/** As every build computes it. */
function kernelPrice({ pfs, full }: OurAmounts): Price {
  return ({ row, place }, setting) =>
    place === undefined ? pfs.national.at(row, setting) : full.at(row, setting, place);
}

/** From the indices in the export, which may differ from those of the GPCI file. */
function exactPrice({ pfs }: OurAmounts): Price {
  return ({ row, indices }, setting) =>
    pfs.national.has(row) ? exactCents(fullRvus(pfs.rvu)(row, setting), indices, scaledInteger(pfs.factor)) : undefined;
}

function limit({ pfs, cap }: OurAmounts, { row, indices }: FoundLookUp, setting: Setting): number | undefined {
  if (!pfs.national.has(row)) return undefined;
  const units = isCapped(pfs, cap, row, setting) ? cappedRvus : fullRvus;
  return limitingCharge(units(pfs.rvu)(row, setting), indices, scaledInteger(pfs.factor)).cents;
}

function atCap({ cap: { national, amounts } }: OurAmounts, { row, place }: FoundLookUp, setting: Setting): string {
  const cents = place === undefined ? national.at(row, setting) : amounts?.at(row, setting, place);
  return cents === undefined ? NONE : centsText(cents);
}

function indexText(thousandths: number): string {
  return gpciText(ofUnit<Gpci>(thousandths));
}

function computed(ours: OurAmounts, found: FoundLookUp, price: Price): Partial<OurTexts> {
  const { indices, na } = found;
  const unlessNa = (setting: Setting, cents: number | undefined): string =>
    cents === undefined || na[setting] ? NONE : centsText(cents);
  const mark = (setting: Setting): string => (na[setting] ? NONE : "");
  return {
    nonFacilityPrice: unlessNa("nonFacility", price(found, "nonFacility")),
    facilityPrice: unlessNa("facility", price(found, "facility")),
    nonFacilityLimit: unlessNa("nonFacility", limit(ours, found, "nonFacility")),
    facilityLimit: unlessNa("facility", limit(ours, found, "facility")),
    workGpci: indexText(indices.work),
    peGpci: indexText(indices.pe),
    mpGpci: indexText(indices.mp),
    nonFacilityNa: mark("nonFacility"),
    fullNonFacilityNa: mark("nonFacility"),
    facilityNa: mark("facility"),
    fullFacilityNa: mark("facility"),
    conversionFactor: factorText(ours.pfs.factor),
    oppsNonFacility: atCap(ours, found, "nonFacility"),
    oppsFacility: atCap(ours, found, "facility"),
  };
}

function textsWith(ours: OurAmounts, found: FoundLookUp, price: Price): OurTexts {
  const own = computed(ours, found, price);
  const texts = COMPARED_FIELDS.map((field) => {
    const [, from] = LOOK_UP_COLUMNS[field];
    return [field, from === "computed" ? own[field] : repeatedText(ours.pfs.rvu, found.row, from)];
  });
  return Object.fromEntries(texts) as OurTexts;
}

/** What a release has for each compared cell of an export's row. */
export function ourTexts(ours: OurAmounts, found: FoundLookUp): OurTexts {
  return textsWith(ours, found, kernelPrice(ours));
}

const INDEX_OF = { workGpci: "work", peGpci: "pe", mpGpci: "mp" } as const;
const SETTING_OF = { nonFacilityNa: "nonFacility", facilityNa: "facility" } as const;

/** What it would have with the cells that are explained as the tool prints them. */
export function explainedTexts(
  ours: OurAmounts,
  found: FoundLookUp,
  reasons: readonly Pick<ExplainedDifference, "field" | "published">[],
): OurTexts {
  const indices: { -readonly [Of in keyof Triple]: number } = { ...found.indices };
  const na = { ...found.na };
  for (const { field, published } of reasons) {
    if (field === "nonFacilityNa" || field === "facilityNa") na[SETTING_OF[field]] = published === NONE;
    else indices[INDEX_OF[field]] = parseScaled(published, SCALE.gpci) ?? 0;
  }
  return textsWith(ours, { ...found, indices, na }, exactPrice(ours));
}
