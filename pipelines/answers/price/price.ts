import type { ClaimEdit, ClaimLine, PriceDocument, PricedSide, PriceSetting } from "../../../schemas/out/price.ts";
import type { RateSettingName } from "../../../schemas/out/rate.ts";
import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import { SCHEMA_VERSION } from "../../../schemas/version.ts";
import type { BuiltDocuments, BuiltReleases } from "../../documents/built-documents.ts";
import { caveatsOf } from "../../sources/caveats.ts";
import { sentencesOf } from "../../words/reasons.ts";
import { type ChosenRelease, chooseRelease, type WantedRelease } from "../rate/choose-release.ts";
import { notesOf } from "../rate/notes.ts";
import { orOtherReleases } from "../rate/other-releases.ts";
import type { FoundPlace } from "../rate/place.ts";
import { lookUpCodes, siteRow } from "../rate/question.ts";
import { usedRules } from "../rate/used-rules.ts";
import { type Claim, totalOfLines } from "./claim.ts";
import { claimEdits, type EditsOf } from "./edits.ts";
import { notConsidered } from "./not-considered.ts";
import { editsOf, type PayeeAt, payeeSide } from "./payee.ts";

/** What a user asks about the lines of one claim. */
export interface WantedPrice {
  readonly lines: readonly ClaimLine[];
  /** Finds the place of the physician's amounts; left out for national ones. */
  readonly placeIn?: ((documents: BuiltDocuments) => FoundPlace | undefined) | undefined;
  /** Settings to answer for, in order. */
  readonly settings: readonly RateSettingName[];
}

function priceSetting(
  claim: Claim,
  edits: Readonly<Record<EditsOf, readonly ClaimEdit[]>>,
  setting: RateSettingName,
): PriceSetting {
  const paidTo = (payee: PayeeAt["payee"]): PricedSide =>
    payeeSide(claim, { setting, payee }, edits[editsOf({ setting, payee })]);
  const physician = paidTo("physician");
  if (setting === "office") return { setting, facility: null, physician, total: null };
  const facility = paidTo("facility");
  const total = totalOfLines([...facility.lines, ...physician.lines]);
  // The facility's rates are national: beside amounts of one locality a sum would mix two places.
  return { setting, facility, physician, total: claim.place === undefined ? total : null };
}

function figuresOf({ facility, physician }: PriceSetting): RateOrReason[] {
  return [...(facility?.lines ?? []), ...physician.lines].flatMap(({ alone, paid }) => [alone, paid]);
}

/**
 * What Medicare pays for the lines of one claim, of one patient on one day, from the documents of one built release.
 *
 * @param chosen the release, and the day that it was chosen for
 * @throws InputFault when no source of the release has a code, or the place is unknown or ambiguous
 */
export function priceOf(documents: BuiltDocuments, chosen: ChosenRelease, wanted: WantedPrice): PriceDocument {
  const { release, title, window, coverage } = documents.manifest;
  const { lines } = wanted;
  lookUpCodes(
    documents,
    lines.map(({ hcpcs }) => hcpcs),
    ["site-of-service", "opps", "asc", "national"],
  );
  for (const { hcpcs } of lines) siteRow({ documents, hcpcs });
  const place = wanted.placeIn?.(documents);
  const claim: Claim = { documents, lines, place, day: chosen.day ?? window.from };
  const edits = { practitioner: claimEdits(claim, "practitioner"), hospital: claimEdits(claim, "hospital") };
  const settings = wanted.settings.map((setting) => priceSetting(claim, edits, setting));
  const figures = settings.flatMap(figuresOf);
  return {
    schema: "ratebook/price",
    schemaVersion: SCHEMA_VERSION,
    release,
    coverage,
    title,
    window,
    day: chosen.day,
    place: place?.place ?? null,
    lines: [...lines],
    settings,
    edits: [...edits.practitioner, ...(wanted.settings.includes("hopd") ? edits.hospital : [])],
    notConsidered: notConsidered(claim, wanted.settings),
    notes: [...(place?.notes ?? []), ...notesOf(documents.manifest, false)],
    caveats: caveatsOf(release),
    reasons: sentencesOf(figures.flatMap((each) => (each.value === null ? each.reason : []))),
    rules: usedRules(
      documents,
      figures.flatMap((each) => ("rule" in each ? (each.rule ?? []) : [])),
    ),
  };
}

/**
 * The same from the release that is meant of those that are built.
 *
 * @param out where they are, for messages
 * @throws InputFault when the release is not built, no source of it has a code, or the place is unknown or ambiguous
 */
export function priceIn(built: BuiltReleases, out: string, wanted: WantedRelease & WantedPrice): PriceDocument {
  const chosen = chooseRelease(wanted, built.releases, out);
  return orOtherReleases(built, chosen.built, () => priceOf(built.open(chosen.built), chosen, wanted));
}
