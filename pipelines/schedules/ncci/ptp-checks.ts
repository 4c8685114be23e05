import { BOUNDS } from "../../problems/bounds.ts";
import { type Check, type Findings, together, type Violation } from "../../rules/check.ts";
import { codeText, dayNumberOf, dayText, editPlace, keyOf, type PtpEdits, type PtpPart } from "./ptp-edits.ts";
import { repeatedRows } from "./ptp-repeats.ts";

/** The procedure-to-procedure edits of each setting that the build was asked for. */
export interface PtpBooks {
  readonly ptp: readonly PtpEdits[];
}

const CITES = [
  {
    title: "NCCI Policy Manual, chapter I: procedure-to-procedure edits",
    href: "https://www.cms.gov/medicare/coding-billing/national-correct-coding-initiative-ncci-edits/medicare-ncci-policy-manual",
  },
];
const AGAIN =
  "Download the four parts again. If CMS's row is so, list it in sources/exceptions.json with what CMS says of it";
/** Never so: the file is damaged, or of another quarter. */
const NEVER = 0xffff;
const NINE = 9;

type About = Pick<Check<PtpBooks>, "id" | "title" | "severity">;

/** What is wrong with an edit, and the fields that show it. */
interface EditFault {
  readonly fields: readonly (keyof PtpEdits & string)[];
  readonly message: string;
}

function violationAt(edits: PtpEdits, row: number, { fields, message }: EditFault): Violation {
  const { part, rowNumber } = editPlace(edits, row);
  const column = fields.map((field) => part.found.byField.get(field)?.letter ?? "?").join(":");
  const key = keyOf(edits, row);
  const place = { file: part.shown, row: rowNumber, column, key };
  return { key, publication: edits.publication.label, place, message };
}

/** Whether an edit has a key; looked for among all of them only for an exception. */
function hasKey(edits: PtpEdits, key: string): boolean {
  for (let row = 0; row < edits.count; row += 1) if (keyOf(edits, row) === key) return true;
  return false;
}

/**
 * Looks at every edit of a setting. Only the first rows that break the check are made into texts: millions would fill
 * the memory, and the first ones say what is wrong.
 *
 * @param rows the rows that break the check
 */
function findingsOf(edits: PtpEdits, rows: Iterable<number>, faultAt: (row: number) => EditFault): Findings {
  const violations: Violation[] = [];
  for (const row of rows) {
    violations.push(violationAt(edits, row, faultAt(row)));
    if (violations.length === BOUNDS.problems) break;
  }
  const publications = [edits.publication.label];
  return { checked: edits.count, violations, publications, compared: (key) => hasKey(edits, key) };
}

function ofEdits(
  about: About,
  rowsOf: (edits: PtpEdits) => Iterable<number>,
  faultAt: (edits: PtpEdits, row: number) => EditFault,
): Check<PtpBooks> {
  return {
    ...about,
    invariants: [],
    scope: "row",
    cites: CITES,
    cure: AGAIN,
    run: ({ ptp }) => together(ptp.map((edits) => findingsOf(edits, rowsOf(edits), (row) => faultAt(edits, row)))),
  };
}

/** Rows that repeat another, each with the one that stands first. */
function onceIn(edits: PtpEdits): Findings {
  const first = new Map<number, number>();
  const rows = (function* () {
    for (const repeated of repeatedRows(edits)) {
      first.set(repeated.row, repeated.first);
      yield repeated.row;
    }
  })();
  return findingsOf(edits, rows, (row) => {
    const { part, rowNumber } = editPlace(edits, first.get(row) ?? row);
    const message = `row ${rowNumber} of part ${part.number} has the same codes and days`;
    return { fields: ["column1", "column2", "effective", "deletion"], message };
  });
}

const once: Check<PtpBooks> = {
  id: "ncci.ptp-once",
  title: "Column 1, column 2, first day and last day name one procedure-to-procedure edit",
  invariants: [],
  scope: "row",
  severity: "error",
  cites: CITES,
  cure: AGAIN,
  run: ({ ptp }) => together(ptp.map(onceIn)),
};

function lastDay({ deletion }: PtpEdits, row: number): string {
  const day = deletion[row] as number;
  return day === 0 ? "no last day" : `the last day ${dayText(day)}`;
}

