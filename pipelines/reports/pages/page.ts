import { sha256 } from "../../problems/sha256.ts";
import assets from "./browser/assets.json" with { type: "json" };
import { type Child, type Html, html, trusted } from "./html.ts";

/** What a page is made from. */
export interface Page {
  readonly title: string;
  /** One sentence about the page's content. */
  readonly description: string;
  readonly body: Child;
}

/** How a policy names an inline style or script: by its hash. Any other is injected, and a browser runs none of it. */
function source(text: string): string {
  return `'sha256-${Buffer.from(sha256(Buffer.from(text)), "hex").toString("base64")}'`;
}

const POLICY = [
  "default-src 'none'",
  `style-src ${source(assets.style)}`,
  `script-src ${source(assets.script)}`,
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");

/** A page that needs nothing but itself: no network, no other file. */
export function pageText({ title, description, body }: Page): string {
  const page: Html = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="ratebook">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="${description}">
<title>${title}</title>
<style>${trusted(assets.style)}</style>
</head>
<body>
<a class="skip" href="#main">Skip to the figures</a>
${body}
<p id="announcement" class="unseen" role="status"></p>
<div id="source" role="tooltip" hidden></div>
<script>${trusted(assets.script)}</script>
</body>
</html>
`;
  return page.toString();
}
