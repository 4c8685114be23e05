import { codeIn } from "../portfolio/volume-cells.ts";
import type { JsonText } from "./json-text.ts";

/** Rows of a JSON text as a table has them: first the headings. */
export interface JsonRows {
  readonly rows: readonly (readonly string[])[];
  /** Where each row is in the text, as a path of keys; of the headings too, to count alike. */
  readonly paths: readonly string[];
}

/** Headings of what a JSON text says by its keys. */
const [BY_CODE, BY_VALUE, BY_GROUP] = ["code", "amount", "group"] as const;

/** Keys of maps that are one for each locality. */
const LOCALITY = /^(?:\d{5}-?\d{2}|national)$/i;

type Cells = Record<string, string>;
type Entries = (JsonText & { readonly kind: "map" })["entries"];

interface Row {
  readonly path: string;
  readonly cells: Cells;
}

/** A code as a key: five characters, or digits whose leading zeros were lost; "99213-26" as well. */
function isCode(key: string): boolean {
  return /\d/.test(key) && /^(?:[0-9A-Z]{5}|\d{3,4})(?:-[0-9A-Z]{2})?$/.test(key) && "value" in codeIn(key);
}

/** The texts of a map; those of maps inside it have both keys: "medicare.facility". */
function cellsOf(entries: Entries, before = ""): Cells {
  const cells: Cells = {};
  for (const [key, value] of entries) {
    if (value.kind === "text") cells[before + key] = value.text;
    else if (value.kind === "map" && before === "") Object.assign(cells, cellsOf(value.entries, `${key}.`));
  }
  return cells;
}

/** A map whose keys are codes, as most of them must be. */
function isByCode(entries: Entries): boolean {
  const codes = entries.filter(([key]) => isCode(key)).length;
  return codes > 0 && codes * 2 > entries.length;
}

/** Finds the rows of a JSON text: lists of objects, and maps by code, inside other maps or not. */
class RowFinder {
  readonly rows: Row[] = [];

  visit(value: JsonText, path: string, group: Cells): void {
    if (value.kind === "list") {
      value.items.forEach((item, at) => {
        this.item(item, `${path}[${at}]`, group);
      });
    } else if (value.kind === "map") this.map(value.entries, path, group);
  }

  private item(item: JsonText, path: string, group: Cells): void {
    if (item.kind === "map") this.rows.push({ path, cells: { ...group, ...cellsOf(item.entries) } });
    else this.visit(item, path, group);
  }

  private map(entries: Entries, path: string, group: Cells): void {
    const at = (key: string): string => (path === "" ? key : `${path}.${key}`);
    if (!isByCode(entries)) {
      for (const [key, value] of entries) this.visit(value, at(key), { [BY_GROUP]: key });
      return;
    }
    for (const [key, value] of entries) {
      if (value.kind === "list") this.visit(value, at(key), { ...group, [BY_CODE]: key });
      else {
        const own = value.kind === "text" ? { [BY_VALUE]: value.text } : cellsOf(value.entries);
        this.rows.push({ path: at(key), cells: { ...group, [BY_CODE]: key, ...own } });
      }
    }
  }
}

/**
 * The rows of a JSON text of any of the shapes that apps have: rows in a list, a map by code with an amount or an object
 * for each, and either of them inside other maps, such as one for each locality.
 */
export function jsonRows(json: JsonText): JsonRows {
  const finder = new RowFinder();
  finder.visit(json, "", {});
  const groups = new Set(finder.rows.flatMap(({ cells }) => cells[BY_GROUP] ?? []));
  const areLocalities = groups.size > 0 && [...groups].every((group) => LOCALITY.test(group));
  const keys = [...new Set(finder.rows.flatMap(({ cells }) => Object.keys(cells)))];
  return {
    rows: [
      keys.map((key) => (key === BY_GROUP && areLocalities ? "locality" : key)),
      ...finder.rows.map(({ cells }) => keys.map((key) => cells[key] ?? "")),
    ],
    paths: ["", ...finder.rows.map(({ path }) => path)],
  };
}
