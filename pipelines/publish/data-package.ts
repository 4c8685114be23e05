import { DataPackage, type DataResource, LICENCES } from "../../schemas/out/data-package.ts";
import { shapeOfPath } from "../../schemas/out/paths.ts";
import type { ReleaseBook } from "../schedules/book.ts";
import { type OutputFile, prettyFile } from "./json.ts";
import type { OutputHash } from "./manifest.ts";
import { tableShape } from "./table-schema.ts";

/** "codes/22511" from "codes/22511.json": lower case, as the standard requires. */
function nameOf(path: string): string {
  return path.replace(/\.json$/, "").toLowerCase();
}

/** @param names of all resources: a key into a table that the release does not have is left out */
function tableOf(shape: string, names: ReadonlySet<string>): Pick<DataResource, "dialect" | "schema"> {
  const table = tableShape(shape);
  if (table === undefined) return {};
  const { foreignKey } = table;
  const isThere = foreignKey !== undefined && names.has(foreignKey.reference.resource);
  return {
    dialect: { property: table.property, itemType: "object" },
    schema: {
      fields: [...table.fields],
      primaryKey: [...table.primaryKey],
      ...(isThere && { foreignKeys: [foreignKey] }),
    },
  };
}

function resourceOf({ path, bytes, sha256 }: OutputHash, names: ReadonlySet<string>): DataResource {
  const shape = shapeOfPath(path) ?? "";
  return {
    name: nameOf(path),
    path,
    format: "json",
    mediatype: "application/json",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    documentSchema: `${shape}.schema.json`,
    ...tableOf(shape, names),
  };
}

function sourcesOf({ release }: ReleaseBook): DataPackage["sources"] {
  return release.publications.map(({ label, page, url }) => ({ title: `CMS, ${label}`, path: url ?? page }));
}

/**
 * `datapackage.json`: the release as a Frictionless Data Package, every document with its size, hash and, where it is a
 * table, its columns.
 *
 * @param outputs the documents, in the order they are written
 */
export function publishDataPackage(book: ReleaseBook, outputs: readonly OutputHash[]): OutputFile {
  const { release, title } = book.release;
  const names = new Set(outputs.map(({ path }) => nameOf(path)));
  const dataPackage: DataPackage = {
    profile: "data-package",
    name: `ratebook-${release.toLowerCase()}`,
    title: `Medicare fee schedules, ${title}`,
    description: `What Medicare pays by HCPCS code: PFS, OPPS and ASC of CMS's release ${release}. manifest.json lists what was read and checked`,
    version: release,
    licenses: LICENCES,
    sources: sourcesOf(book),
    resources: outputs.map((output) => resourceOf(output, names)),
  };
  return prettyFile("datapackage.json", DataPackage.parse(dataPackage));
}
