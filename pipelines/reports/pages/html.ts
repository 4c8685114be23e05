/**
 * HTML in which every value is text. A template's own words are markup; values put into it are escaped, unless another
 * template made them. So markup in a cell of CMS's, or in a note, is shown as text.
 */

/** A piece of HTML. Only {@link html} and {@link trusted} make it. */
export class Html {
  /** Keeps texts from being taken for HTML: a structure of the same shape is not assignable. */
  readonly #text: string;

  private constructor(text: string) {
    this.#text = text;
  }

  /** The markup. */
  toString(): string {
    return this.#text;
  }

  /** Markup as it is; {@link trusted} says when that may be. */
  static of(text: string): Html {
    return new Html(text);
  }
}

/** What may be put into a template. Null, undefined and false show nothing. */
export type Child = Html | string | number | null | undefined | false | readonly Child[];

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}

function markup(child: Child): string {
  if (child instanceof Html) return child.toString();
  if (child === null || child === undefined || child === false) return "";
  if (typeof child === "object") return child.map(markup).join("");
  return escaped(String(child));
}

/**
 * Tag of templates that are HTML: `` html`<td title="${note}">${text}</td>` ``. Attributes with a value are in
 * quotes, and no value is inside a style or a script.
 */
export function html(strings: TemplateStringsArray, ...children: readonly Child[]): Html {
  return Html.of(strings.map((part, at) => part + markup(children[at])).join(""));
}

/**
 * Takes markup as it is: the page's own style and script. Nothing that was read from a file
 * goes through here; a test counts who calls it.
 */
export function trusted(text: string): Html {
  return Html.of(text);
}
