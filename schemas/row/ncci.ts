import * as z from "zod";
import { dayPlus, daysAfter, isDay } from "../day.ts";
import { Day, HcpcsText } from "../text.ts";
import { type Field, published, rowSchema, unpublished } from "./catalogue.ts";
import { hcpcsCell } from "./cells.ts";
import { KIND, type Kind, mark, maybe, text } from "./kinds.ts";
import { PROOF } from "./proofs.ts";

/** "2015-01-01" of "2015001": the year, and the number of the day in it. */
function dayOfYear(printed: string): string | undefined {
  const [, year, number] = /^((?:19|20)\d{2})(\d{3})$/.exec(printed) ?? [];
  if (year === undefined || Number(number) < 1) return undefined;
  const day = dayPlus(`${year}-01-01`, Number(number) - 1);
  return day.startsWith(year) ? day : undefined;
}

/** "2015001" of "2015-01-01". */
function printedDay(day: string): string {
  const year = day.slice(0, 4);
  return `${year}${String(daysAfter(day, `${year}-01-01`) + 1).padStart(3, "0")}`;
}

/** A day as year and number of the day, such as 2015001; documents have ISO days. */
const ordinalDay: Kind<string, string> = {
  cell: z.codec(z.string(), z.string(), {
    decode: (printed, ctx) => {
      const day = dayOfYear(printed);
      if (day !== undefined) return day;
      ctx.issues.push({ code: "custom", input: printed, message: "a year and the number of its day, such as 2015001" });
      return z.NEVER;
    },
    encode: printedDay,
  }),
  out: () => Day,
  publish: (day) => day,
  read: (day) => day,
};

/** The same where blank means that there is none. */
const ordinalDayOrBlank: Kind<string | null, string | null> = {
  cell: z.union([z.literal("").transform(() => null), ordinalDay.cell], {
    error: "a year and the number of its day, such as 2015001, or blank",
  }) as z.ZodType<string | null>,
  out: () => Day.nullable(),
  publish: (day) => day,
  read: (day) => day,
};

/** What CMS prints where it leaves the primary codes of an add-on to its contractors. */
export const CONTRACTOR_DEFINED = "CCCCC";

/** A primary code; null where the contractor defines which codes are primary. */
const primaryCode: Kind<string, string | null> = {
  cell: hcpcsCell,
  out: () => HcpcsText.nullable(),
  publish: (code) => (code === CONTRACTOR_DEFINED ? null : code),
  read: (code) => code ?? CONTRACTOR_DEFINED,
};

const noteOrBlank: Kind<string, string | null> = {
  cell: z.string(),
  out: () => z.string().nullable(),
  publish: (printed) => (printed === "" ? null : printed.replace(/\s+/g, " ")),
  read: (note) => note ?? "",
};

const DELETED_BEFORE = { checked: "an edit is deleted when either of its codes is" };

/** The columns of CMS's add-on code edits (AOC): which primary codes an add-on code may be billed with. */
export const NCCI_ADDON = {
  type: published(text(/^[123]$/, "1, 2 or 3"), {
    words: "type of edit",
    says: "1: the primary codes are a closed list; 2: the contractor defines them; 3: a list that the contractor may extend",
    proof: { checked: "an active add-on code has one type" },
  }),
  addOn: published(KIND.hcpcs, { words: "add-on code", proof: PROOF.key }),
  addOnDeleted: published(ordinalDayOrBlank, {
    words: "last day of the add-on code",
    says: "Last day of service of the add-on code; null while it is in force",
    proof: DELETED_BEFORE,
  }),
  primary: published(primaryCode, {
    words: "primary code",
    says: "Null where the contractor defines the primary codes",
    proof: PROOF.key,
  }),
  primaryDeleted: published(ordinalDayOrBlank, {
    words: "last day of the primary code",
    says: "Last day of service of the primary code; null while it is in force",
    proof: DELETED_BEFORE,
  }),
  effective: published(ordinalDay, { words: "first day of the edit", proof: PROOF.once }),
  deletion: published(ordinalDayOrBlank, {
    words: "last day of the edit",
    says: "Null while the edit is in force",
    proof: DELETED_BEFORE,
  }),
  note: published(maybe(noteOrBlank), {
    words: "special instruction",
    says: "In CMS's words; null where there is none",
    proof: PROOF.name,
  }),
} as const satisfies Readonly<Record<string, Field>>;
export const NcciAddOnRow = rowSchema(NCCI_ADDON);
export type NcciAddOnRow = z.infer<typeof NcciAddOnRow>;

