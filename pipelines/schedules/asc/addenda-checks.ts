import type { AscAncillaryRow, AscDeviceRow, AscIndicatorRow, AscSurgicalRow } from "../../../schemas/row/asc.ts";
import { type Check, type Findings, together } from "../../rules/check.ts";
import { checkRows } from "../../rules/row-check.ts";
import type { SourceFile } from "../../tables/source-file.ts";
import { portionFault } from "./device-offsets.ts";
import { ratesOf } from "./standard-rates.ts";

/** The tables that the checks between the ASC addenda use. */
export interface AddendaBooks {
  readonly tables: {
    readonly "asc-aa"?: SourceFile<AscSurgicalRow>;
    readonly "asc-bb"?: SourceFile<AscAncillaryRow>;
    readonly "asc-ff"?: SourceFile<AscDeviceRow>;
    readonly "asc-dd1"?: SourceFile<AscIndicatorRow>;
  };
}

type IndicatedFile = SourceFile<{ readonly paymentIndicator: string }>;

const devicePortion: Check<AddendaBooks> = {
  id: "asc.device-portion",
  title: "The device portion of Addendum FF is its share of the OPPS rate for J8, of the ASC rate for all others",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [
    { title: "42 CFR 416.171(b)(2): device-intensive procedures" },
    { title: "Addendum FF, notes; the share is printed to 0.01 percentage points and used unrounded" },
  ],
  cure: "If a column moved, see sources/layouts/asc-ff.json; if CMS is wrong, list the code in sources/exceptions.json",
  run: ({ tables }) => {
    const file = tables["asc-ff"];
    if (file === undefined) return undefined;
    const rates = ratesOf(tables["asc-aa"]);
    return checkRows(file, (columns) => (row) => portionFault(columns, row, rates.get(columns.hcpcs.at(row)) ?? null));
  },
};

const indicatorDefined: Check<AddendaBooks> = {
  id: "asc.indicator-defined",
  title: "Every payment indicator that Addenda AA, BB and FF use is defined in Addendum DD1",
  invariants: [],
  scope: "row",
  severity: "review",
  cites: [{ title: "ASC Addendum DD1: payment indicators" }],
  cure: "Compare with Addendum DD1 of the quarter; if CMS left the indicator out, list the code in sources/exceptions.json",
  run: ({ tables }) => {
    const definitions = tables["asc-dd1"];
    if (definitions === undefined) return undefined;
    const defined = new Set(definitions.table.columns.indicator.values);
    const files: (IndicatedFile | undefined)[] = [tables["asc-aa"], tables["asc-bb"], tables["asc-ff"]];
    const findings = (file: IndicatedFile): Findings =>
      checkRows(file, ({ paymentIndicator }) => (row) => {
        const seen = paymentIndicator.at(row);
        if (defined.has(seen)) return null;
        const message = `payment indicator ${seen} is not defined in ${definitions.table.file}`;
        return { fields: ["paymentIndicator"], message };
      });
    return together(files.map((file) => file && findings(file)));
  },
};

/** Checks between the ASC addenda, in the order they are reported. */
export const ADDENDA_CHECKS: readonly Check<AddendaBooks>[] = [devicePortion, indicatorDefined];
