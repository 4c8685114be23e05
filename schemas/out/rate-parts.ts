import { RATE_NAMES } from "../names.ts";
import { settingOf } from "../setting.ts";
import type { RateSetting, RateSettingName } from "./rate.ts";
import type { RateAmount, RateOrReason } from "./rate-amount.ts";

/** What the physician is paid at one setting, whatever the name of the amount there. */
export interface PhysicianParts {
  /** Of the row in the fee schedule; empty for none. */
  readonly modifier: string;
  /** CMS: rarely or never done at this kind of site. */
  readonly na?: true | undefined;
  readonly fee: RateOrReason;
  readonly oppsCap?: RateAmount | undefined;
  readonly payable?: RateAmount | undefined;
  readonly withModifier?: RateOrReason | undefined;
  readonly limitingCharge?: RateAmount | undefined;
  readonly qualifyingApm?: RateOrReason | undefined;
}

/** What a hospital or an ASC is paid. */
export interface FacilityParts {
  readonly rate: RateOrReason;
  /** Paid only when no other service on the claim packages it. */
  readonly conditional?: true | undefined;
  /** For the CBSA of the question. */
  readonly wageAdjusted?: RateOrReason | undefined;
}

/** A setting's amounts by what they are. */
export interface SettingParts {
  readonly setting: RateSettingName;
  readonly physician: PhysicianParts;
  readonly facility?: FacilityParts | undefined;
  readonly total?: RateOrReason | undefined;
}

/** Kinds of physicians' amounts that are beside the fee, in the order of a document. */
const KINDS = ["oppsCap", "payable", "withModifier", "limitingCharge", "qualifyingApm"] as const;

const rateName = (setting: RateSettingName) => RATE_NAMES[setting === "hopd" ? "opps" : "asc"];

type Fields = Readonly<Record<string, unknown>>;

/** Leaves out what is undefined. */
function present(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** A figure under a name; undefined where there is none. */
function under(name: string, figure: RateOrReason | undefined): Fields | undefined {
  return figure && { [name]: figure };
}

/** The parts as a document has them: each amount under its name. */
export function settingOfParts({ setting, physician, facility, total }: SettingParts): RateSetting {
  const name = settingOf(setting);
  const rate = rateName(setting);
  const kinds = KINDS.map((kind) => [kind, under(name, physician[kind])]);
  return present({
    setting,
    ...under(rate, facility?.rate),
    conditional: facility?.conditional,
    wageAdjusted: under(rate, facility?.wageAdjusted),
    modifier: physician.modifier,
    na: physician.na,
    [name]: physician.fee,
    ...Object.fromEntries(kinds),
    total,
  }) as unknown as RateSetting;
}

/** The parts of a setting of a document. */
export function ratePartsOf(answer: RateSetting): SettingParts {
  const { setting, modifier, na } = answer;
  const fields: Fields = answer;
  const [name, rateField] = [settingOf(setting), rateName(setting)];
  const within = (kind: string, field: string) => (fields[kind] as Fields | undefined)?.[field];
  const kinds = KINDS.map((kind) => [kind, within(kind, name)]);
  const { conditional, total, [rateField]: rate } = fields;
  const facility = present({ rate, conditional, wageAdjusted: within("wageAdjusted", rateField) });
  return {
    setting,
    physician: present({ modifier, na, fee: fields[name], ...Object.fromEntries(kinds) }) as unknown as PhysicianParts,
    facility: rate === undefined ? undefined : (facility as unknown as FacilityParts),
    total: total as RateOrReason | undefined,
  };
}

/** Every figure of a setting, the facility's first: amounts, and reasons why there is none. */
export function rateFiguresOf({ physician, facility, total }: SettingParts): RateOrReason[] {
  const { fee } = physician;
  const figures = [facility?.rate, facility?.wageAdjusted, fee, ...KINDS.map((kind) => physician[kind]), total];
  return figures.flatMap((figure) => figure ?? []);
}
