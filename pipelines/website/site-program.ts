import assets from "./browser/assets.json" with { type: "json" };
import type { SiteProgram } from "./site-files.ts";

/** What runs in the reader's browser, which `npm run assets` bundles from `browser/`. */
export const SITE_PROGRAM: SiteProgram = {
  script: Buffer.from(assets.script),
  style: Buffer.from(assets.style),
  lateParts: {
    charts: Buffer.from(assets.charts),
    claims: Buffer.from(assets.claims),
    list: Buffer.from(assets.list),
    volumes: Buffer.from(assets.volumes),
    workbook: Buffer.from(assets.workbook),
  },
  worker: Buffer.from(assets.worker),
  licences: Buffer.from(assets.licences),
};
