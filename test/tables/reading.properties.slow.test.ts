import { describe } from "vitest";
import { listDownloads } from "../../pipelines/inputs/downloads.ts";
import { registeredRelease } from "../../pipelines/inputs/registry.ts";
import { hold } from "../support/reading-properties.ts";
import { CMS_FOLDER, describeWithRealFiles } from "../support/real.ts";
import { embeddedSheets, type Sheet, sheetsOf } from "../support/tables.ts";

const embedded = (await Promise.all(["2025A", "2026A"].map(embeddedSheets))).flat();

describe("an excerpt reads to the same records with", () => {
  hold(
    embedded.map((sheet) => [sheet.located.shown, async () => sheet] as const),
    40,
  );
});

describeWithRealFiles("CMS's own file reads to the same records with", () => {
  const roles = ["rvu", "gpci", "asc-aa", "asc-bb", "asc-ff"] as const;
  const opened = (role: (typeof roles)[number]) => async (): Promise<Sheet> => {
    const [sheet] = await sheetsOf(registeredRelease("2025A"), listDownloads(CMS_FOLDER), [role]);
    return sheet as Sheet;
  };
  hold(
    roles.map((role) => [role, opened(role)] as const),
    3,
  );
});
