import { type PlotOptions, plot } from "@observablehq/plot";
import { parseHTML } from "linkedom";
import { type Html, html } from "../html.ts";

/** The parts of a drawing that are read here; the library's own types need those of a browser. */
interface DrawnNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly textContent: string;
  readonly childNodes: Iterable<DrawnNode>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
}

const ELEMENT = 1;
const { document } = parseHTML("<!doctype html><html><body></body></html>");

/** Attributes whose numbers are positions; a hundredth of a pixel is not seen. */
const POSITIONS: ReadonlySet<string> = new Set("d x y x1 x2 y1 y2 cx cy width height transform".split(" "));
/** The page's style sets these, and its policy forbids style attributes; parts of an image have no name of their own. */
const LEFT_OUT: ReadonlySet<string> = new Set("class style font-family font-size aria-label aria-hidden".split(" "));

function shortened(name: string, value: string): string {
  return POSITIONS.has(name) ? value.replace(/(\.\d)\d+/g, "$1").replace(/\.0\b/g, "") : value;
}

function attribute(name: string, value: string): Html {
  return html` ${name}="${shortened(name, value)}"`;
}

const isTitle = (node: DrawnNode): boolean => node.nodeName.toLowerCase() === "title";

/**
 * What was drawn as HTML, written here and not by the drawing's own document: linkedom leaves markup in attributes, and
 * in titles, as it is. The title of a mark goes where the page's script shows it at once.
 */
function markup(node: DrawnNode, more: Readonly<Record<string, string>> = {}, first?: Html): Html {
  if (node.nodeType !== ELEMENT) return html`${node.textContent}`;
  const children = [...node.childNodes];
  const title = children.find(isTitle)?.textContent;
  const own = [...node.attributes]
    .filter(({ name }) => !LEFT_OUT.has(name))
    .map(({ name, value }) => [name, value] as const);
  const all = Object.entries({ ...Object.fromEntries(own), ...more, ...(title && { "data-source": title }) });
  const kept = children.filter((child) => !isTitle(child) && child.nodeName.toLowerCase() !== "style");
  const name = node.nodeName.toLowerCase();
  return html`<${name}${all.map(([each, value]) => attribute(each, value))}>${first}${kept.map((child) => markup(child))}</${name}>`;
}

/**
 * Draws a chart when the page is written.
 *
 * @param attributes of the drawing as a whole
 * @param first its first elements: title and description
 */
export function drawn(options: PlotOptions, attributes: Readonly<Record<string, string>>, first: Html): Html {
  const svg = plot({ ...options, className: "plot", document: document as never });
  return markup(svg as unknown as DrawnNode, attributes, first);
}
