import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { allModifiers } from "../../answers/rate/all-modifiers.ts";
import { placeByKey } from "../../answers/rate/place.ts";
import { togetherOf } from "../../answers/rate/together.ts";
import { editsSection } from "../../reports/views/code-edits.ts";
import { cellsSource, onPage, togetherSection } from "../../reports/views/code-together.ts";
import { modifierMeanings, modifiersTable } from "../../reports/views/rate.ts";
import { folded, list, type Section } from "../../reports/views/view.ts";
import { dollars } from "../../words/money-text.ts";
import { inWords } from "../../words/reasons.ts";
import { successionText } from "../../words/successions.ts";
import type { SiteClaims } from "../site-index.ts";
import { openedClaims } from "./claims-files.ts";
import { handOver } from "./late-part.ts";

/** What is asked about one code beside its rates. */
export interface ClaimQuestion {
  readonly release: string;
  readonly code: string;
  /** `"national"`, or the key of a locality. */
  readonly locality: string;
  /** Day of service, one of the release's window. */
  readonly day: string;
}

/** A rate of a facility with another code on the claim, beside the code alone. */
export interface BesideRate {
  readonly setting: "hopd" | "asc";
  /** "with 22512". */
  readonly name: string;
  readonly text: string;
  readonly source: string;
}

/** What is known of a code beside its rates. */
export interface CodeAndOthers {
  readonly beside: readonly BesideRate[];
  readonly sections: readonly Section[];
}

function shown(rate: RateOrReason): Pick<BesideRate, "text" | "source"> {
  const source = "cells" in rate ? rate.cells.map(cellsSource).join("\n") : "";
  return { text: rate.value === null ? inWords(rate.reason) : dollars(rate.value), source };
}

/** What the facility is paid with each other code that the code is primary for. */
function besideRates({ hcpcs, pairs, combinations }: TogetherDocument): BesideRate[] {
  return [
    ...pairs.flatMap(({ primary, secondary, oppsRate }): BesideRate[] =>
      primary === hcpcs && oppsRate.value !== null
        ? [{ setting: "hopd", name: `with ${secondary}`, ...shown(oppsRate) }]
        : [],
    ),
    ...combinations.flatMap(({ code, primary, secondary, ascRate }): BesideRate[] =>
      primary === hcpcs ? [{ setting: "asc", name: `with ${secondary}, as ${code}`, ...shown(ascRate) }] : [],
    ),
  ];
}

/** What may be billed with the code and what is paid together with it, as sections of a page. */
async function codeAndOthers(
  claims: SiteClaims,
  { release, code, locality, day }: ClaimQuestion,
): Promise<CodeAndOthers> {
  const { files, built } = openedClaims(claims);
  return await files.answer(() => {
    const entry = built.releases.find((each) => each.release === release);
    if (entry === undefined) return { beside: [], sections: [] };
    const documents = built.open(entry);
    const place = locality === "national" ? undefined : placeByKey(documents, { locality });
    const together = togetherOf(documents, { hcpcs: code, other: undefined, day });
    const modifiers = allModifiers({ documents, hcpcs: code, modifier: undefined, place, wageIndex: undefined }, day);
    const ofModifiers: Section = {
      id: "modifiers",
      title: "Modifiers",
      blocks: [
        onPage(modifiersTable({ modifiers })),
        folded("What each modifier means for this code", list(modifierMeanings({ modifiers }), "small")),
      ],
    };
    const sections = [
      togetherSection(together),
      editsSection(together, []),
      modifiers.length > 0 ? ofModifiers : undefined,
    ];
    return { beside: besideRates(together), sections: sections.filter((each) => each !== undefined) };
  });
}

handOver("claims", { codeAndOthers, successionText });