/** The three MUE adjudication indicators as CMS prints them. */
const ADJUDICATION = ["1 Line Edit", "2 Date of Service Edit: Policy", "3 Date of Service Edit: Clinical"] as const;
type Adjudication = (typeof ADJUDICATION)[number];

/** CMS's words for an indicator, without its digit. */
export function adjudicationWords(printed: string): string {
  return printed.slice(2);
}

/** "2 Date of Service Edit: Policy"; documents have the digit. */
const adjudication: Kind<Adjudication, string> = {
  cell: z.enum(ADJUDICATION, { error: ADJUDICATION.map((each) => `"${each}"`).join(" or ") }),
  out: () => z.enum(["1", "2", "3"]),
  publish: (printed) => printed.slice(0, 1),
  read: (digit) => ADJUDICATION[Number(digit) - 1] as Adjudication,
};

/** The columns of a table of medically unlikely edits (MUE): how often one person may have a service on one day. */
export const NCCI_MUE = {
  hcpcs: published(KIND.hcpcs, { words: "HCPCS code", proof: PROOF.key }),
  value: published(KIND.count, {
    words: "MUE value",
    says: "Units of service; 0 means that the code is not payable. A code that is absent may have a value that CMS does not publish",
    proof: PROOF.once,
  }),
  adjudicationIndicator: published(adjudication, {
    words: "MUE adjudication indicator",
    says: "1: the value is for one line of a claim; 2 and 3: for one day of service",
    proof: PROOF.rarely,
  }),
  rationale: published(KIND.words, { words: "MUE rationale", says: "In CMS's words", proof: PROOF.name }),
} as const satisfies Readonly<Record<string, Field>>;
export const NcciMueRow = rowSchema(NCCI_MUE);
export type NcciMueRow = z.infer<typeof NcciMueRow>;

const PTP_DAY = "a day such as 20150101";

/** "2015-01-01" of "20150101". */
const plainDay: Kind<string, string> = {
  cell: z.codec(z.string(), z.string(), {
    decode: (printed, ctx) => {
      const [, year, month, day] = /^((?:19|20)\d{2})(\d{2})(\d{2})$/.exec(printed) ?? [];
      const iso = `${year}-${month}-${day}`;
      if (year !== undefined && isDay(iso)) return iso;
      ctx.issues.push({ code: "custom", input: printed, message: PTP_DAY });
      return z.NEVER;
    },
    encode: (day) => day.replaceAll("-", ""),
  }),
  out: () => Day,
  publish: (day) => day,
  read: (day) => day,
};

/** What CMS prints where an edit has no last day. */
const STILL_ACTIVE = "*";

/** The same where CMS prints that there is none. */
const plainDayOrNone: Kind<string | null, string | null> = {
  cell: z.union([z.literal(STILL_ACTIVE).transform(() => null), plainDay.cell], {
    error: `${PTP_DAY}, or * while the edit is active`,
  }) as z.ZodType<string | null>,
  out: () => Day.nullable(),
  publish: (day) => day,
  read: (day) => day,
};

const INDICATED = { checked: "9 exactly where the edit was deleted on its first day" };

/** The columns of CMS's procedure-to-procedure edits (PTP): which two codes are not paid together. */
export const NCCI_PTP = {
  column1: published(KIND.hcpcs, { words: "column 1 code", says: "The code that is paid", proof: PROOF.key }),
  column2: published(KIND.hcpcs, {
    words: "column 2 code",
    says: "The code that is not paid beside it",
    proof: PROOF.key,
  }),
  prior1996: unpublished(mark("*"), "not published: CMS has no date for it", {
    words: "in existence before 1996",
    proof: PROOF.once,
  }),
  effective: published(plainDay, { words: "first day of the edit", proof: INDICATED }),
  deletion: published(plainDayOrNone, {
    words: "last day of the edit",
    says: "Null while the edit is active",
    proof: INDICATED,
  }),
  modifierIndicator: published(text(/^[019]$/, "0, 1 or 9"), {
    words: "modifier indicator",
    says: "0: never paid together; 1: paid together with an NCCI-associated modifier; 9: the edit never was in force",
    proof: INDICATED,
  }),
  rationale: published(KIND.words, { words: "PTP edit rationale", says: "In CMS's words", proof: PROOF.name }),
} as const satisfies Readonly<Record<string, Field>>;
export const NcciPtpRow = rowSchema(NCCI_PTP);
export type NcciPtpRow = z.infer<typeof NcciPtpRow>;
