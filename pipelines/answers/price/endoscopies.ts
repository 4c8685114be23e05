import type { RateSettingName } from "../../../schemas/out/rate.ts";
import { byFallingAmount, excessOfAmount } from "../../rules/money.ts";
import { ratePhysician } from "../rate/physician.ts";
import { type Claim, questionOf } from "./claim.ts";
import type { PhysicianLine } from "./physician-line.ts";

/** Procedures that are ranked as one: a line, or endoscopies of one family. */
export interface Procedure {
  readonly lines: readonly PhysicianLine[];
  /** What is ranked of one unit of each line; undefined where it is not known. */
  readonly amounts: ReadonlyMap<PhysicianLine, string> | undefined;
  readonly units: number;
  /** Amount of the base procedure, of a family. */
  readonly base?: { readonly hcpcs: string; readonly amount: string };
}

/** The base procedure of a line's family: its own code, where another line names it. */
function baseOf({ row, line }: PhysicianLine, all: readonly PhysicianLine[]): string {
  const own = row?.endoscopicBase ?? "";
  if (own !== "") return own;
  return all.some((each) => each.row?.endoscopicBase === line.hcpcs) ? line.hcpcs : "";
}

/** A family is computed for one unit of each code, in full, at a setting that CMS does not mark NA. */
function isPlain({ line, full, alone, na }: PhysicianLine): boolean {
  return line.units === 1 && alone.value !== null && alone.value === full.value && !na;
}

/** Endoscopies of one base procedure: the highest in full, the others less the base procedure. */
function familyOf(claim: Claim, setting: RateSettingName, base: string, lines: readonly PhysicianLine[]): Procedure {
  const parts = ratePhysician(questionOf(claim, base), setting);
  const ofBase = (parts.payable ?? parts.fee).value;
  const areDifferent = new Set(lines.map(({ line }) => line.hcpcs)).size === lines.length;
  if (ofBase === null || parts.na === true || !areDifferent || !lines.every(isPlain))
    return { lines, amounts: undefined, units: 1 };
  const ordered = [...lines].sort((one, other) => byFallingAmount(one.alone.value ?? "0", other.alone.value ?? "0"));
  const amounts = ordered.map((each, at): [PhysicianLine, string] => [
    each,
    at === 0 ? (each.alone.value ?? "0") : excessOfAmount(each.alone.value ?? "0", ofBase),
  ]);
  return { lines, amounts: new Map(amounts), units: 1, base: { hcpcs: base, amount: ofBase } };
}

/** The procedures of lines that are ranked with each other. */
export function proceduresOf(claim: Claim, setting: RateSettingName, lines: readonly PhysicianLine[]): Procedure[] {
  const bases = new Set(lines.map((each) => baseOf(each, lines)).filter((base) => base !== ""));
  const families = [...bases]
    .map((base) => ({ base, members: lines.filter((each) => baseOf(each, lines) === base) }))
    .filter(({ members }) => members.length > 1);
  const single = lines.filter((each) => !families.some(({ members }) => members.includes(each)));
  return [
    ...single.map((each): Procedure => {
      const { value } = each.alone;
      return { lines: [each], amounts: value === null ? undefined : new Map([[each, value]]), units: each.line.units };
    }),
    ...families.map(({ base, members }) => familyOf(claim, setting, base, members)),
  ];
}
