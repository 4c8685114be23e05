import { describe, expect, it } from "vitest";
import { pageKind } from "../../../pipelines/refresh/pages/page-kind.ts";
import { licencePage, listPage, sitePage } from "./cms-pages.ts";

const notice = (title: string, text: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

describe(pageKind, () => {
  it("knows a licence page by its form, and not by the word", () => {
    expect(pageKind(licencePage("/files/zip/rvu26d.zip"))).toBe("licence");
    expect(pageKind(sitePage("License agreement", "<p>License</p><form><input name='keys'></form>"))).toBe("page");
  });

  it("knows a licence page with a button alone, and one inside a site", () => {
    expect(pageKind("<form action='/f.zip'><input type='submit' data-license='ada'></form>")).toBe("licence");
    expect(pageKind(sitePage("Terms", "<form><input type='hidden' name='agree' value='yes'></form>"))).toBe("licence");
  });

  it.each([
    notice("Scheduled maintenance", "Please come back."),
    notice("CMS", "The site is down for maintenance."),
    notice("CMS", "This page is temporarily unavailable."),
  ])("knows a notice of maintenance %#", (html) => {
    expect(pageKind(html)).toBe("maintenance");
  });

  it.each([
    notice("Access Denied", "You cannot have this."),
    notice("403 Forbidden", ""),
    notice("CMS", "The request could not be satisfied."),
    "<html><body><center><h1>502 Bad Gateway</h1></center></body></html>",
    sitePage("Page not found", "<p>Try the search.</p>"),
  ])("knows a page that reports an error %#", (html) => {
    expect(pageKind(html)).toBe("error");
  });

  it("takes a page for a page when its long text speaks of maintenance, errors and licences", () => {
    const content = "<p>Files under maintenance. An error occurred in RVU26B. Access denied is not found here.</p>";
    expect(pageKind(sitePage("Relative value files", content))).toBe("page");
    expect(pageKind(listPage("Addenda", [["/files/zip/a.zip", "April 2026 Addendum B"]]))).toBe("page");
  });

  it.each(["", "not HTML", "PK\u0003\u0004", "<", "<html>"])("takes %j, which is no page, for a page", (text) => {
    expect(pageKind(text)).toBe("page");
  });
});
