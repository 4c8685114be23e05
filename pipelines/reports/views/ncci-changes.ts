import type { DiffDocument, NcciChange, NcciChanges } from "../../../schemas/out/diff.ts";
import { ncciFieldWords, valueText } from "../../words/fields.ts";
import { counted, countText } from "../../words/money-text.ts";
import { NCCI_TABLES } from "../../words/names.ts";
import { countedNames } from "./counted-names.ts";
import { list, paragraph, type Section } from "./view.ts";

function changeText({ key, fields }: NcciChange, table: NcciChanges["table"]): string {
  const changes = Object.entries(fields).map(([field, { from, to }]) => {
    return `${ncciFieldWords(field, table)} ${valueText(from)} to ${valueText(to)}`;
  });
  return `${key}: ${changes.join(", ")}`;
}

/** "9,000 before, 9,010 after: 12 added, 2 removed, 3 changed", and of which codes alone. */
function tallyText({ tally, codes }: NcciChanges): string {
  const { before, after, added, removed, changed } = tally;
  const what = `${countText(before)} before, ${countText(after)} after: ${countText(added)} added, ${countText(removed)} removed, ${countText(changed)} changed`;
  const of = codes === null ? "" : `, of ${counted(codes.length, "code")} with edits in both releases`;
  return `${what}${of}.`;
}

function sectionOf(changes: NcciChanges, most: number): Section {
  const { table, added, removed, changed } = changes;
  const sides = [
    ["Added", added],
    ["Removed", removed],
  ] as const;
  const oneSided = sides.flatMap(([word, rows]) =>
    rows.length === 0
      ? []
      : [
          `${word}: ${countedNames(
            rows.map(({ key }) => key),
            most,
          )}`,
        ],
  );
  const first = changed.slice(0, most).map((each) => changeText(each, table));
  const more =
    changed.length > first.length ? [`... and ${countText(changed.length - first.length)} more changed`] : [];
  return {
    id: table,
    title: NCCI_TABLES[table],
    blocks: [paragraph(tallyText(changes)), list([...oneSided, ...first, ...more])],
  };
}

/** What came, went and changed of the NCCI edits that both releases have. */
export function ncciSections({ ncci = [] }: DiffDocument, most: number): Section[] {
  return ncci.map((each) => sectionOf(each, most));
}
