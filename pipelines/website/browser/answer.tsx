import type { Answer, FacilityAnswer, FeeTrack, OpenedRelease, PhysicianAnswer } from "../../read/types.ts";
import { NA_EXPLAINED, NA_MARK } from "../../words/na.ts";
import { AmountFigure, ruleWords, SourcedFigure } from "./figure.tsx";

/** What is asked of one release. */
export interface OfRelease {
  readonly release: OpenedRelease;
  readonly code: string;
  /** `"national"`, or the key of a locality. */
  readonly locality: string;
  /** The place in words. */
  readonly placeTitle: string;
}

const rvu = (hundredths: number): string =>
  `${Math.trunc(hundredths / 100)}.${String(hundredths % 100).padStart(2, "0")}`;

function factorText(release: OpenedRelease, track: FeeTrack | null): string {
  const used = release.factors.find((each) => each.track === track) ?? release.factors[0];
  if (used === undefined) return "";
  const digits = String(used.factor).padStart(5, "0");
  return `${digits.slice(0, -4)}.${digits.slice(-4)}`;
}

/** The numbers that a physician's amount is computed from. */
function inputsOf({ release, code }: OfRelease, answer: Extract<PhysicianAnswer, { kind: "amount" }>): string {
  const rvus = release.row(code, answer.modifier)?.rvus;
  if (rvus === undefined) return "";
  const pe = answer.setting === "office" ? rvus.nonFacilityPe : rvus.facilityPe;
  const total = rvus.work + pe + rvus.mp;
  const parts = `work ${rvu(rvus.work)} + PE ${rvu(pe)} + MP ${rvu(rvus.mp)} = ${rvu(total)} RVU`;
  return `${parts}\nconversion factor ${factorText(release, answer.track)}`;
}

function physicianSource(of: OfRelease, answer: PhysicianAnswer): string {
  if (answer.kind === "reason") return "";
  const row = answer.modifier === "" ? `${of.code}` : `${of.code} with modifier ${answer.modifier}`;
  return [`Row of ${row} in ${of.release.release}, ${of.placeTitle}`, inputsOf(of, answer), ruleWords(answer.rule)]
    .filter((each) => each !== "")
    .join("\n");
}

const PRINTED = {
  hopd: "Printed by CMS in OPPS Addendum B: the national rate, before the wage index of the hospital",
  asc: "Printed by CMS in ASC Addendum AA or BB: the national rate, before the wage index of the center",
} as const;

function facilitySource(answer: FacilityAnswer): string {
  if (answer.kind === "reason") return "";
  return answer.rule === null ? PRINTED[answer.setting as "hopd" | "asc"] : ruleWords(answer.rule);
}

interface LineProps {
  readonly name: string;
  readonly answer: Answer;
  readonly source: string;
  readonly emphasis?: "main" | "sum";
}

/** How a figure is known, in a word or two. */
function chipOf(answer: Answer): string {
  if (answer.kind === "reason") return "";
  if (answer.rule !== null) return answer.payee === "total" ? "sum" : "computed";
  return answer.setting === "hopd" ? "Addendum B" : "ASC addenda";
}

function Line({ name, answer, source, emphasis }: LineProps) {
  const na = "na" in answer && answer.na;
  return (
    <div class={emphasis === undefined ? "line" : `line ${emphasis}`}>
      <dt>
        {name}{" "}
        {na && (
          <SourcedFigure source={NA_EXPLAINED}>
            <span class="mark">{NA_MARK}</span>
          </SourcedFigure>
        )}
      </dt>
      <dd class={answer.kind === "reason" ? "without" : undefined}>
        <AmountFigure answer={answer} source={source} chip={chipOf(answer)} />
      </dd>
    </div>
  );
}

function Office(of: OfRelease) {
  const { release, code, locality } = of;
  const answer = release.rate({ code, setting: "office", locality });
  return (
    <section class="card" aria-label="Office">
      <h2>Office</h2>
      <dl>
        <Line name="Physician" answer={answer} source={physicianSource(of, answer)} emphasis="main" />
      </dl>
    </section>
  );
}

function Site({
  name,
  setting,
  of,
}: {
  readonly name: string;
  readonly setting: "hopd" | "asc";
  readonly of: OfRelease;
}) {
  const { release, code, locality } = of;
  const facility = release.rate({ code, setting, payee: "facility", locality: "national" });
  const physician = release.rate({ code, setting, payee: "physician", locality });
  const total = release.rate({ code, setting, payee: "total", locality });
  const isSum = total.kind === "amount";
  return (
    <section class="card" aria-label={name}>
      <h2>{name}</h2>
      <dl>
        <Line
          name={facility.kind === "amount" && facility.conditional ? "Facility, unless packaged" : "Facility"}
          answer={facility}
          source={facilitySource(facility)}
          emphasis="main"
        />
        <Line name="Physician" answer={physician} source={physicianSource(of, physician)} />
        {isSum && <Line name="Both" answer={total} source={facilitySource(total)} emphasis="sum" />}
      </dl>
    </section>
  );
}

/** What Medicare pays for a code at the three sites. */
export function RatesAtSites(of: OfRelease) {
  return (
    <div class="cards">
      <Office {...of} />
      <Site name="Hospital outpatient" setting="hopd" of={of} />
      <Site name="Ambulatory surgical center" setting="asc" of={of} />
    </div>
  );
}
