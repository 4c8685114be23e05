import * as z from "zod";
import { ASC_DD1, ASC_EE, ASC_FF, ASC_MARK } from "../row/asc.ts";
import { publishedShape } from "../row/catalogue.ts";
import { RowNumber, tableDocument } from "./common.ts";

/** `asc-device-offsets.json`: ASC Addendum FF. */
export const AscDeviceOffsetsDocument = tableDocument(
  "asc-device-offsets",
  z.strictObject({ ...publishedShape(ASC_FF), mark: ASC_MARK, row: RowNumber }),
);

/** `asc-excluded.json`: ASC Addendum EE, surgical procedures that are not paid in an ASC. */
export const AscExcludedDocument = tableDocument(
  "asc-excluded",
  z.strictObject({ ...publishedShape(ASC_EE), row: RowNumber }),
);

/** `asc-indicators.json`: ASC Addendum DD1, payment indicators in CMS's own words. */
export const AscIndicatorsDocument = tableDocument(
  "asc-indicators",
  z.strictObject({ ...publishedShape(ASC_DD1), row: RowNumber }),
);
