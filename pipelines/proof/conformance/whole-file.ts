import type { PaymentConformance } from "../../../schemas/out/conformance.ts";
import type { Problem } from "../../../schemas/place.ts";
import type { Chosen } from "./choose-release.ts";
import { type FileRun, isHopeless } from "./compare-file.ts";
import { publishedName } from "./published-name.ts";

const DOWNLOAD_AGAIN = "Download the file again";
/** Codes that a problem names of many. */
const NAMED = 5;

function stopped({ file, problems }: FileRun): Problem {
  const message = `the rest was not compared after ${problems.list.length} problems: this is not the expected payment amount file`;
  return { code: "payment.stopped", place: { file: file.shown }, message, cure: "Correct --published" };
}

/** Trailers end every file of CMS's, so a file without them has lost its end. */
function truncated({ file }: FileRun): Problem {
  const message = 'it does not end with CMS\'s trailer lines, which begin "TRL-": its end is missing';
  return { code: "payment.truncated", place: { file: file.shown }, message, cure: DOWNLOAD_AGAIN };
}

type Unlisted = NonNullable<PaymentConformance["unlisted"]>;

/**
 * A file that has all codes by its name must have each code that we price. Two quarters of a year differ in some, so a
 * file that is compared with another quarter must have only half of them.
 */
function isIncomplete({ ours }: FileRun, { rows, localities }: Unlisted, { fallback }: Chosen): boolean {
  return fallback === null ? rows > 0 : rows * 2 >= localities.listed * ours.full.rows.length && rows > 0;
}

function incomplete({ file, release }: FileRun, { rows, codes, localities }: Unlisted): Problem {
  const named = `${codes.slice(0, NAMED).join(", ")}${codes.length > NAMED ? " and others" : ""}`;
  const message = `PFALL files have all codes, but this one lacks ${rows} of the rows that ${release} prices in the file's localities (${localities.listed}): those of ${named}`;
  return { code: "payment.incomplete", place: { file: file.shown }, message, cure: DOWNLOAD_AGAIN };
}

/** What is wrong with a file as a whole, once it was read to its end. */
export function wholeFileProblems(run: FileRun, chosen: Chosen, unlisted: Unlisted | null): Problem[] {
  const { file, reader } = run;
  if (isHopeless(run)) return [stopped(run)];
  if (reader.counts.records === 0) {
    const message = "no line is a record";
    return [{ code: "payment.empty", place: { file: file.shown }, message, cure: DOWNLOAD_AGAIN }];
  }
  const { annual } = publishedName(file.path);
  return [
    ...(reader.counts.trailer === 0 ? [truncated(run)] : []),
    ...(annual && unlisted !== null && isIncomplete(run, unlisted, chosen) ? [incomplete(run, unlisted)] : []),
  ];
}
