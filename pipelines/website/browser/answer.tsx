import type { Answer, OpenedRelease } from "../../read/types.ts";
import { NA_EXPLAINED, NA_MARK } from "../../words/na.ts";
import { AmountFigure, SourcedFigure } from "./figure.tsx";
import { facilitySource, physicianSource } from "./sources-words.ts";

/** What is asked of one release. */
export interface OfRelease {
  readonly release: OpenedRelease;
  readonly code: string;
  /** `"national"`, or the key of a locality. */
  readonly locality: string;
  /** The place in words. */
  readonly placeTitle: string;
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
        <Line
          name="Physician"
          answer={answer}
          source={physicianSource(release, of.placeTitle, answer)}
          emphasis="main"
        />
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
        <Line name="Physician" answer={physician} source={physicianSource(release, of.placeTitle, physician)} />
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
