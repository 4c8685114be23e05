import type { TimelineDocument } from "../../../schemas/out/timeline.ts";
import { codeReport } from "../views/code.ts";
import type { CodePageSources } from "../views/code-sources.ts";
import { reviewReport } from "../views/review.ts";
import type { ReviewSources } from "../views/review-sources.ts";
import { timelineReport } from "../views/timeline.ts";
import { reportHtml } from "./report-html.ts";

/** The page of one code in one release, as one file of HTML. */
export const codePage = (sources: CodePageSources): string => reportHtml(codeReport(sources));

/** The page of what changed from one release to another, as one file of HTML. */
export const reviewPage = (sources: ReviewSources): string => reportHtml(reviewReport(sources));

/** The page of one code over every built release, as one file of HTML. */
export const timelinePage = (document: TimelineDocument): string => reportHtml(timelineReport(document));
