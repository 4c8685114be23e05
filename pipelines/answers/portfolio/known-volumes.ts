import type { Problem } from "../../../schemas/place.ts";
import type { SideAmounts } from "./amounts.ts";
import type { NumberedVolume, Volumes } from "./volume-rows.ts";

type Sides = readonly [SideAmounts, SideAmounts];

const NATIONAL_RATES = "Leave the cell blank: hospital and ASC rates vary by wage index area, and are national here";

function isPhysician({ setting }: NumberedVolume): boolean {
  return setting === "nonFacility" || setting === "facility";
}

/** What is wrong with a cell, or nothing. */
type CellFault = { readonly message: string; readonly cure: string } | undefined;

function codeFault({ code }: NumberedVolume, sides: Sides): CellFault {
  if (sides.some((side) => side.knows(code))) return undefined;
  return { message: `${code} is in no table of either release`, cure: "Correct the code, or remove the row" };
}

function modifierFault(volume: NumberedVolume, sides: Sides): CellFault {
  const { code, modifier } = volume;
  if (!isPhysician(volume)) {
    const message = `"${modifier}" is for physicians' services; a hospital or ASC is paid by the code only`;
    return modifier === "" ? undefined : { message, cure: "Leave the cell blank" };
  }
  const known = [...new Set(sides.flatMap((side) => side.modifiersOf(code)))];
  if (known.length === 0 || known.includes(modifier)) return undefined;
  const named = known.map((each) => (each === "" ? "none" : each)).join(", ");
  const message = `${code} has no row with modifier "${modifier}" in either release; its modifiers are ${named}`;
  return { message, cure: "Name one of them" };
}

function localityFault(volume: NumberedVolume, sides: Sides): CellFault {
  const { locality } = volume;
  if (locality === null) return undefined;
  if (!isPhysician(volume))
    return { message: `${locality} is a locality of the physician fee schedule`, cure: NATIONAL_RATES };
  if (sides.some((side) => side.hasLocality(locality))) return undefined;
  const message = `${locality} is not a locality of either release`;
  return { message, cure: "Name one from localities.json: five digits of the MAC and two of the locality" };
}

const FAULTS = { code: codeFault, modifier: modifierFault, locality: localityFault } as const;

/** What rows of volumes name and neither release has. */
export function unknownVolumes({ rows, letters }: Volumes, sides: Sides, file: string): Problem[] {
  return rows.flatMap((volume) =>
    (["code", "modifier", "locality"] as const).flatMap((field) => {
      const found = FAULTS[field](volume, sides);
      const place = { file, row: volume.row, column: letters[field], heading: field, key: volume.code };
      return found === undefined ? [] : [{ code: `volumes.${field}`, place, ...found }];
    }),
  );
}
