import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { diff as diffOf } from "../../pipelines/answers/diff/diff.ts";
import { readSide } from "../../pipelines/answers/diff/side.ts";
import { diffReport } from "../../pipelines/reports/views/diff-report.ts";
import { MOST_SHOWN } from "../commands/diff.ts";
import { MOST_REVIEWED } from "../commands/review.ts";
import { harmless, jsonText } from "../print/terminal.ts";
import { reportMarkdown } from "../print/view-markdown.ts";
import { withRegistry } from "./trial-registry.ts";

/** Folders of two releases, and the registry that both follow from. */
interface Compared {
  readonly before: string;
  readonly after: string;
  readonly registry: string;
}

/**
 * Writes what differs between two releases, as `diff` and `review` do: for programs, for readers, and as a page.
 *
 * @returns the text for readers
 */
export async function writeCompared(
  { before, after, registry }: Compared,
  release: string,
  reports: string,
): Promise<string> {
  const { reviewPage } = await import("../../pipelines/reports/pages/reports.ts");
  return withRegistry(registry, () => {
    const sides = [readSide(before), readSide(after)] as const;
    const diff = diffOf(...sides, { localities: false });
    const text = `${harmless(reportMarkdown(diffReport(diff, MOST_SHOWN)))}\n`;
    const [{ manifest: earlier }, { manifest: later }] = sides;
    const page = reviewPage({ diff, before: earlier, after: later, sides, most: MOST_REVIEWED });
    writeFileSync(join(reports, `${release}.diff.json`), `${jsonText(diff)}\n`);
    writeFileSync(join(reports, `${release}.diff.md`), text);
    writeFileSync(join(reports, `${release}.review.html`), page);
    return text;
  });
}
