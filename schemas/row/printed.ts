import * as z from "zod";
import { ADDENDUM_B } from "./addendum-b.ts";
import { ASC_AA, ASC_BB } from "./asc.ts";
import type { Catalogue, Field } from "./catalogue.ts";
import { GPCI } from "./gpci.ts";
import { PFS_RVU } from "./pfs-rvu.ts";

/** How files write a number that documents write in one way. */
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
/** Every style that a column is tried with, the first of equals being the one. */
export const STYLE_NAMES = Object.keys(STYLES) as Style[];

/** How a file writes most cells of a column: rows list those that it writes otherwise. */
export const Written = z.strictObject({
  as: z
    .enum(STYLE_NAMES)
    .describe("`plain` as documents do, `shortest` as 7.1 for 7.10, `pointed` as .09 for 0.09, `dollars` as $1,234.56"),
  width: z.int().nonnegative().describe("Filled up to so many characters with blanks before it"),
  after: z.string().describe("What stands behind it"),
  blank: z.string().describe("Text of a cell for which documents say null or nothing"),
});
export type Written = z.infer<typeof Written>;

/** A column that writes every cell as documents do, of which nothing is said. */
export const PLAIN: Written = { as: "plain", width: 0, after: "", blank: "" };

/** The text of a cell as its file usually writes it, from the text that documents have. */
export function usualText({ as, width, after, blank }: Written, plain: string): string {
  return plain === "" ? blank : STYLES[as](plain).padStart(width - after.length) + after;
}

/** What documents say of a cell, as text: nothing for null, and CMS's own word for true and false. */
export function plainText({ cell, publish }: Field["kind"], value: unknown): string {
  const out = publish(value as never);
  return typeof out === "boolean" ? String(z.encode(cell, value)) : String(out ?? "");
}

function only(catalogue: Catalogue, isCited: (field: string, about: Field) => boolean): Catalogue {
  return Object.fromEntries(Object.entries(catalogue).filter(([field, about]) => isCited(field, about)));
}

const RVU = only(PFS_RVU, (field, { list }) => list !== undefined || ["status", "conversionFactor"].includes(field));
const isRate = (field: string, { published }: Field): boolean => published && field !== "hcpcs";

/** The columns whose cells documents of codes name, by the role of their file. */
export const CITED: Readonly<Record<string, Catalogue>> = {
  rvu: RVU,
  "rvu-qpp": RVU,
  gpci: only(GPCI, (field) => field.endsWith("Gpci") || field.startsWith("workGpci")),
  "addendum-b": only(ADDENDUM_B, isRate),
  "asc-aa": only(ASC_AA, isRate),
  "asc-bb": only(ASC_BB, isRate),
};
