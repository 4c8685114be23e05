import { type Html, html } from "../reports/pages/html.ts";
import type { SiteIndex } from "./site-index.ts";

/** What a browser may load: files of the site, and nothing else. A worker that reads a person's files is such a file. */
const policyFor = ({ builder }: SiteIndex): string =>
  [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    builder === null ? "connect-src 'self'" : "connect-src 'none'",
    builder === null ? "worker-src 'self'" : "worker-src 'self' blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

/** Names of the site's own script and style. */
export interface SiteAssets {
  readonly script: string;
  readonly style: string;
}

function withoutScripts({ builder }: SiteIndex): string {
  return builder === null
    ? "This site looks up any code in the browser, and needs JavaScript for it. Without JavaScript it shows these."
    : "This site reads CMS's files that you bring, in the browser, and needs JavaScript for it.";
}

/**
 * `index.html`: the index of all files.
 *
 * @param answers what a browser without scripts shows
 */
export function firstPage(index: SiteIndex, { script, style }: SiteAssets, answers: Html): string {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="ratebook">
<meta http-equiv="Content-Security-Policy" content="${policyFor(index)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="description" content="What Medicare pays for a code: in an office, a hospital outpatient department, an ambulatory surgical center">
<title>ratebook: what Medicare pays</title>
<link rel="stylesheet" href="${style}">
</head>
<body>
<a class="skip" href="#main">Skip to the figures</a>
<div id="app" data-index="${JSON.stringify(index)}"></div>
<noscript><main><h1>What Medicare pays</h1>
<p>${withoutScripts(index)}</p>
${answers}</main></noscript>
<p id="announcement" class="unseen" role="status"></p>
<div id="source" role="tooltip" hidden></div>
<script src="${script}"></script>
</body>
</html>
`;
  return page.toString();
}
