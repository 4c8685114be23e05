import { isAscii, isUtf8 } from "node:buffer";
import { beyond } from "./beyond.ts";
import { BOUNDS } from "./bounds.ts";
import { fault } from "./problems.ts";

const BOM = [0xef, 0xbb, 0xbf] as const;
const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;
const CURE = "Open the workbook in a spreadsheet program and save it again, or build from CMS's csv";

function refuseEncoding(bytes: Uint8Array, file: string): void {
  const message = "it is not UTF-8, in which workbooks are written";
  if (!isUtf8(bytes) || bytes.includes(0)) throw fault("xlsx.malformed", { file }, message, CURE);
  const [, declared = "utf-8"] = DECLARED.exec(Buffer.from(bytes.subarray(0, 256)).toString("latin1")) ?? [];
  if (!/^(utf-?8|us-ascii)$/i.test(declared)) throw fault("xlsx.malformed", { file }, `${message}, but says so`, CURE);
}

/** Every character beyond ASCII as a reference, which means the same wherever workbooks have such characters. */
function referenced(text: string, file: string): Buffer {
  const pieces: string[] = [];
  let length = 0;
  for (const piece of text.match(/[\0-\x7f]+|[^\0-\x7f]{1,4096}/gu) ?? []) {
    const ascii = piece.charCodeAt(0) < 128;
    pieces.push(ascii ? piece : Array.from(piece, (each) => `&#x${each.codePointAt(0)?.toString(16)};`).join(""));
    length += pieces.at(-1)?.length ?? 0;
    if (length > BOUNDS.fileBytes) {
      throw beyond("zip.member-too-large", { file }, "a part with more characters than any", BOUNDS.fileBytes);
    }
  }
  return Buffer.from(pieces.join(""), "latin1");
}

/**
 * A part of a workbook as ASCII. exceljs decodes parts piece by piece, and where a piece ends within a character it
 * would read two U+FFFD; in ASCII no character can be cut.
 *
 * @param file its name, for messages
 * @throws InputFault when it is in another encoding than UTF-8
 */
export function asciiXml(bytes: Uint8Array, file: string): Uint8Array {
  const marked = BOM.every((byte, at) => bytes[at] === byte);
  const bare = marked ? bytes.subarray(BOM.length) : bytes;
  refuseEncoding(bare, file);
  return isAscii(bare) ? bare : referenced(Buffer.from(bare).toString("utf8"), file);
}

const NAMED: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** Text of XML with its references resolved: numbers and XML's own five names; others stay as they are. */
export function resolved(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,8})|#(\d{1,8})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = Number.parseInt(hex ?? decimal, hex === undefined ? 10 : 16);
    return code <= 0x10_ffff ? String.fromCodePoint(code) : whole;
  });
}
