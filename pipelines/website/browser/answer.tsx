import type { Answer, CareSite, PhysicianQuestion } from "../../read/types.ts";
import { dollars } from "../../words/money-text.ts";
import { NA_EXPLAINED, NA_MARK } from "../../words/na.ts";
import type { BesideRate } from "./claims.ts";
import { AmountFigure, SourcedFigure } from "./figure.tsx";
import { type Origins, whereLimit } from "./sources-words.ts";

/** What is asked of one release. */
interface OfRelease extends Origins {
  readonly code: string;
  /** `"national"`, or the key of a locality. */
  readonly locality: string;
  /** Rates of facilities with another code on the claim. */
  readonly beside: readonly BesideRate[];
}

/** The most rates with another code in a card; the section below has all. */
const BESIDE_SHOWN = 2;

function Beside({ rates }: { readonly rates: readonly BesideRate[] }) {
  return (
    <>
      {rates.slice(0, BESIDE_SHOWN).map(({ name, text, source }) => (
        <div key={name} class="line">
          <dt>Facility, {name}</dt>
          <dd>
            <SourcedFigure source={source}>{text}</SourcedFigure>
          </dd>
        </div>
      ))}
    </>
  );
}

interface LineProps {
  readonly name: string;
  readonly answer: Answer;
  readonly origins: Origins;
  readonly emphasis?: "main" | "sum";
}

function Line({ name, answer, origins, emphasis }: LineProps) {
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
        <AmountFigure answer={answer} origins={origins} />
      </dd>
    </div>
  );
}

/** The most that a physician who does not participate may charge at a site; nothing where there is no amount. */
function Limit({ of, setting }: { readonly of: OfRelease; readonly setting: CareSite }) {
  const { release, code, locality } = of;
  const asked: PhysicianQuestion =
    setting === "office" ? { code, setting, locality } : { code, setting, payee: "physician", locality };
  const [answer, limit] = [release.rate(asked), release.limitingCharge(asked)];
  if (answer.kind === "reason" || limit.kind === "reason") return null;
  return (
    <div class="line">
      <dt>{setting === "office" ? "Limiting charge" : "Physician's limiting charge"}</dt>
      <dd>
        <SourcedFigure source={whereLimit(of, answer, limit)}>
          {dollars(limit.value)}
          <span class="chip">computed</span>
        </SourcedFigure>
      </dd>
    </div>
  );
}

/** What the office pays by other rows of the code, and on the other track. */
function otherAmounts({ release, code, locality }: OfRelease): { readonly name: string; readonly answer: Answer }[] {
  const ask = { code, setting: "office", locality } as const;
  const [, qualifying] = release.tracks;
  const rows = [...release.rows(code)].filter(({ modifier }) => modifier !== "");
  return [
    ...rows.map(({ modifier }) => ({
      name: `Physician, modifier ${modifier}`,
      answer: release.rate({ ...ask, modifier }),
    })),
    ...(qualifying === undefined
      ? []
      : [{ name: "Qualifying APM participant", answer: release.rate({ ...ask, track: qualifying }) }]),
  ].filter(({ answer }) => answer.kind === "amount");
}

function Office(of: OfRelease) {
  const { release, code, locality } = of;
  const answer = release.rate({ code, setting: "office", locality });
  return (
    <section class="card" aria-label="Office">
      <h2>Office</h2>
      <dl>
        <Line name="Physician" answer={answer} origins={of} emphasis="main" />
        {otherAmounts(of).map((each) => (
          <Line key={each.name} name={each.name} answer={each.answer} origins={of} />
        ))}
        <Limit of={of} setting="office" />
      </dl>
      <p class="facts">{facts(of).office}</p>
    </section>
  );
}

/** "Physician, 26": the row that pays, where it is not that of the code alone. */
function payingRow(answer: Answer): string {
  return "modifier" in answer && answer.modifier !== "" ? `Physician, modifier ${answer.modifier}` : "Physician";
}

interface FacilityProps {
  readonly name: string;
  readonly setting: "hopd" | "asc";
  readonly of: OfRelease;
}

function Facility({ name, setting, of }: FacilityProps) {
  const { release, code, locality } = of;
  const facility = release.rate({ code, setting, payee: "facility", locality: "national" });
  const physician = release.rate({ code, setting, payee: "physician", locality });
  const total = release.rate({ code, setting, payee: "total", locality });
  const isConditional = facility.kind === "amount" && facility.conditional;
  return (
    <section class="card" aria-label={name}>
      <h2>{name}</h2>
      <dl>
        <Line
          name={isConditional ? "Facility, unless packaged" : "Facility"}
          answer={facility}
          origins={of}
          emphasis="main"
        />
        <Line name={payingRow(physician)} answer={physician} origins={of} />
        {total.kind === "amount" && <Line name="Facility and physician" answer={total} origins={of} emphasis="sum" />}
        <Limit of={of} setting={setting} />
        <Beside rates={of.beside.filter((each) => each.setting === setting)} />
      </dl>
      <p class="facts">{facts(of)[setting]}</p>
    </section>
  );
}

/** What CMS's files say of the code at each site, in short: status, APC, indicators. */
function facts({ cells, inputs, code }: OfRelease): Readonly<Record<"office" | "hopd" | "asc", string>> {
  const policy = cells?.indicators(code, "");
  const { apc, statusIndicator, paymentIndicator } = inputs?.indicatorsOf(code) ?? {};
  const joined = (...parts: readonly (string | false | undefined)[]): string => parts.filter(Boolean).join(", ");
  return {
    office: policy === undefined ? "" : `Status ${policy["status"]}, global period ${policy["globalDays"]}`,
    hopd: joined(apc && `APC ${apc}`, statusIndicator && `status indicator ${statusIndicator}`),
    asc: joined(paymentIndicator && `Payment indicator ${paymentIndicator}`),
  };
}

/** What Medicare pays for a code at the three sites. */
export function RatesAtSites(of: OfRelease) {
  return (
    <div class="cards">
      <Office {...of} />
      <Facility name="Hospital outpatient" setting="hopd" of={of} />
      <Facility name="Ambulatory surgical center" setting="asc" of={of} />
    </div>
  );
}
