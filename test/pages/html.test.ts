import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { parseHTML } from "linkedom";
import { describe, expect, it } from "vitest";
import { html, trusted } from "../../pipelines/reports/pages/html.ts";
import { anyText } from "../support/any-text.ts";

const PAGES = fileURLToPath(new URL("../../pipelines/reports/pages", import.meta.url));
const sources = readdirSync(PAGES, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .map((name) => [name, readFileSync(join(PAGES, name), "utf8")] as const);

describe(html, () => {
  it("escapes what is put into it, and nothing twice", () => {
    const inner = html`<b>${"<i>&"}</b>`;
    expect(String(html`<p title="${`"'`}">${inner}</p>`)).toBe('<p title="&quot;&#39;"><b>&lt;i&gt;&amp;</b></p>');
  });

  it("takes lists, numbers and nothing", () => {
    expect(String(html`${["a", html`<br>`, 0]}${null}${undefined}${false}`)).toBe("a<br>0");
  });

  it("leaves any text the text that it was, in an element and in an attribute", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const safe = text.replaceAll("\0", "").replaceAll("\r", "");
        const { document } = parseHTML(String(html`<html><body><p title="${safe}">${safe}</p></body></html>`));
        const [paragraph] = document.querySelectorAll("body *");
        expect(document.querySelectorAll("body *")).toHaveLength(1);
        expect(paragraph?.textContent).toBe(safe);
        expect(paragraph?.getAttribute("title")).toBe(safe);
      }),
    );
  });
});

describe("the templates of the pages", () => {
  it("put values into quoted attributes only", () => {
    expect(sources.filter(([, text]) => /<[^`]*\s[\w-]+=\$\{/.test(text)).map(([name]) => name)).toEqual([]);
  });

  it("trust nothing but the page's own style and script", () => {
    const callers = sources.filter(([name, text]) => name !== "html.ts" && /\b(trusted|Html\.of)\(/.test(text));
    expect(callers.map(([name]) => name).sort()).toEqual(["page.ts"]);
    expect(String(trusted("<br>"))).toBe("<br>");
  });
});
