import { z } from "zod";
import { DecimalText, DollarText, HcpcsText } from "../text.ts";
import { FileRefs, header } from "./common.ts";

const Row = z.int().positive();

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
  row: Row,
});
export type AscDeviceOffsetOut = z.infer<typeof AscDeviceOffsetOut>;

/** `asc-device-offsets.json`: ASC Addendum FF. */
export const AscDeviceOffsetsDocument = z.strictObject({
  ...header("asc-device-offsets"),
  files: FileRefs,
  rows: z.array(AscDeviceOffsetOut),
});

/** `asc-excluded.json`: ASC Addendum EE, surgical procedures that are not paid in an ASC. */
export const AscExcludedDocument = z.strictObject({
  ...header("asc-excluded"),
  files: FileRefs,
  rows: z.array(z.strictObject({ hcpcs: HcpcsText, row: Row })),
});

/** `asc-indicators.json`: ASC Addendum DD1, payment indicators in CMS's own words. */
export const AscIndicatorsDocument = z.strictObject({
  ...header("asc-indicators"),
  files: FileRefs,
  rows: z.array(z.strictObject({ indicator: z.string(), definition: z.string(), row: Row })),
});
