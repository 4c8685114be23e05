import { describe, expect, it } from "vitest";
import { fileAt, fileNameAt, isPageAddress, linksIn } from "../../../pipelines/refresh/pages/links.ts";
import { parsePage } from "../../../pipelines/refresh/pages/parsed-page.ts";

const SITE = "https://www.cms.gov";
const ZIP = `${SITE}/files/zip/april-2026-addendum-b.zip`;

describe(fileAt, () => {
  it("finds an archive or a table without a licence", () => {
    expect(fileAt(ZIP)).toEqual({ address: ZIP, licence: null });
    expect(fileAt(`${SITE}/files/zip/rvu23a-updated-01/31/2023.zip`)?.licence).toBeNull();
    expect(fileAt(`${SITE}/medicare/downloads/RVU14A.ZIP`)).toBeDefined();
    expect(fileAt(`${SITE}/files/document/2026-wage-index.xlsx`)).toBeDefined();
  });

  it.each([
    "/license/ama?file=/files/zip/april-2026-addendum-b.zip",
    "/license/ama?file=files/zip/april-2026-addendum-b.zip",
    "/license/ama?file=https://www.cms.gov/files/zip/april-2026-addendum-b.zip",
    "/license/ama?file=%2Ffiles%2Fzip%2Fapril-2026-addendum-b.zip",
    "/license/ama?file=%252Ffiles%252Fzip%252Fapril-2026-addendum-b.zip",
    "/license/ada?file=/files/zip/april-2026-addendum-b.zip&agree=",
    "/apps/ama/license.asp?file=/files/zip/april-2026-addendum-b.zip",
    "/apps/ama/license.asp?file=https%3A%2F%2Fwww.cms.gov%2Ffiles%2Fzip%2Fapril-2026-addendum-b.zip",
  ])("finds the file behind %s, and the licence page", (link) => {
    expect(fileAt(`${SITE}${link}`)).toEqual({ address: ZIP, licence: `${SITE}${link}` });
  });

  it.each([
    "/license/ama",
    "/license/ama?file=/files/document/notice.pdf",
    "/license/ama?file=",
    "/search?file=/files/zip/april-2026-addendum-b.zip",
    "/files/document/mm13488.pdf",
    "/medicare/rvu26d",
    "/files/document/tables.xls",
  ])("finds no file at %s", (link) => {
    expect(fileAt(`${SITE}${link}`)).toBeUndefined();
  });
});

describe(fileNameAt, () => {
  it.each([
    ["/files/zip/rvu26d-updated-08-26-2026.zip", "rvu26d-updated-08-26-2026.zip"],
    ["/files/zip/rvu23a-updated-01/31/2023.zip", "rvu23a-updated-01-31-2023.zip"],
    ["/files/zip/rvu23a-updated-01%2F31%2F2023.zip", "rvu23a-updated-01-31-2023.zip"],
    ["/medicare/physicianfeesched/downloads/rvu14a.zip", "rvu14a.zip"],
    ["/other/rvu14a%zz.zip", "rvu14a%zz.zip"],
  ])("of %s", (path, name) => {
    expect(fileNameAt(`${SITE}${path}`)).toBe(name);
  });
});

describe(isPageAddress, () => {
  it("tells pages from documents and licences", () => {
    expect(isPageAddress(`${SITE}/medicare/rvu25d-0`)).toBe(true);
    expect(isPageAddress(`${SITE}/medicare/rvu25d/`)).toBe(true);
    expect(isPageAddress(`${SITE}/medicare/rvu25d.html`)).toBe(true);
    expect(isPageAddress(`${SITE}/files/document/mm13488.pdf`)).toBe(false);
    expect(isPageAddress(`${SITE}/license/ama?file=/a.zip`)).toBe(false);
  });
});

describe(linksIn, () => {
  it("makes addresses absolute from the page that answered, and leaves out what leads nowhere", () => {
    const html = `<a href="rvu26d">D</a><a href="/x#part">X</a><a href=" https://other.example/y ">Y</a><a href="#top">up</a>
      <a href="mailto:a@b.example">mail</a><a href="javascript:void(0)">js</a><a href="http://[">bad</a><a>none</a>`;
    const page = parsePage({ address: `${SITE}/a/b/`, html });
    expect(linksIn(page.root, page).map(({ address }) => address)).toEqual([
      `${SITE}/a/b/rvu26d`,
      `${SITE}/x`,
      "https://other.example/y",
    ]);
  });
});
