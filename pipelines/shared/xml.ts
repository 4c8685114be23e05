import { SaxesParser } from "saxes";
import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { fault } from "./problems.ts";

/** Attributes of an element, by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with the pieces of a part of a workbook, one after the other. Names come without their prefix. */
export interface XmlHandler {
  open?(name: string, attributes: Attributes): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** Bytes that are decoded and parsed at a time. */
const PIECE = 1 << 18;

const CURE = "Open the workbook in a spreadsheet program and save it again, or build from CMS's csv";

function localName(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}

/**
 * A parser that knows no entities but XML's own five: a document that brings some, or names a file to take them from,
 * is refused at its DOCTYPE.
 */
function parserFor(file: string, handler: XmlHandler): SaxesParser {
  const parser = new SaxesParser({ position: false });
  let depth = 0;
  let attributes = 0;
  parser.on("error", (error) => {
    throw fault("xlsx.malformed", { file }, `not well-formed XML: ${error.message}`, CURE);
  });
  parser.on("doctype", () => {
    throw fault("xlsx.doctype", { file }, "it has a DOCTYPE, which can define entities; no workbook has one", CURE);
  });
  parser.on("attribute", () => {
    attributes += 1;
    if (attributes <= BOUNDS.xmlAttributes) return;
    throw beyond("xlsx.malformed", { file }, "an element with more attributes than any has", BOUNDS.xmlAttributes);
  });
  parser.on("opentag", (tag) => {
    depth += 1;
    attributes = 0;
    if (depth > BOUNDS.xmlDepth) {
      throw beyond("xlsx.malformed", { file }, `elements inside each other, ${depth} deep`, BOUNDS.xmlDepth);
    }
    handler.open?.(localName(tag.name), tag.attributes as Attributes);
  });
  parser.on("closetag", (tag) => {
    depth -= 1;
    handler.close?.(localName(tag.name));
  });
  parser.on("text", (text) => handler.text?.(text));
  parser.on("cdata", (text) => handler.text?.(text));
  return parser;
}

function decoded(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array | undefined, file: string): string {
  try {
    return decoder.decode(piece, { stream: piece !== undefined });
  } catch {
    throw fault("xlsx.malformed", { file }, "it is not UTF-8, in which workbooks are written", CURE);
  }
}

/**
 * Goes through a part of a workbook. Nothing outside of its bytes is ever looked at.
 *
 * @param bytes the part
 * @param file its name, for messages
 * @throws InputFault when it is no well-formed XML, has a DOCTYPE, or nests without end
 */
export function readXml(bytes: Uint8Array, file: string, handler: XmlHandler): void {
  const parser = parserFor(file, handler);
  const decoder = new TextDecoder("utf-8", { fatal: true });
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoded(decoder, bytes.subarray(at, at + PIECE), file));
  }
  parser.write(decoded(decoder, undefined, file));
  parser.close();
}
