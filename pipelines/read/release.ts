import type { ReaderDocument } from "../../schemas/out/reader.ts";
import { rowWith } from "../schedules/pfs/fee-rows.ts";
import { Answers } from "./answers.ts";
import { Checker } from "./check.ts";
import { centreRates, hospitalRates } from "./facilities.ts";
import type { Asked } from "./fee-schedule-row.ts";
import { type LoadedParts, PlaceFinder } from "./places.ts";
import { refuseMalformed, refuseMalformedCode } from "./question.ts";
import { sentenceOf } from "./reasons.ts";
import { FiguresOfRow } from "./row-figures.ts";
import { type FeeTables, tablesOf } from "./tables.ts";
import type {
  Answer,
  ChargeLimit,
  FacilityAnswer,
  FacilityQuestion,
  FeeRow,
  FeeScheduleRow,
  FeeTrack,
  FoundLocality,
  NoAmount,
  NoRow,
  OpenedRelease,
  PaymentLocality,
  PhysicianAnswer,
  PhysicianQuestion,
  Question,
  QuestionReason,
  ReleaseFactor,
  RowFigures,
  RowQuestion,
  SideBySide,
  Span,
  WithoutCode,
} from "./types.ts";

/** Whether a day is in one of the spans. */
export function isWithin(day: string, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => from <= day && day <= to);
}

function localitiesOf({ localities }: ReaderDocument): PaymentLocality[] {
  if (localities === null) return [];
  const { keys, names, states } = localities;
  return keys.map((key, at) => ({ key, name: names[at] ?? "", state: states[at] ?? null }));
}

function* allOf(count: number): Generator<number, void, undefined> {
  for (let row = 0; row < count; row += 1) yield row;
}

/** A release that was opened from its document. */
export class OpenedDocument implements OpenedRelease {
  readonly release: string;
  readonly title: string;
  readonly window: Span;
  readonly inForce: readonly Span[];
  readonly replacedBy: string | null;
  readonly coverage: ReaderDocument["coverage"];
  readonly caveats: OpenedRelease["caveats"];
  readonly files: OpenedRelease["files"];
  readonly codes: readonly string[];
  readonly tracks: readonly FeeTrack[];
  readonly factors: readonly ReleaseFactor[];
  private readonly reasons: Readonly<Record<string, string>>;
  private readonly places: PlaceFinder;
  private readonly answers: Answers;
  private readonly pfs: FeeTables | undefined;

  /** @throws ReaderError for a document whose parts do not fit each other */
  constructor(document: ReaderDocument, parts: LoadedParts, where: string) {
    this.release = document.release;
    this.title = document.title;
    this.window = document.window;
    this.inForce = document.inForce;
    this.replacedBy = document.replacedBy;
    this.coverage = document.coverage;
    this.caveats = document.caveats;
    this.files = document.files;
    const check = new Checker(where);
    const { codes, gpcis, pfs } = tablesOf(document, check);
    this.codes = codes.list;
    this.pfs = pfs;
    const tracks = [document.pfs?.track ?? null, document.pfs?.qualifying?.track ?? null];
    this.tracks = tracks.filter((track) => track !== null);
    this.factors = [document.pfs, document.pfs?.qualifying].flatMap((each) =>
      each ? [{ track: each.track, factor: each.factor }] : [],
    );
    this.reasons = document.reasons;
    this.places = new PlaceFinder(localitiesOf(document), parts, (part) =>
      (document.parts as readonly string[]).includes(part),
    );
    this.answers = new Answers({
      release: document.release,
      facilities: () => ({
        opps: hospitalRates(document.opps, codes, check),
        asc: centreRates(document.asc, codes, check),
      }),
      pfs,
      tracks,
      reasons: document.reasons,
      knows: (code) => codes.indexOf(code) >= 0,
      gpcis,
    });
  }

  get localities(): readonly PaymentLocality[] {
    return this.places.localities;
  }

  rate(question: PhysicianQuestion): PhysicianAnswer;
  rate(question: FacilityQuestion): FacilityAnswer;
  rate(question: Question): Answer;
  rate(question: Question): Answer {
    const asked = this.asked(question);
    return "kind" in asked ? asked : this.answers.answer(asked);
  }

  siteOfService(code: string, track?: FeeTrack): SideBySide | NoAmount {
    const place = { code, locality: "national", track } as const;
    const office = this.rate({ ...place, setting: "office" });
    if (office.kind === "reason" && (office.reason === "unknown-code" || office.reason === "no-such-track"))
      return office;
    const at = (setting: "hopd" | "asc") => ({
      rate: this.rate({ ...place, setting, payee: "facility" }),
      facility: this.rate({ ...place, setting, payee: "physician" }),
      total: this.rate({ ...place, setting, payee: "total" }),
    });
    const [{ rate: oppsRate, ...hopd }, { rate: ascRate, ...asc }] = [at("hopd"), at("asc")];
    const { release } = this;
    const sites = { office: { nonFacility: office }, hopd: { oppsRate, ...hopd }, asc: { ascRate, ...asc } };
    return { kind: "sites", release, code, ...sites };
  }

