import * as z from "zod";
import { ADDENDUM_B } from "./addendum-b.ts";
import { ASC_AA, ASC_BB } from "./asc.ts";
import type { Catalogue, Field } from "./catalogue.ts";
import { GPCI } from "./gpci.ts";
import { PFS_RVU } from "./pfs-rvu.ts";

/** Ways in which files write a number; documents have one. */
const STYLES = {
  plain: (text: string): string => text,
  shortest: (text: string): string => (text.includes(".") ? text.replace(/\.?0+$/, "") : text),
  pointed: (text: string): string => text.replace(/^0\./, "."),
  dollars: (text: string): string => {
    const [whole = "", ...decimals] = text.split(".");
    return `$${[whole.replace(/\B(?=(\d{3})+$)/g, ","), ...decimals].join(".")}`;
  },
} as const;
type Style = keyof typeof STYLES;
/** Every style to try for a column; the first of several that fit is used. */
export const STYLE_NAMES = Object.keys(STYLES) as Style[];

/** How a file writes most cells of a column; rows list the other cells. */
export const Written = z.strictObject({
  as: z
    .enum(STYLE_NAMES)
    .describe("`plain` as in documents, `shortest` 7.1 for 7.10, `pointed` .09 for 0.09, `dollars` $1,234.56"),
  width: z.int().nonnegative().describe("Width in characters, filled with blanks on the left"),
  after: z.string().describe("Text after the number"),
  blank: z.string().describe("Text of a cell that is null or empty in documents"),
});
export type Written = z.infer<typeof Written>;

/** A column that the file writes as documents do; the manifest does not list it. */
export const PLAIN: Written = { as: "plain", width: 0, after: "", blank: "" };

/** The usual text of a cell in its file, from the text in documents. */
export function usualText({ as, width, after, blank }: Written, plain: string): string {
  return plain === "" ? blank : STYLES[as](plain).padStart(width - after.length) + after;
}

/** The published value of a cell as text: empty for null, and CMS's own text for true and false. */
export function plainText({ cell, publish }: Field["kind"], value: unknown): string {
  const out = publish(value as never);
  return typeof out === "boolean" ? String(z.encode(cell, value)) : String(out ?? "");
}

function only(catalogue: Catalogue, isCited: (field: string, about: Field) => boolean): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).filter(([field, about]) => isCited(field, about)));
}

const RVU = only(PFS_RVU, (field, { list }) => list !== undefined || ["status", "conversionFactor"].includes(field));
const isRate = (field: string, { published }: Field): boolean => published && field !== "hcpcs";
const isRateOrMark = (field: string, about: Field): boolean => field === "mark" || isRate(field, about);

/** The columns whose cells code documents cite, by the role of their file. */
export const CITED: Readonly<Record<string, Catalogue>> = {
  rvu: RVU,
  "rvu-qpp": RVU,
  gpci: only(GPCI, (field) => field.endsWith("Gpci") || field.startsWith("workGpci")),
  "addendum-b": only(ADDENDUM_B, isRate),
  "asc-aa": only(ASC_AA, isRateOrMark),
  "asc-bb": only(ASC_BB, isRateOrMark),
};
