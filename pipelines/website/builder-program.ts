import assets from "./builder/assets.json" with { type: "json" };
import { SITE_PROGRAM } from "./site-program.ts";

/** The program of a site without CMS's data: that of other sites, and the pipeline for the reader's browser. */
export const BUILDER_PROGRAM = {
  ...SITE_PROGRAM,
  builder: Buffer.from(assets.builder),
  licences: Buffer.from(`${Buffer.from(SITE_PROGRAM.licences).toString("utf8")}\n${assets.licences}`),
};
