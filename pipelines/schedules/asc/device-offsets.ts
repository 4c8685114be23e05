import type { AscDeviceRow } from "../../../schemas/row/asc.ts";
import { centsText, percentText } from "../../../schemas/unit-text.ts";
import { type Cents, type Percent, scaledInteger } from "../../../schemas/units.ts";
import { divideHalfUp } from "../../rules/rounding.ts";
import type { RowFault } from "../../rules/row-check.ts";
import type { ColumnsOf } from "../../tables/table.ts";

/** Payment indicator of device-intensive procedures, whose device portion is taken from the OPPS rate. */
const DEVICE_INTENSIVE = "J8";

/**
 * Half a hundredth of a percentage point: CMS multiplies by the share before it rounds it to the two decimals that
 * Addendum FF prints.
 */
const HALF_STEP = 5;
/** Cents times thousandths of a percentage point; a whole is 100 percent. */
const WHOLE = 100_000;

/** The least and the greatest device portion that a rate and a printed share allow, in cents. */
function portionBounds(rate: Cents, offset: Percent): { least: number; most: number } {
  const share = scaledInteger(offset) * 10;
  const base = scaledInteger(rate);
  return {
    least: divideHalfUp(base * Math.max(0, share - HALF_STEP), WHOLE),
    most: divideHalfUp(base * (share + HALF_STEP), WHOLE),
  };
}

/**
 * Whether a row's device portion follows from its rate: the row's OPPS rate for J8, the ASC rate for every other
 * indicator. Exact to the cent, within the rounding of the printed share.
 *
 * @param ascRate the code's rate in Addendum AA, null when there is none
 * @returns undefined when a rate, the share or the portion is blank
 */
export function portionFault(
  columns: ColumnsOf<AscDeviceRow>,
  row: number,
  ascRate: Cents | null,
): RowFault | null | undefined {
  const intensive = columns.paymentIndicator.at(row) === DEVICE_INTENSIVE;
  const rate = intensive ? columns.oppsRate.at(row) : ascRate;
  const [deviceOffset, devicePortion] = [columns.deviceOffset.at(row), columns.devicePortion.at(row)];
  if (rate === null || deviceOffset === null || devicePortion === null) return undefined;
  const { least, most } = portionBounds(rate, deviceOffset);
  const printed = scaledInteger(devicePortion);
  if (least <= printed && printed <= most) return null;
  const percent = percentText(deviceOffset);
  const sum = `${intensive ? "OPPS" : "ASC"} rate ${centsText(scaledInteger(rate))} x ${percent}%`;
  const allowed = least === most ? centsText(least) : `${centsText(least)} to ${centsText(most)}`;
  return {
    fields: ["deviceOffset", "devicePortion"],
    message: `${sum} is ${allowed}, CMS printed ${centsText(printed)}`,
  };
}
