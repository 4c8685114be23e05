import { describe, expect, it } from "vitest";
import { decodeText } from "../../pipelines/tables/text.ts";

const bytes = (...codes: number[]): Uint8Array => Uint8Array.from(codes);

describe(decodeText, () => {
  it("drops a byte order mark", async () => {
    expect(await decodeText(bytes(0xef, 0xbb, 0xbf, 0x41))).toEqual({ text: "A", encoding: "utf-8" });
  });

  it("reads strict UTF-8", async () => {
    expect((await decodeText(bytes(0xc3, 0xbc))).text).toBe("ü");
  });

  it("reads 0xFF as the no-break space of code page 437, so that G0465 keeps its five characters", async () => {
    const { text, encoding } = await decodeText(Buffer.from([...Buffer.from("G0465"), 0xff]));
    expect(encoding).toBe("cp437");
    expect(text.trim()).toBe("G0465");
  });

  it("reads 0x81 as the u-umlaut of code page 437", async () => {
    expect((await decodeText(bytes(0x4d, 0x81))).text).toBe("Mü");
  });

  it("reads 0x92 and 0xA0 as windows-1252", async () => {
    expect(await decodeText(bytes(0x92, 0xa0))).toEqual({ text: "\u2019\u00a0", encoding: "windows-1252" });
  });
});