  feeSchedule(question: RowQuestion): FeeScheduleRow | NoRow {
    const asked = this.asked({ ...question, setting: "office" } as PhysicianQuestion);
    const answer = "kind" in asked ? asked : this.answers.row(asked);
    if (answer.kind === "row") return answer;
    const { setting: _, payee: __, ...none } = answer;
    return none;
  }

  limitingCharge(question: PhysicianQuestion): ChargeLimit | NoAmount {
    const asked = this.asked(question);
    return "kind" in asked ? asked : this.answers.limit(asked);
  }

  all(question: WithoutCode<PhysicianQuestion>): Generator<PhysicianAnswer, void, undefined>;
  all(question: WithoutCode<FacilityQuestion>): Generator<FacilityAnswer, void, undefined>;
  *all(question: WithoutCode<Question>): Generator<Answer, void, undefined> {
    let asked: Asked | NoAmount | undefined;
    for (const code of this.codes) {
      asked ??= this.asked({ ...question, code } as Question);
      yield "kind" in asked ? { ...asked, code } : this.answers.answer({ ...asked, code });
    }
  }

  *rows(code?: string): Generator<FeeRow, void, undefined> {
    const { pfs } = this;
    if (code !== undefined) refuseMalformedCode(code);
    if (pfs === undefined) return;
    const { rvu, rows } = pfs;
    for (const row of code === undefined ? allOf(rows.count) : rows.ofCode(code))
      yield { code: rows.codeAt(row), modifier: rvu.columns.modifier.at(row), state: rvu.stateOf(row) };
  }

  row(code: string, modifier: string): RowFigures | undefined {
    const row = this.pfs === undefined ? undefined : rowWith(this.pfs.rvu, code, modifier);
    if (this.pfs === undefined || row === undefined) return undefined;
    const { rvu, fees } = this.pfs;
    const { numbers } = this.places;
    return new FiguresOfRow({ code, modifier, state: rvu.stateOf(row) }, { row, fees, numbers });
  }

  sentenceOf(reason: string): string {
    return sentenceOf(reason, this.reasons);
  }

  placeOfZip(zip: string): FoundLocality {
    return this.places.ofZip(zip);
  }

  placeOfCounty(county: string): FoundLocality {
    return this.places.ofCounty(county);
  }

  /** The question with its place and its track, or why it has no answer. */
  private asked(question: Question): Asked | NoAmount {
    refuseMalformed(question);
    const { code, modifier, setting, payee = "physician", track, locality } = question;
    const isQualifying = track !== undefined && track !== this.tracks[0];
    const place = this.numberOf(locality);
    const of: Asked = { code, modifier, setting, payee, place, locality: locality ?? null, isQualifying };
    const reason = this.refusal(question, isQualifying);
    if (reason !== undefined) return this.answers.none(of, reason);
    return place < 0 ? this.located(question, of) : of;
  }

  /** Number of a place, 0 for the nation; -1 for one that is not known by its key. */
  private numberOf(locality: string | undefined): number {
    if (locality === "national") return 0;
    return (locality === undefined ? undefined : this.places.numbers.get(locality)) ?? -1;
  }

  /** Why a question has no answer, whatever its place is. */
  private refusal({ on, track }: Question, isQualifying: boolean): QuestionReason | undefined {
    const outside = on === undefined ? undefined : this.outside(on);
    if (outside !== undefined) return outside;
    return isQualifying && track !== this.tracks[1] ? "no-such-track" : undefined;
  }

  /** Why the release does not answer for a day. */
  private outside(day: string): QuestionReason | undefined {
    if (!isWithin(day, [this.window])) return "outside-window";
    return isWithin(day, this.inForce) ? undefined : "not-in-force";
  }

  private located({ locality, zip, county }: Question, of: Asked): Asked | NoAmount {
    if (locality !== undefined) {
      const reason = this.localities.length === 0 ? "source-missing" : "unknown-locality";
      return this.answers.none({ ...of, locality: null }, reason);
    }
    const found = zip === undefined ? this.placeOfCounty(county as string) : this.placeOfZip(zip);
    if (found.kind === "reason") return this.answers.none(of, found.reason, found.text);
    return { ...of, locality: found.key, place: this.places.numbers.get(found.key) as number };
  }
}