const days = ofEdits(
  {
    id: "ncci.ptp-days",
    title: "The last day of a procedure-to-procedure edit is not before its first",
    severity: "error",
  },
  function* ({ effective, deletion, count }) {
    for (let row = 0; row < count; row += 1) {
      const last = deletion[row] as number;
      if (last !== 0 && last < (effective[row] as number)) yield row;
    }
  },
  (edits, row) => ({
    fields: ["effective", "deletion"],
    message: `the first day ${dayText(edits.effective[row] as number)} is after ${lastDay(edits, row)}`,
  }),
);

const indicator = ofEdits(
  {
    id: "ncci.ptp-never-in-force",
    title: "The modifier indicator is 9 exactly where an edit was deleted on its first day",
    severity: "review",
  },
  function* ({ effective, deletion, modifierIndicator, count }) {
    for (let row = 0; row < count; row += 1) {
      if ((effective[row] === deletion[row]) !== (modifierIndicator[row] === NINE)) yield row;
    }
  },
  (edits, row) => ({
    fields: ["effective", "deletion", "modifierIndicator"],
    message: `indicator ${edits.modifierIndicator[row]} with the first day ${dayText(edits.effective[row] as number)} and ${lastDay(edits, row)}`,
  }),
);

const inQuarter = ofEdits(
  {
    id: "ncci.ptp-in-quarter",
    title: "No procedure-to-procedure edit begins after the quarter that CMS posted the files for",
    severity: "error",
  },
  function* ({ effective, count, publication: { window } }) {
    const end = dayNumberOf(window.to) ?? NEVER;
    for (let row = 0; row < count; row += 1) if ((effective[row] as number) > end) yield row;
  },
  (edits, row) => ({
    fields: ["effective"],
    message: `begins on ${dayText(edits.effective[row] as number)}, after ${edits.publication.window.to}`,
  }),
);

function ofSettings(about: About, cure: string, run: (edits: PtpEdits) => Findings): Check<PtpBooks> {
  return { ...about, invariants: [], scope: "table", cites: CITES, cure, run: ({ ptp }) => together(ptp.map(run)) };
}

function isNew({ effective, count, publication: { window } }: PtpEdits): boolean {
  const first = dayNumberOf(window.from) ?? NEVER;
  for (let row = 0; row < count; row += 1) if (effective[row] === first) return true;
  return false;
}

const newEdits = ofSettings(
  {
    id: "ncci.ptp-of-quarter",
    title: "Some procedure-to-procedure edit begins on the first day of the quarter",
    severity: "review",
  },
  "Compare the newest first day in the file with the quarter of its name: CMS adds edits every quarter",
  (edits) => {
    const { label, window } = edits.publication;
    const file = edits.parts[0]?.shown ?? "";
    const message = `no edit begins on ${window.from}: this may be the table of an earlier quarter`;
    const violations = isNew(edits) ? [] : [{ key: "*", publication: label, place: { file, key: "*" }, message }];
    return { checked: 1, violations, publications: [label], compared: (key) => key === "*" };
  },
);

/** The smallest and the largest code in column 1 of a part. */
function rangeOf({ column1 }: PtpEdits, { from, to }: PtpPart): { least: number; most: number } {
  let [least, most] = [column1[from] as number, column1[from] as number];
  for (let row = from; row < to; row += 1) {
    const code = column1[row] as number;
    if (code < least) least = code;
    if (code > most) most = code;
  }
  return { least, most };
}

function orderFault(edits: PtpEdits, part: PtpPart, before: PtpPart): Violation | undefined {
  const [own, earlier] = [rangeOf(edits, part), rangeOf(edits, before)];
  if (own.least >= earlier.most) return undefined;
  const [first, last] = [codeText(own.least), codeText(earlier.most)];
  const key = `f${part.number}`;
  const message = `column 1 begins with ${first}, and part ${before.number} ends with ${last}: expected parts in the order of their codes`;
  return { key, publication: edits.publication.label, place: { file: part.shown, column: "A", key }, message };
}

const partsInOrder = ofSettings(
  {
    id: "ncci.ptp-parts-in-order",
    title: "The four parts of a setting follow each other by column 1",
    severity: "error",
  },
  "Compare the names of the parts with their codes, and download the four parts again",
  (edits) => {
    const violations = edits.parts.flatMap((part, at) => {
      const before = edits.parts[at - 1];
      return before === undefined ? [] : (orderFault(edits, part, before) ?? []);
    });
    const publications = [edits.publication.label];
    return { checked: edits.parts.length - 1, violations, publications, compared: (key) => /^f\d$/.test(key) };
  },
);

/** Checks of procedure-to-procedure edits, in the order they are reported. */
export const PTP_CHECKS: readonly Check<PtpBooks>[] = [once, days, indicator, inQuarter, newEdits, partsInOrder];
