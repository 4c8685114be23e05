import type { ReleaseBook } from "../../../pipelines/schedules/book.ts";
import { inTurn } from "../../../tools/mutations/edits.ts";
import { type AddedFile, type Edits, FILES_2025A, replaceOnce } from "../../support/excerpt-copy.ts";
import { type Extended, WITH_OPPS_CAP } from "../../support/more-files.ts";

/** One change to CMS's figures, in the embedded release or in one with more files, and what a check must say of it. */
export interface Break {
  readonly edits?: Edits;
  /** A made-up file where the excerpt lacks the table. */
  readonly added?: AddedFile;
  /** A change to what was computed, for a check that compares our own figures with CMS's. */
  readonly tamper?: (book: ReleaseBook) => unknown;
  readonly message: RegExp;
  /** The finding is about a table as a whole, and no row shows it. */
  readonly ofTable?: true;
  readonly of?: Extended;
}
export type Breaks = Readonly<Record<string, Break>>;

/** Repeats the line that starts with `start`. */
export function repeatLine(start: string): (text: string) => string {
  return (text) => {
    const line = text.split("\n").find((each) => each.startsWith(start));
    if (line === undefined) throw new Error(`no line starts with ${start}`);
    return `${text}${line}\n`;
  };
}

const RVU_77012_TC = "77012,TC,,A,,0.00,1.71,,1.71,NA,0.01,1.72,1.72,1,XXX,0.00,0.00,0.00";

/** The excerpt's codes belong to no imaging family; here one does. */
export const WITH_IMAGING_FAMILY: Extended = {
  id: "2025A",
  edits: {
    [FILES_2025A.rvu]: replaceOnce(
      `${RVU_77012_TC},0,0,0,0,0,,32.3465,03,0,99,`,
      `${RVU_77012_TC},4,0,0,0,0,,32.3465,03,0,88,`,
    ),
  },
  build: {},
};

/** A colonoscopy that was broken off, with made-up units. */
export const WITH_DISCONTINUED: Extended = {
  id: "2025A",
  edits: {
    [FILES_2025A.rvu]: (text) =>
      `${text}45378,53,,A,,1.68,4.02,,0.84,,0.22,5.92,2.74,0,000,0.00,0.00,0.00,2,0,1,0,0,,32.3465,09,0,99,0.00,0.00,0.00\n`,
  },
  build: {},
};

/** The excerpt's codes have no national copayment; a few others of CMS's have one. */
export const WITH_NATIONAL_COPAYMENT: Extended = {
  id: "2025A",
  edits: {
    [FILES_2025A.opps]: replaceOnce("22511,,J1,5113,36.3872,3244.61,.,", "22511,,J1,5113,36.3872,3244.61,648.93,"),
  },
  build: {},
};

/**
 * A device-intensive procedure. Device 1,561.55 x 23.82 percent = 371.96; with the rest, 371.96 + 1,189.59 / 89.169 x
 * 0.8720 x 54.895 = 1,010.5655..., and 18.4091 x 54.895 = 1,010.5675445.
 */
export const WITH_DEVICE: Extended = {
  id: "2025A",
  edits: {
    [FILES_2025A.ascAA]: replaceOnce("22505,,,Y,A2,15.2707,$838.29", '22505,,,Y,J8,18.4091,"$1,010.57"'),
    [FILES_2025A.ascFF]: replaceOnce(
      '22505,,,A2,5112,0.32%,"$1,561.55",0.00%,$0.00',
      '22505,,,J8,5112,0.32%,"$1,561.55",23.82%,$371.96',
    ),
  },
  build: {},
};

/** Imaging that a centre is paid for at the technical component's practice expense: 1.71 x 32.3465 = 55.312515. */
export const WITH_OFFICE_BASED: Extended = {
  id: "2025A",
  edits: { [FILES_2025A.ascBB]: replaceOnce("77012,,,,N1,,,", "77012,,,,Z3,,$55.31,") },
  build: {},
};

/**
 * The cap of {@link WITH_OPPS_CAP} as OPPS pays it: 1.20 + 0.01 = 1.21 = 39.14 / 32.3465; 0.4389 x 89.169 = 39.1362741 is
 * half up 39.14, of which 20 percent are 7.828.
 */
export const WITH_OPPS_CAP_RATE: Extended = {
  id: "2025A",
  edits: {
    ...WITH_OPPS_CAP.edits,
    [FILES_2025A.opps]: replaceOnce('77012,,N,,," ",,,,,,,', "77012,,S,5597,0.4389,39.14,.,$7.83,,,,,"),
    [FILES_2025A.apcs]: (text) => `${text}5597,,S,0.4389,39.14,.,7.83,,,,\n`,
  },
  build: {},
};

/** A drug with the same rate in both settings, where the excerpt has a service that is packaged in both. */
export const WITH_DRUG: Extended = {
  id: "2025A",
  edits: {
    [FILES_2025A.opps]: replaceOnce('77012,,N,,," ",,,,,,,', "77012,,K,9999,,39.14,.,$7.83,,,,,"),
    [FILES_2025A.ascBB]: replaceOnce("77012,,,,N1,,,", "77012,,,,K2,,$39.14,"),
  },
  build: {},
};

/** CMS's rows of C7505, two levels of vertebroplasty in an ASC, which the excerpt does not have. */
export const WITH_COMBINATION: Extended = {
  id: "2025A",
  edits: {
    [FILES_2025A.ascAA]: (text) => `${text}C7505,,,Y,G2,63.9555,"$3,510.84"\n`,
    [FILES_2025A.ascFF]: (text) => `${text}C7505,,,G2,5114,21.29%,"$6,539.97",0.00%,$0.00\n`,
  },
  build: {},
};

/** Says that the tables of a release are whole, for checks that look at whole ones alone. */
export function asWhole({ release }: ReleaseBook): void {
  Object.assign(release, { coverage: "whole" });
}

/** The edit that a release with more files makes to one of them, and one more. */
export function further({ edits }: Extended, file: string, edit: (text: string) => string): Edits {
  return { [file]: inTurn(edits[file] ?? String, edit) };
}
