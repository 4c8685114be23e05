import { expect, it } from "vitest";
import { layoutOf } from "../../pipelines/sources/sources.ts";
import type { Catalogue } from "../../schemas/row/catalogue.ts";
import { CATALOGUES } from "../../schemas/row/tables.ts";
import { CORRUPTED_ROLES } from "../../tools/corruption/corruption.ts";

const catalogueOf = (role: keyof typeof CATALOGUES): Catalogue => CATALOGUES[role];

it("says of every column that is read what proves it, or why nothing does", () => {
  const layouts = { rvu: "pfs-rvu" } as Readonly<Record<string, string>>;
  for (const role of CORRUPTED_ROLES) {
    const read = layoutOf(layouts[role] ?? role).columns.filter((column) => column.descriptor !== true);
    const missing = read.map(({ field }) => field).filter((field) => catalogueOf(role)[field]?.proof === undefined);
    expect({ role, missing }).toEqual({ role, missing: [] });
  }
});
