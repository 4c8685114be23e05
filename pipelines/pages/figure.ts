import { type Html, html } from "./html.ts";

/**
 * A figure with where it comes from, which shows on hover, on focus and on touch.
 *
 * @param text the figure as it is read: "$1,773.92"
 * @param source lines of text: rule, inputs, cells
 */
export function figure(text: string, source: string): Html {
  return html`<button type="button" class="figure" data-source="${source}">${text}</button>`;
}
