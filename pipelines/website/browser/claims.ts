import type { RateOrReason } from "../../../schemas/out/rate-amount.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { allModifiers } from "../../answers/rate/all-modifiers.ts";
import { allowanceOf, anesthesiaOf } from "../../answers/rate/anesthesia.ts";
import { placeByKey } from "../../answers/rate/place.ts";
import type { RateQuestion } from "../../answers/rate/question.ts";
import { togetherOf } from "../../answers/rate/together.ts";
import { usedRules } from "../../answers/rate/used-rules.ts";
import { InputFault } from "../../problems/problems.ts";
import { anesthesiaSection } from "../../reports/views/anesthesia.ts";
import { editsSection, unknownEditsSection } from "../../reports/views/code-edits.ts";
import { onPage, togetherSection } from "../../reports/views/code-together.ts";
import { modifierMeanings, modifiersTable } from "../../reports/views/rate.ts";
import { rateSource } from "../../reports/views/rate-source.ts";
import { folded, list, type Section } from "../../reports/views/view.ts";
import { FOR_OWN_FILES, FOR_SITE } from "../../words/audience.ts";
import { dollars } from "../../words/money-text.ts";
import { inWords } from "../../words/reasons.ts";
import { revealCodes } from "../sealed-sources.ts";
import type { SiteClaims } from "../site-index.ts";
import { openedClaims } from "./claims-files.ts";
import { faultText } from "./fault-text.ts";
import { handOver } from "./late-part.ts";
import { SiteFault } from "./load-script.ts";

/** Texts by the kind of site: with releases of its own, or of the reader's files. */
const NOT_BUILT = { site: FOR_SITE, "own-files": FOR_OWN_FILES } as const;

/** What is asked about one code beside its rates. */
export interface ClaimQuestion {
  readonly release: string;
  readonly code: string;
  /** `"national"`, or the key of a locality. */
  readonly locality: string;
  /** Day of service, one of the release's window. */
  readonly day: string;
  readonly site: keyof typeof NOT_BUILT;
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
  /** Whether any of it is NCCI edits, which depend on the day. */
  readonly hasEdits: boolean;
}

function shown(rate: RateOrReason): Pick<BesideRate, "text" | "source"> {
  const source = rateSource(rate, {});
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

/** What each modifier does to the amounts of a code in a place; nothing for a code without a row in the fee schedule. */
function modifiersSection(question: RateQuestion, { day, site }: ClaimQuestion): Section | undefined {
  const modifiers = allModifiers(question, day, NOT_BUILT[site]);
  if (modifiers.length === 0) return undefined;
  const amounts = modifiers.flatMap(({ nonFacility, facility }) => [nonFacility, facility]);
  const ids = amounts.flatMap((each) => (each.value === null ? [] : (each.rule ?? [])));
  const rules = usedRules(question.documents, ids);
  return {
    id: "modifiers",
    title: "Modifiers",
    blocks: [
      onPage(modifiersTable({ modifiers, rules })),
      folded("What each modifier means for this code", list(modifierMeanings({ modifiers }), "small")),
    ],
  };
}

/** Minutes of anesthesia that amounts are shown for: whole units of time, which nobody rounds. */
const MINUTES = [15, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240];

/** What an anesthesia code is paid by, with amounts where they can be computed; nothing for any other code. */
function ofAnesthesia(question: RateQuestion): Section | undefined {
  const anesthesia = anesthesiaOf(question);
  if (anesthesia === undefined) return undefined;
  const amounts = MINUTES.map((minutes) => ({ minutes, ...allowanceOf(question, minutes) }));
  return anesthesiaSection(anesthesia, amounts, usedRules(question.documents, [anesthesia.rule]));
}

/** What may be billed with the code and what is paid together with it, as sections of a page. */
async function codeAndOthers(claims: readonly SiteClaims[], asked: ClaimQuestion): Promise<CodeAndOthers> {
  const { release, code, locality, day, site } = asked;
  const { files, built } = openedClaims(claims);
  return await files.answer(() => {
    const entry = built.releases.find((each) => each.release === release);
    if (entry === undefined) return { beside: [], sections: [], hasEdits: false };
    const documents = built.open(entry);
    const place = locality === "national" ? undefined : placeByKey(documents, { locality });
    const together = togetherOf(documents, { hcpcs: code, day, notBuilt: NOT_BUILT[site] });
    const question = { documents, hcpcs: code, modifier: undefined, place, wageIndex: undefined };
    const sections = [
      ofAnesthesia(question),
      togetherSection(together),
      editsSection(together, []) ?? unknownEditsSection(together),
      modifiersSection(question, asked),
    ];
    const { addOns, units, edits } = together;
    return {
      beside: besideRates(together),
      sections: sections.filter((each) => each !== undefined),
      hasEdits: [addOns, units, edits].some(({ length }) => length > 0),
    };
  });
}

/** A fault as what a reader of the site can do about it. */
const forReaders: typeof codeAndOthers = (...asked) =>
  codeAndOthers(...asked).catch((error: Error) => {
    throw error instanceof InputFault ? new SiteFault(faultText(error)) : error;
  });

handOver("claims", { codeAndOthers: forReaders, revealCodes });
