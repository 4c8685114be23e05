/** A value of a JSON text. A number is the text of its digits: no float touches it. */
export type JsonText =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "list"; readonly items: readonly JsonText[] }
  | { readonly kind: "map"; readonly entries: readonly (readonly [key: string, value: JsonText])[] };

/** What comes next in a JSON text that was found to be valid: a text, a number or a word, or one character of structure. */
const TOKEN = /\s*(?:("(?:[^"\\]|\\.)*")|([-+.\w]+)|([[\]{}:,]))/gsy;

/** Reads the tokens of a valid JSON text. */
class Tokens {
  private readonly text: string;
  private at = 0;

  constructor(text: string) {
    this.text = text;
  }

  next(): RegExpExecArray {
    TOKEN.lastIndex = this.at;
    const token = TOKEN.exec(this.text) as RegExpExecArray;
    this.at = TOKEN.lastIndex;
    return token;
  }

  /** Whether the next token is this character, which is then passed. */
  passes(character: string): boolean {
    const before = this.at;
    if (this.next()[3] === character) return true;
    this.at = before;
    return false;
  }
}

function textOf([, quoted, bare]: RegExpExecArray): string {
  if (quoted !== undefined) return JSON.parse(quoted) as string;
  return bare === "null" ? "" : (bare as string);
}

function listOf(tokens: Tokens): JsonText {
  const items: JsonText[] = [];
  while (!tokens.passes("]")) {
    items.push(valueAt(tokens));
    tokens.passes(",");
  }
  return { kind: "list", items };
}

function mapOf(tokens: Tokens): JsonText {
  const entries: [string, JsonText][] = [];
  while (!tokens.passes("}")) {
    const key = textOf(tokens.next());
    tokens.passes(":");
    entries.push([key, valueAt(tokens)]);
    tokens.passes(",");
  }
  return { kind: "map", entries };
}

function valueAt(tokens: Tokens): JsonText {
  const token = tokens.next();
  if (token[3] === "[") return listOf(tokens);
  if (token[3] === "{") return mapOf(tokens);
  return { kind: "text", text: textOf(token) };
}

/** How deeply lists and maps may be nested. */
const DEPTH = 64;

/** Whether lists and maps lie deeper in each other than a table needs. */
function isDeep(json: unknown, left = DEPTH): boolean {
  if (typeof json !== "object" || json === null) return false;
  return left === 0 || Object.values(json).some((each) => isDeep(each, left - 1));
}

/**
 * The values of a JSON text, in the order of the text and with keys that it has twice.
 *
 * @throws SyntaxError when it is not JSON
 */
export function readJsonText(text: string): JsonText | undefined {
  return isDeep(JSON.parse(text)) ? undefined : valueAt(new Tokens(text));
}
