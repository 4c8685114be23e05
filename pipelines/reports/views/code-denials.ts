import type { CodeDocument } from "../../../schemas/out/code.ts";
import type { TogetherDocument } from "../../../schemas/out/together.ts";
import { policyIndicators } from "../../sources/policy.ts";
import { SITES } from "../../words/names.ts";
import { inWords, reasonSentence } from "../../words/reasons.ts";
import { isUnread } from "../../words/unread.ts";
import { editsSection } from "./code-edits.ts";
import type { Traced } from "./traced.ts";
import type { Content, Section } from "./view.ts";

/** Reasons of a modifier that deny it, whatever the claim. */
const DENYING = new Set(["not-permitted", "restricted-by-statute", "no-row-of-modifier", "modifier-not-used"]);
/** Modifiers of visits: a procedure is not denied for want of a use of them. */
const OF_VISITS = "24";

type CodeModifier = CodeDocument["pfs"][number]["modifiers"][number];

function deniedBy({ facility, modifiers }: CodeModifier): string | undefined {
  if (facility.value !== null || modifiers.includes(OF_VISITS)) return undefined;
  return DENYING.has(facility.reason) ? facility.reason : undefined;
}

/** Modifiers that the indicators of the code's row exclude, those of one reason together, each with its cell. */
function modifierDenials(traced: Traced): Content[] {
  const [row] = traced.document.pfs;
  const groups = new Map<string, CodeModifier[]>();
  for (const each of row?.modifiers ?? []) {
    const reason = deniedBy(each);
    if (reason === undefined) continue;
    const key = `${reason} ${each.indicator ?? ""}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups].map(([key, group]) => {
    const [reason = "", indicator = ""] = key.split(" ");
    const named = group.flatMap(({ modifiers }) => modifiers).join(", ");
    const by = policyIndicators().indicators.find(({ field }) => field === indicator)?.title;
    const cell = by === undefined ? [] : [`, by ${by} `, traced.plain(`/pfs/0/indicators/${indicator}`)];
    return [`With modifier ${named}: ${reasonSentence(reason) ?? inWords(reason)}`, ...cell, "."];
  });
}

/** A service without a payment of its own is not denied, and of a file that was not read nothing is known. */
const isNoDenial = (reason: string): boolean => reason.startsWith("packaged") || isUnread(reason);

/** Settings where nobody is paid, or that CMS marks as rarely or never used. */
function settingDenials({ document }: Traced): Content[] {
  const { office, hopd, asc } = document.siteOfService;
  const physicians = [
    [SITES.office, "physician", office.nonFacility],
    [SITES.hopd, "physician", hopd.facility],
    [SITES.asc, "physician", asc.facility],
  ] as const;
  const facilities = [
    [SITES.hopd, "hospital", hopd.oppsRate],
    [SITES.asc, "ASC", asc.ascRate],
  ] as const;
  const rare = physicians.filter(([, , figure]) => "na" in figure && figure.na === true);
  return [
    ...[...physicians, ...facilities].flatMap(([setting, payee, figure]) =>
      figure.value === null && !isNoDenial(figure.reason)
        ? [`In ${setting}, ${payee}: ${reasonSentence(figure.reason) ?? inWords(figure.reason)}.`]
        : [],
    ),
    ...rare.map(([setting]) => `In ${setting}: CMS marks it NA, rarely or never done there.`),
  ];
}

/** Why a claim for the code may be denied, as far as CMS's files say it; nothing where they say nothing. */
export function denialsSection(traced: Traced, together: TogetherDocument): Section | undefined {
  const section = editsSection(together, [...modifierDenials(traced), ...settingDenials(traced)]);
  return section && { ...section, id: "denials" };
}
