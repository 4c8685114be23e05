import { PassingFailure } from "./passing.ts";

/** The first value of a header; undefined where it is absent. */
export function headerOf(headers: Readonly<Record<string, string | string[] | undefined>>, name: string) {
  const value = headers[name];
  return Array.isArray(value) ? value[0] : value;
}

const TIMED_OUT: ReadonlySet<string> = new Set([
  ...["UND_ERR_CONNECT_TIMEOUT", "UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT", "ETIMEDOUT"],
]);

/** Where in a body the network failed. */
interface InBody {
  readonly received: number;
  readonly total: number | undefined;
}

function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code } = error as NodeJS.ErrnoException;
  if (error.name === "TimeoutError") return "UND_ERR_BODY_TIMEOUT";
  return typeof code === "string" ? code : undefined;
}

function seenOf({ received, total }: InBody): string {
  return total === undefined ? `${received} bytes came` : `${received} of ${total} bytes came`;
}

const AGAIN = "Run the command again. If it fails again, save the file with a browser and give its folder with --from";
const NETWORK = "Check this computer's connection, its proxy and its certificates, and run the command again";

/**
 * What failed in the network, as a failure that may pass.
 *
 * @param inBody how much of a body came; not given when there was no answer
 * @returns the error itself when it is a mistake of ours
 */
export function faultOfNetwork(error: unknown, address: string, inBody?: InBody): unknown {
  const code = codeOf(error);
  if (code === undefined) return error;
  if (TIMED_OUT.has(code)) {
    const what = inBody === undefined ? "CMS did not answer in time" : `CMS stopped in the middle: ${seenOf(inBody)}`;
    return new PassingFailure("fetch.timeout", address, what, AGAIN);
  }
  if (code.startsWith("Z_")) {
    return new PassingFailure("fetch.encoding", address, `what came cannot be uncompressed (${code})`, AGAIN);
  }
  if (inBody !== undefined) {
    const what = `the connection ended before the whole came: ${seenOf(inBody)}`;
    return new PassingFailure("fetch.truncated", address, what, AGAIN);
  }
  const why = (error as Error).message || code;
  return new PassingFailure("fetch.unreachable", address, `CMS cannot be reached (${why})`, NETWORK);
}
