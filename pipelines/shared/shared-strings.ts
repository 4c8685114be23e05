import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { readXml } from "./xml.ts";

/** Excel writes control characters as `_x001A_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes("_x")) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/**
 * The texts that cells refer to by number: runs of rich text joined, what Japanese is read like left out.
 *
 * @param bytes the part `sharedStrings.xml`
 * @param file its name, for messages
 */
export function readSharedStrings(bytes: Uint8Array, file: string): string[] {
  const strings: string[] = [];
  let text = "";
  let taken = false;
  let reading = 0;
  readXml(bytes, file, {
    open: (name) => {
      if (name === "si") text = "";
      if (name === "rPh") reading += 1;
      taken = name === "t" && reading === 0;
    },
    text: (piece) => {
      if (taken) text += piece;
    },
    close: (name) => {
      taken = false;
      if (name === "rPh") reading -= 1;
      if (name !== "si") return;
      if (text.length > BOUNDS.cellLength) {
        throw beyond("table.cell-too-long", { file }, `a text of ${text.length} characters`, BOUNDS.cellLength);
      }
      if (strings.length === BOUNDS.cells) {
        throw beyond("table.too-many-cells", { file }, `more than ${BOUNDS.cells} texts`, BOUNDS.cells);
      }
      strings.push(decodeEscapes(text));
    },
  });
  return strings;
}
