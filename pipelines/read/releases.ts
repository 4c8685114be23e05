import { refuseMalformedDay } from "./question.ts";
import { QUESTION_REASONS } from "./reasons.ts";
import { isWithin } from "./release.ts";
import type {
  Answer,
  AnyDay,
  FacilityAnswer,
  FacilityQuestion,
  HistoryEntry,
  NoAmount,
  OnDay,
  OpenedRelease,
  OpenedReleases,
  PhysicianAnswer,
  PhysicianQuestion,
  Question,
} from "./types.ts";

/** Of two with the same first day, the one without a picked revision, then by name. */
function inOrder(one: OpenedRelease, two: OpenedRelease): number {
  const key = ({ window, release }: OpenedRelease): string => `${window.from} ${release}`;
  return key(one) < key(two) ? -1 : 1;
}

/** Several releases that were opened. */
export class OpenedSet implements OpenedReleases {
  readonly releases: readonly OpenedRelease[];

  constructor(releases: readonly OpenedRelease[]) {
    this.releases = releases.toSorted(inOrder);
  }

  on(day: string): OpenedRelease | undefined {
    refuseMalformedDay(day);
    return this.releases.find(({ inForce }) => isWithin(day, inForce));
  }

  rate(question: OnDay<PhysicianQuestion>): PhysicianAnswer;
  rate(question: OnDay<FacilityQuestion>): FacilityAnswer;
  rate(question: OnDay<Question>): Answer {
    return this.on(question.on)?.rate(question as Question) ?? this.noRelease(question);
  }

  history(question: AnyDay<PhysicianQuestion>): HistoryEntry<PhysicianAnswer>[];
  history(question: AnyDay<FacilityQuestion>): HistoryEntry<FacilityAnswer>[];
  history(question: AnyDay<Question>): HistoryEntry[] {
    return this.releases.map((each) => ({
      release: each.release,
      window: each.window,
      inForce: each.inForce,
      answer: each.rate({ ...question, on: undefined } as Question),
    }));
  }

  private noRelease({ code, setting, payee = "physician" }: Question): NoAmount {
    const reason = "no-release-on-day";
    const text = QUESTION_REASONS[reason];
    return { kind: "reason", value: null, reason, text, release: null, code, setting, payee, locality: null };
  }
}
