/** The encodings of CMS's files. */
type Encoding = "utf-8" | "cp437" | "windows-1252";

/** Text, and its encoding. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** In code page 437 0xFF is a no-break space and 0x81 is u-umlaut; in windows-1252 neither occurs in CMS's text. */
const CP437_MARKS = [0xff, 0x81] as const;

function strictUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Decodes CMS text: byte order mark or strict UTF-8 first, then code page 437 when one of its marks occurs,
 * windows-1252 otherwise. Without this order the no-break space after G0465 becomes a letter and the code is lost.
 *
 * iconv-lite does both code pages: Node 20's own TextDecoder takes windows-1252 for Latin-1 and turns the apostrophe
 * 0x92 into a control character.
 */
export async function decodeText(bytes: Uint8Array): Promise<DecodedText> {
  const utf8 = strictUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, encoding: "utf-8" };
  const { default: iconv } = await import("iconv-lite");
  const encoding = CP437_MARKS.some((mark) => bytes.includes(mark)) ? "cp437" : "windows-1252";
  return { text: iconv.decode(Buffer.from(bytes), encoding), encoding };
}

/**
 * Whether the beginning of a text is tab-separated: most of its lines have a tab, and tabs outnumber commas. Neither a
 * stray one in a banner makes a csv tab text, nor the few in 20LOCCO.prn, nor the one before each descriptor of 2019.
 */
export function isTabbed(beginning: string): boolean {
  const lines = beginning.split(/[\r\n]+/).filter((line) => line.trim() !== "");
  const tabbed = lines.filter((line) => line.includes("\t")).length * 2 > lines.length;
  return tabbed && beginning.split("\t").length > beginning.split(",").length;
}
