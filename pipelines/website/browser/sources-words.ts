import type { FacilityAnswer, FeeTrack, OpenedRelease, PhysicianAnswer, RuleText } from "../../read/types.ts";

/** A rule in words: what is computed, and by which law. */
function ruleWords({ title, formula, cites, id }: RuleText): string {
  return [`${title} (${id})`, formula, ...cites.map((cite) => cite.title)].join("\n");
}

/** RVUs in hundredths as text: "44.89". */
function rvuText(hundredths: number): string {
  return `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;
}

/** The conversion factor of a track as text: "33.4009". */
function factorText(release: OpenedRelease, track: FeeTrack | null): string {
  const used = release.factors.find((each) => each.track === track) ?? release.factors[0];
  if (used === undefined) return "";
  const digits = String(used.factor).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** The numbers that a physician's amount is computed from. */
function inputsOf(release: OpenedRelease, answer: Extract<PhysicianAnswer, { kind: "amount" }>): string {
  const rvus = release.row(answer.code, answer.modifier)?.rvus;
  if (rvus === undefined) return "";
  const pe = answer.setting === "office" ? rvus.nonFacilityPe : rvus.facilityPe;
  const total = rvuText(rvus.work + pe + rvus.mp);
  const parts = `work ${rvuText(rvus.work)} + PE ${rvuText(pe)} + MP ${rvuText(rvus.mp)} = ${total} RVU`;
  return `${parts}\nconversion factor ${factorText(release, answer.track)}`;
}

/** Where a physician's amount comes from; "" for a reason. */
export function physicianSource(release: OpenedRelease, placeTitle: string, answer: PhysicianAnswer): string {
  if (answer.kind === "reason") return "";
  const row = answer.modifier === "" ? answer.code : `${answer.code} with modifier ${answer.modifier}`;
  return [`Row of ${row} in ${release.release}, ${placeTitle}`, inputsOf(release, answer), ruleWords(answer.rule)]
    .filter((each) => each !== "")
    .join("\n");
}

const PRINTED = {
  hopd: "Printed by CMS in OPPS Addendum B: the national rate, before the wage index of the hospital",
  asc: "Printed by CMS in ASC Addendum AA or BB: the national rate, before the wage index of the center",
} as const;

/** Where a facility's rate comes from; "" for a reason. */
export function facilitySource(answer: FacilityAnswer): string {
  if (answer.kind === "reason") return "";
  return answer.rule === null ? PRINTED[answer.setting as "hopd" | "asc"] : ruleWords(answer.rule);
}
