import { describe } from "vitest";
import { hold } from "../support/reading-properties.ts";
import { embeddedSheets } from "../support/tables.ts";

const embedded = (await Promise.all(["2025A", "2026A"].map(embeddedSheets))).flat();

describe("an excerpt reads to the same records with", () => {
  hold(
    embedded.map((sheet) => [sheet.located.shown, async () => sheet] as const),
    3,
  );
});
