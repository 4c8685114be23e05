import type { Manifest } from "../../../schemas/out/manifest.ts";
import { countText, ofText } from "../../words/money-text.ts";
import type { ReviewSources } from "./review-sources.ts";
import {
  type Block,
  type Content,
  heading,
  LINE_END,
  quiet,
  type Section,
  type TableBlock,
  table,
  toned,
  type ViewColumn,
} from "./view.ts";

type Check = Manifest["checks"][number];

/** A check in both releases. */
interface Both {
  readonly id: string;
  readonly title: string;
  readonly before: Check | undefined;
  readonly after: Check | undefined;
}

function both({ before, after }: ReviewSources): Both[] {
  const [old, now] = [before, after].map(({ checks }) => new Map(checks.map((check) => [check.id, check])));
  const ids = [...new Set([...before.checks, ...after.checks].map(({ id }) => id))];
  return ids.map((id) => {
    const [earlier, later] = [old?.get(id), now?.get(id)];
    return { id, title: (later ?? earlier)?.title ?? id, before: earlier, after: later };
  });
}

/** "19,090 of 19,090", with the exceptions; "not run" where a source is missing; a check of no row has not passed. */
function result(check: Check | undefined): Content {
  if (check?.ran !== true) return toned("not run", "quiet");
  if (check.checked === 0) return toned("nothing to check", "quiet");
  const open = [
    ...(check.excepted > 0 ? [`${countText(check.excepted)} excepted`] : []),
    ...(check.unreviewed > 0 ? [`${countText(check.unreviewed)} unreviewed`] : []),
  ];
  const held = ofText(check.held, check.checked);
  return [held, open.length > 0 && [LINE_END, toned(open.join(", "), "small")]];
}

function resultColumn(heading: string, side: "before" | "after"): ViewColumn<Both> {
  const broken = (check: Check | undefined): number | null => (check?.ran === true ? check.checked - check.held : null);
  return { heading, isNumber: true, cell: (row) => result(row[side]), sortBy: (row) => broken(row[side]) };
}

function checksTable(sources: ReviewSources): TableBlock {
  return table<Both>({
    caption: "Checks of both releases, with the rows that passed of the rows checked",
    filter: "Checks with",
    rows: both(sources),
    columns: [
      { heading: "Check", cell: ({ title, id }) => [`${title} `, toned(id, "code", "quiet")], sortBy: ({ id }) => id },
      resultColumn(sources.before.release, "before"),
      resultColumn(sources.after.release, "after"),
    ],
  });
}

type Exception = Manifest["exceptions"][number];

function exceptionsBlocks({ release, exceptions }: Manifest): Block[] {
  if (exceptions.length === 0) return [heading(`Exceptions of ${release}`), quiet("None needed.")];
  return [
    table<Exception>({
      caption: `Exceptions of ${release}: rows in which CMS's own files break a check`,
      rows: exceptions,
      columns: [
        { heading: "Check", cell: ({ check }) => toned(check, "code") },
        { heading: "Row", cell: ({ key }) => key },
        { heading: "Rows", isNumber: true, cell: ({ rows }) => countText(rows) },
        { heading: "Reason and source", cell: ({ reason, source }) => [`${reason} `, toned(source, "quiet")] },
      ],
    }),
  ];
}

/** What was checked in both releases, and where CMS breaks a check. */
export function checksSection(sources: ReviewSources): Section {
  const blocks = [checksTable(sources), ...exceptionsBlocks(sources.before), ...exceptionsBlocks(sources.after)];
  return { id: "checks", title: "Checks and exceptions", blocks };
}
