import * as z from "zod";
import { Successions } from "../source/successions.ts";
import { Day, ReleaseId } from "../text.ts";
import { RateCells } from "./rate-amount.ts";

/** Codes that were deleted, and those that succeeded them. */
export const CodeSuccessions = Successions.omit({ note: true });
export type CodeSuccessions = z.infer<typeof CodeSuccessions>;

/** Since when and until when a code is known, of the releases that are built. */
export const CodeLife = z.strictObject({
  first: ReleaseId.describe("First built release that has the code, by days of service"),
  last: ReleaseId.describe("Last built release that has the code"),
  absentFrom: z.array(ReleaseId).describe("Built releases that do not have it; an excerpt has a few codes only"),
  deleted: z
    .strictObject({ lastDay: Day, release: ReleaseId, cells: RateCells })
    .nullable()
    .describe(
      "Last day of service in CMS's add-on code edits, as the last release that was built with them has it; null for a code in force, one that they do not list, and without them",
    ),
  successions: CodeSuccessions.nullable().describe("Null where none is on record"),
});
export type CodeLife = z.infer<typeof CodeLife>;
