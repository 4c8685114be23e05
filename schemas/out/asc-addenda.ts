import * as z from "zod";
import { DecimalText, DollarText, HcpcsText } from "../text.ts";
import { RowNumber, tableDocument } from "./common.ts";

/** One row of ASC Addendum FF. */
export const AscDeviceOffsetOut = z.strictObject({
  hcpcs: HcpcsText,
  paymentIndicator: z.string(),
  apc: z.string().nullable(),
  oppsRate: DollarText.nullable().describe(
    "The OPPS rate that CMS uses here. Not Addendum B's: comprehensive packaging is taken out",
  ),
  deviceOffset: DecimalText.nullable().describe("Percent of the rate that is the device"),
  apcDeviceOffset: DecimalText.nullable().describe("Percent, over all codes of the APC; since 2025"),
  devicePortion: DollarText.nullable().describe("Of `oppsRate` for J8, of the ASC rate for every other indicator"),
  row: RowNumber,
});
export type AscDeviceOffsetOut = z.infer<typeof AscDeviceOffsetOut>;

/** `asc-device-offsets.json`: ASC Addendum FF. */
export const AscDeviceOffsetsDocument = tableDocument("asc-device-offsets", AscDeviceOffsetOut);

/** `asc-excluded.json`: ASC Addendum EE, surgical procedures that are not paid in an ASC. */
export const AscExcludedDocument = tableDocument("asc-excluded", z.strictObject({ hcpcs: HcpcsText, row: RowNumber }));

/** `asc-indicators.json`: ASC Addendum DD1, payment indicators in CMS's own words. */
export const AscIndicatorsDocument = tableDocument(
  "asc-indicators",
  z.strictObject({ indicator: z.string(), definition: z.string(), row: RowNumber }),
);
