import { isUtf8 } from "node:buffer";
import { StringDecoder } from "node:string_decoder";
import { SaxesParser, type SaxesTagPlain } from "saxes";
import type { Place } from "../../schemas/place.ts";
import { beyond } from "../problems/beyond.ts";
import { BOUNDS } from "../problems/bounds.ts";
import { fault, type InputFault } from "../problems/problems.ts";
import { quoted } from "../problems/quoted.ts";

/** A part of a workbook: its name, for messages, and its bytes. */
export interface Part {
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** The attributes of an element, by their names as written. */
export type Attributes = Readonly<Record<string, string>>;

/** What is done with one kind of element. */
export interface ElementHandler {
  readonly begin?: (attributes: Attributes) => void;
  /** Receives the text of the element at its end. Without this, an element may contain white space only. */
  readonly text?: (text: string) => void;
  readonly end?: () => void;
  /** The element occurs at most once in its parent. */
  readonly once?: true;
}

/**
 * Handlers by the path of their elements, such as `sst/si/t`. `*` is for elements without a path of their own.
 * Without a `*`, such an element is refused, so that nothing is lost unnoticed.
 */
export type Handlers = Readonly<Record<string, ElementHandler>>;

/** Skips an element with everything in it. */
export const SKIPPED: ElementHandler = {};

/** Bytes decoded at a time: a part as one string would take its size in memory again, or twice. */
const PIECE = 1 << 16;
const CURE = "Open the workbook in a spreadsheet program and save it again, or build from CMS's csv";

/** The error for XML that no spreadsheet program writes. */
export function malformed(place: Place, message: string): InputFault {
  return fault("xlsx.malformed", place, message, CURE);
}

/** A kind of element, and the kinds that it may contain. */
class Kind {
  handler: ElementHandler = {};
  readonly inside = new Map<string, Kind>();
  /** The number of the last element of this kind, and of its parent. Every element has its own number. */
  last = 0;
  parent = -1;

  child(name: string): Kind {
    const child = this.inside.get(name) ?? new Kind();
    this.inside.set(name, child);
    return child;
  }
}

function treeOf(handlers: Handlers): Kind {
  const root = new Kind();
  for (const [path, handler] of Object.entries(handlers)) {
    const kind = path.split("/").reduce((parent, name) => parent.child(name), root);
    kind.handler = handler;
    if (handler === SKIPPED) kind.inside.set("*", kind);
  }
  return root;
}

/** Passes what the parser finds to the handlers, within the bounds. */
class Reading {
  readonly #place: () => Place;
  /** The kind of the element that is open, and the kinds of the elements around it. */
  #kind: Kind;
  readonly #around: Kind[] = [];
  #text = "";
  #elements = 0;
  #attributes = 0;
  /** Bytes decoded since an element last began or ended. */
  #pending = 0;
  /** The root's prefix, such as `x:`, the attribute that declares its namespace, and the namespace. */
  #prefix = "";
  #xmlns = "xmlns";
  #namespace: string | undefined;

  constructor(handlers: Handlers, place: () => Place) {
    this.#kind = treeOf(handlers);
    this.#place = place;
  }

