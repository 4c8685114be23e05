import { fault, InputFault } from "../../problems/problems.ts";
import { modifierEffect } from "../../sources/modifiers.ts";
import type { SideAmounts } from "./amounts.ts";
import { OF_ROWS } from "./volume-cells.ts";
import type { NumberedVolume } from "./volume-rows.ts";

type Sides = readonly [SideAmounts, SideAmounts];

/** The key of the locality of a ZIP code; throws InputFault where there is none, or it is ambiguous. */
export type LocalityOfZip = (zip: string) => string;

/** A row that can be priced. */
export interface PricedVolume extends NumberedVolume {
  /** Modifier of the row of the fee schedule; blank for none. */
  readonly modifier: string;
  /** Modifiers that do not change the amount. */
  readonly passed: readonly string[];
  /** Modifiers that do, or may. */
  readonly apart: readonly string[];
}

/** A volume that neither release can price, and why. */
class UnknownVolume extends Error {}

function isPhysician({ setting }: NumberedVolume): boolean {
  return setting === "nonFacility" || setting === "facility";
}

function refuseUnknownCode({ code }: NumberedVolume, sides: Sides): void {
  if (!sides.some((side) => side.knows(code))) throw new UnknownVolume(`${code} is in no table of either release`);
}

function named(modifiers: readonly string[]): string {
  return modifiers.map((each) => (each === "" ? "none" : each)).join(", ");
}

/** The modifier that selects a row of the fee schedule; 53 has rows for few codes, and is a reduction of the others. */
function rowModifier(volume: NumberedVolume, sides: Sides): string {
  const { code, modifiers } = volume;
  const known = [...new Set(sides.flatMap((side) => side.modifiersOf(code)))];
  const selecting = modifiers.filter((each) => OF_ROWS.includes(each) && (each !== "53" || known.includes(each)));
  const [own = "", second] = selecting;
  if (second !== undefined) throw new UnknownVolume(`modifiers ${own} and ${second} are two rows of the fee schedule`);
  if (!isPhysician(volume)) {
    if (own === "") return own;
    throw new UnknownVolume(`"${own}" is for physicians' services; a hospital or ASC is paid by the code only`);
  }
  if (known.length === 0 || known.includes(own)) return own;
  const which = own === "" ? "no row without a modifier" : `no row with modifier "${own}"`;
  throw new UnknownVolume(`${code} has ${which} in either release; its modifiers are ${named(known)}`);
}

function localityOf(volume: NumberedVolume, sides: Sides, ofZip: LocalityOfZip): string | null {
  const { locality, zip } = volume;
  if (locality !== null && !isPhysician(volume))
    throw new UnknownVolume(`${locality} is a locality of the physician fee schedule; a facility's rate is national`);
  if (locality === null && zip !== "" && isPhysician(volume)) return ofZip(zip);
  if (locality === null || sides.some((side) => side.hasLocality(locality))) return locality;
  throw new UnknownVolume(`${locality} is not a locality of either release`);
}

/**
 * What a row of volumes means in two releases.
 *
 * @returns why it means nothing there, where it does not
 */
export function knownVolume(volume: NumberedVolume, sides: Sides, ofZip: LocalityOfZip): PricedVolume | string {
  try {
    refuseUnknownCode(volume, sides);
    const modifier = rowModifier(volume, sides);
    const others = volume.modifiers.filter((each) => each !== modifier);
    const having = (effect: "passed" | "apart") => others.filter((each) => modifierEffect(each).effect === effect);
    const locality = localityOf(volume, sides, ofZip);
    return { ...volume, modifier, locality, passed: having("passed"), apart: having("apart") };
  } catch (error) {
    if (error instanceof UnknownVolume) return error.message;
    if (error instanceof InputFault) return error.problem.message;
    throw error;
  }
}

/** For a caller without a table of ZIP codes. */
export function noZips(zip: string): string {
  throw fault("zip.unknown", { file: "--volumes" }, `there is no table of ZIP codes for ${zip}`, "Name the locality");
}
