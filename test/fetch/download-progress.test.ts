import { describe, expect, it } from "vitest";
import { downloadDisplayFor } from "../../scripts/print/download-progress.ts";

const HALF = {
  address: "https://www.cms.gov/files/zip/rvu26d-updated-08-26-2026.zip",
  received: 2 * 1024 * 1024,
  total: 4 * 1024 * 1024,
  bytesPerSecond: 1024 * 1024,
  secondsLeft: 1.5,
};

function written(isTTY: boolean, quiet: boolean, columns = 100) {
  const texts: string[] = [];
  const display = downloadDisplayFor({ isTTY, columns, write: (text) => texts.push(text) }, quiet);
  return { display, texts };
}

describe("the progress of downloads", () => {
  it("is one line of a terminal, written again and removed in the end", () => {
    const { display, texts } = written(true, false);
    display.show(HALF);
    display.show({ ...HALF, total: undefined, secondsLeft: undefined });
    display.close();
    expect(texts).toEqual([
      "\r\u001b[Krvu26d-updated-08-26-2026.zip  2.0 of 4.0 MB (50 %)  1.0 MB/s  2 s left",
      "\r\u001b[Krvu26d-updated-08-26-2026.zip  2.0 MB  1.0 MB/s",
      "\r\u001b[K",
    ]);
  });

  it("never takes two lines", () => {
    const { display, texts } = written(true, false, 20);
    display.show(HALF);
    expect(texts).toEqual(["\r\u001b[Krvu26d-updated-08-2"]);
  });

  it("is nothing elsewhere, and nothing when quiet", () => {
    for (const { display, texts } of [written(false, false), written(true, true)]) {
      display.show(HALF);
      display.close();
      expect(texts).toEqual([]);
    }
  });
});
