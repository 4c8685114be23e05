import { inQuotes } from "../pack/data-module.ts";

/** The function that a data file calls when it is loaded. */
export const RECEIVER = "ratebookReceives";

/**
 * A document as a script that hands over its text. A browser loads scripts from a server and from a folder alike; it
 * would refuse to fetch a file from a folder. The text is only used when its hash is the known one.
 */
export function dataScript(path: string, json: string): string {
  return `${RECEIVER}(${JSON.stringify(path)},${inQuotes(json)});\n`;
}
