import { diffReport } from "../../pipelines/reports/views/diff-report.ts";
import { portfolioReport } from "../../pipelines/reports/views/portfolio.ts";
import type { DiffDocument } from "../../schemas/out/diff.ts";
import type { PortfolioDocument } from "../../schemas/out/portfolio.ts";
import { reportMarkdown } from "../../scripts/print/view-markdown.ts";

/** What `ratebook diff` prints of a diff. */
export const diffMarkdown = (diff: DiffDocument, most: number): string => reportMarkdown(diffReport(diff, most));

/** What `ratebook diff --volumes` prints of a portfolio. */
export const portfolioMarkdown = (document: PortfolioDocument, most: number): string =>
  reportMarkdown(portfolioReport(document, most));
