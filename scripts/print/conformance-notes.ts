import { counted, countText } from "../../pipelines/words/money-text.ts";
import type { ConformanceDocument, PaymentConformance } from "../../schemas/out/conformance.ts";

/** Most codes or files that are named. */
const SHOWN = 5;

function listed(texts: readonly string[]): string {
  const more = texts.length > SHOWN ? `, and ${countText(texts.length - SHOWN)} more` : "";
  return `${texts.slice(0, SHOWN).join(", ")}${more}`;
}

function fallbackNotes({ fallback, release, releaseBecause }: PaymentConformance): string[] {
  if (fallback === null) return [];
  const { wanted, reason } = fallback;
  const instead = `Compared instead with ${release}, the nearest available release of the year`;
  return [`by ${releaseBecause} the file belongs to ${wanted}, but ${reason}. ${instead}`];
}

function flatVisitNotes({ flatVisitFees: { rows, codes } }: PaymentConformance): string[] {
  if (rows === 0) return [];
  const where = "in the therapy column: not compared, because no fee schedule contains it";
  return [
    `${counted(rows, "row")} with the Primary Care First flat visit fee ${where}. ${counted(codes.length, "code")}: ${listed(codes)}`,
  ];
}

function unlistedNotes({ unlisted }: PaymentConformance): string[] {
  if (unlisted === null) return [];
  const { rows, codes, localities } = unlisted;
  const few =
    localities.listed < localities.all
      ? [`the file has ${localities.listed} of the ${localities.all} localities; the others are not compared`]
      : [];
  if (rows === 0) return few;
  const are = rows === 1 ? "row that we price is" : "rows that we price are";
  return [...few, `${countText(rows)} ${are} not in the file, of ${counted(codes.length, "code")}: ${listed(codes)}`];
}

/** The files that our amounts come from and that are not CMS's own. */
export function inputNotes(inputs: PaymentConformance["inputs"]): string[] {
  return inputs
    .filter(({ origin }) => origin !== "cms")
    .map(({ name, origin }) => `our amounts come from ${name}, which is ${origin}`);
}

/** What a reader must know before the numbers. */
export function paymentNotes(each: PaymentConformance): string[] {
  return [...inputNotes(each.inputs), ...fallbackNotes(each), ...flatVisitNotes(each), ...unlistedNotes(each)];
}

/** Files that were not compared, with the reason. */
export function fileNotes({ copies, notRead }: ConformanceDocument): string[] {
  const same = copies.map(({ file, of }) => `${file} is a copy of ${of}: counted once`);
  const what = notRead.length === 1 ? "1 file is" : `${countText(notRead.length)} files are`;
  const other = `${what} not read, because the name is not PFALL or PFREV and it is not a Look-Up Tool export: ${listed(notRead)}`;
  return [...same, ...(notRead.length === 0 ? [] : [other])];
}