  /** The parser keeps pending text in up to forty times the memory. */
  piece(bytes: number): void {
    this.#pending += bytes;
    if (this.#pending <= BOUNDS.xmlPending) return;
    const seen = `more than ${BOUNDS.xmlPending} bytes without the beginning or end of an element`;
    this.#beyond(seen, BOUNDS.xmlPending, "table.cell-too-long");
  }

  attribute(): void {
    this.#attributes += 1;
    if (this.#attributes <= BOUNDS.xmlAttributes) return;
    this.#beyond("an element with too many attributes", BOUNDS.xmlAttributes);
  }

  begin(tag: SaxesTagPlain): void {
    const parent = this.#kind;
    if (this.#around.push(parent) === 1) this.#takeNamespace(tag);
    const depth = this.#around.length;
    if (depth > BOUNDS.xmlDepth) this.#beyond(`elements nested ${depth} deep`, BOUNDS.xmlDepth);
    const kind = this.#kindOf(tag, parent);
    if (kind.handler.once && kind.parent === parent.last) this.refuse(`it has a second <${tag.name}> in one element`);
    this.#elements += 1;
    kind.last = this.#elements;
    kind.parent = parent.last;
    this.#kind = kind;
    this.#attributes = 0;
    this.#pending = 0;
    this.#text = "";
    kind.handler.begin?.(tag.attributes);
  }

  text(text: string): void {
    const { handler } = this.#kind;
    if (handler.text !== undefined) this.#text += text;
    else if (handler !== SKIPPED && /[^ \t\r\n]/.test(text)) {
      this.refuse(`it has text between its elements: "${quoted(text)}"`);
    }
  }

  end(): void {
    const { handler } = this.#kind;
    this.#pending = 0;
    handler.text?.(this.#text);
    handler.end?.();
    this.#kind = this.#around.pop() ?? this.#kind;
  }

  encoding(declared = "utf-8"): void {
    if (/^(utf-?8|us-ascii)$/i.test(declared)) return;
    this.refuse(`it is not UTF-8, the encoding of workbooks: it declares ${quoted(declared)}`);
  }

  refuseDoctype(): never {
    const message = "it has a DOCTYPE, which can define entities; no workbook has one";
    throw fault("xlsx.doctype", this.#place(), message, CURE);
  }

  refuse(message: string): never {
    throw malformed(this.#place(), message);
  }

  #beyond(seen: string, allowed: number, code = "xlsx.malformed"): never {
    throw beyond(code, this.#place(), seen, allowed);
  }

  #takeNamespace({ name, attributes }: SaxesTagPlain): void {
    const colon = name.indexOf(":");
    this.#prefix = name.slice(0, colon + 1);
    this.#xmlns = colon < 0 ? "xmlns" : `xmlns:${name.slice(0, colon)}`;
    this.#namespace = attributes[this.#xmlns];
  }

  /** An element without the root's prefix, or with another namespace for it, has no path: it is skipped or refused. */
  #kindOf({ name, attributes }: SaxesTagPlain, parent: Kind): Kind {
    const namespace = attributes[this.#xmlns] ?? this.#namespace;
    const own = namespace === this.#namespace && name.startsWith(this.#prefix);
    const kind = parent.inside.get(own ? name.slice(this.#prefix.length) : "") ?? parent.inside.get("*");
    if (kind !== undefined) return kind;
    const expected = [...parent.inside.keys()].map((each) => `<${each}>`).join(", ") || "text";
    return this.refuse(`it has <${quoted(name)}>, expected ${expected}`);
  }
}

/**
 * Reads a part of a workbook, element by element.
 *
 * @param place of what is being read, for problems
 * @throws InputFault when it is not well-formed, has a DOCTYPE or elements without a handler, or exceeds the bounds
 */
export function readXml({ file, bytes }: Part, handlers: Handlers, place: () => Place = () => ({ file })): void {
  if (!isUtf8(bytes)) throw malformed(place(), "it is not UTF-8, the encoding of workbooks");
  const reading = new Reading(handlers, place);
  // With namespaces saxes takes half as long again; with more than seven handlers, five times as long.
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", () => reading.refuseDoctype());
  parser.on("attribute", () => reading.attribute());
  parser.on("opentag", (tag) => reading.begin(tag));
  parser.on("text", (text) => reading.text(text));
  parser.on("cdata", (text) => reading.text(text));
  parser.on("closetag", () => reading.end());
  parser.on("error", ({ message }) => reading.refuse(`not well-formed XML: ${message}`));
  const decoder = new StringDecoder("utf8");
  for (let at = 0; at < bytes.length; at += PIECE) {
    parser.write(decoder.write(bytes.subarray(at, at + PIECE)));
    reading.piece(PIECE);
  }
  reading.encoding(parser.xmlDecl.encoding);
  parser.close();
}
