import { fault } from "../../../pipelines/problems/problems.ts";
import type { FetchPage } from "../../../pipelines/refresh/pages/discover-posted.ts";

/** A page with the navigation of a site around what a test is about. */
export function sitePage(title: string, content: string): string {
  const menu = Array.from({ length: 30 }, (_, at) => `<li><a href="/topic-${at}">Topic ${at}</a></li>`).join("");
  return `<!DOCTYPE html><html lang="en"><head><title>${title}</title></head><body><nav><ul>${menu}</ul></nav>
    <main><h1>${title}</h1>${content}</main></body></html>`;
}

/** One row of the list of relative value files: each cell repeats its heading, as CMS's do for phones. */
function listRow([href, name, year]: readonly [string, string, string]): string {
  return `<tr><td><span class="label">Name</span><a href="${href}">
      ${name}</a></td><td><span class="label">Calendar Year</span>${year}</td></tr>`;
}

/** The landing page of relative value files, with a table before the list that is another one. */
export function pfsLanding(rows: readonly (readonly [string, string, string])[]): string {
  return sitePage(
    "Relative value files",
    `<table><tr><th>Notice</th></tr><tr><td><a href="/not-a-release">2026 notice</a></td></tr></table>
     <table><thead><tr><th>Name</th><th> Calendar
       Year </th></tr></thead><tbody>${rows.map(listRow).join("")}</tbody></table>`,
  );
}

/** A page with links in a list. */
export function listPage(title: string, links: readonly (readonly [string, string])[]): string {
  const items = links.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`);
  return sitePage(title, `<ul>${items.join("")}</ul>`);
}

/** The landing page of ASC addenda: an accordion for each year. */
export function ascLanding(years: Readonly<Record<string, readonly (readonly [string, string])[]>>): string {
  const blocks = Object.entries(years).map(([year, links]) => {
    const items = links.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`).join("");
    return `<div class="cms-accordion--block"><h3><button type="button">${year}</button></h3>
      <div class="accordion--content"><ul>${items}</ul></div></div>`;
  });
  return sitePage("ASC addenda", blocks.join(""));
}

/** CMS's licence page before a file: two forms, one for each answer. */
export function licencePage(file: string): string {
  return `<!DOCTYPE html><html><head><title>License agreement</title></head><body><h1>License agreement</h1>
    <p>Terms.</p>
    <form action="${file}"><input type="hidden" name="agree" value="yes">
      <input type="submit" data-license="ama" name="next" value="Accept"></form>
    <form action="/"><input type="submit" name="Cancel" value="Don't Accept"></form></body></html>`;
}

/** Serves pages from memory; says which were asked for, in order. */
export function pagesOf(pages: Readonly<Record<string, string>>): { fetchPage: FetchPage; asked: string[] } {
  const asked: string[] = [];
  const fetchPage: FetchPage = async (address) => {
    asked.push(address);
    const html = pages[address];
    if (html === undefined) throw fault("fetch.not-found", { file: address }, "no such page", "Write the test again");
    return { address, html };
  };
  return { fetchPage, asked };
}
