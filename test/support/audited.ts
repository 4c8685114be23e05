import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import { type Audited, audit } from "../../pipelines/answers/audit/audit.ts";
import { delimitedTable, jsonTable } from "../../pipelines/answers/audit/audit-file.ts";
import type { AuditOptions } from "../../pipelines/answers/audit/reading.ts";
import { openReleases } from "../../pipelines/read/index.ts";
import type { OpenedRelease } from "../../pipelines/read/types.ts";
import { AuditDocument } from "../../schemas/out/audit.ts";

const OUT = fileURLToPath(new URL("../../out", import.meta.url));
const { releases } = await openReleases([`${OUT}/2025A`, `${OUT}/2026A`]);
const [OF_2025, OF_2026] = releases as [OpenedRelease, OpenedRelease];
/** The embedded release 2025A, opened; tables are compared with 2026A otherwise. */
export const AUDIT_2025 = OF_2025;

const OPEN: AuditOptions = {
  overrides: new Map(),
  isReleaseGiven: false,
  day: null,
  place: undefined,
  setting: undefined,
  percent: undefined,
  tolerance: 0,
};
const ABOUT = { name: "fees", sha256: "0".repeat(64) };

/** The audit of a text: JSON, or a table with delimiters. */
export function auditOf(
  text: string,
  options: Partial<AuditOptions> = {},
  against = OF_2026,
  others: readonly OpenedRelease[] = [],
): Audited {
  const all = { ...OPEN, ...options };
  const file = /^[[{]/.test(text) ? jsonTable(ABOUT, text) : delimitedTable(ABOUT, text, all.overrides);
  return audit(file, [...releases, ...others], against, all);
}

/** Its document, which must have the shape that is published. */
export function audited(...asked: Parameters<typeof auditOf>): AuditDocument {
  const { document, problems } = auditOf(...asked);
  expect(problems).toEqual([]);
  return AuditDocument.parse(document);
}
