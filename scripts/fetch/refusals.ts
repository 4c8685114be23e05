import { fault, type InputFault } from "../../pipelines/problems/problems.ts";
import { pageKind } from "../../pipelines/refresh/pages/page-kind.ts";
import { headerOf } from "./network-faults.ts";
import { PassingFailure } from "./passing.ts";
import type { Reply } from "./requests.ts";

const BY_HAND = "save the file with a browser and give its folder with --from";

/** CMS's own words for when to come again, and what they are in milliseconds. */
interface RetryAfter {
  readonly said: string;
  readonly wait: number | undefined;
}

/** Retry-After has seconds or a date, which counts from the server's own clock. */
function retryAfter({ headers }: Reply): RetryAfter {
  const said = headerOf(headers, "retry-after");
  if (said === undefined) return { said: "", wait: undefined };
  const now = Date.parse(headerOf(headers, "date") ?? "");
  const from = Number.isNaN(now) ? Date.now() : now;
  const wait = /^\d+$/.test(said) ? Number(said) * 1000 : Math.max(0, Date.parse(said) - from);
  const unit = /^\d+$/.test(said) ? " seconds" : "";
  return { said: ` and asks us to come again after ${said}${unit}`, wait: Number.isNaN(wait) ? undefined : wait };
}

function blocked(address: string, status: number): InputFault {
  const message = `CMS answered ${status}: it does not serve this program or this network now. Whether the file exists is not known`;
  return fault("fetch.blocked", { file: address }, message, `Try another network, or ${BY_HAND}`);
}

function notFound({ address, status }: Reply): InputFault {
  const isAccepted = address.includes("?agree=");
  const why = isAccepted ? ", also after the licence was accepted, as for a few old archives" : "";
  const message = `CMS answered ${status}: there is nothing at this address${why}`;
  const cure = isAccepted ? "Open CMS's page in a browser, " : "CMS may have moved the file: find it on CMS's page, ";
  return fault("fetch.not-found", { file: address }, message, cure + BY_HAND);
}

/** What a status means that is neither a file nor a redirect. Those that may pass are {@link PassingFailure}s. */
export function refusalOf(reply: Reply): Error {
  const { address, status } = reply;
  if ([401, 403, 451].includes(status)) return blocked(address, status);
  if (status === 404 || status === 410) return notFound(reply);
  const { said, wait } = retryAfter(reply);
  if (status === 429 || status === 503) {
    const message = `CMS answered ${status}: it is busy${said}`;
    return new PassingFailure("fetch.busy", address, message, `Run the command again later, or ${BY_HAND}`, wait);
  }
  if (status >= 500) {
    const message = `CMS answered ${status}: its server has a problem${said}`;
    return new PassingFailure("fetch.server", address, message, `Run the command again later, or ${BY_HAND}`, wait);
  }
  const message = `CMS answered ${status}, expected 200`;
  return fault("fetch.status", { file: address }, message, `Run the command again later, or ${BY_HAND}`);
}

/** Someone must read and accept the licence before the file comes: ratebook does not. */
export function licenceFault(address: string): InputFault {
  const message = "CMS's licence stands before this file, and nobody has said that they accept it";
  const cure = `Read the licence on CMS's page. If you accept it, say so on the command line, or ${BY_HAND}`;
  return fault("fetch.licence", { file: address }, message, cure);
}

/** A page came where a file was asked for: the fault says which. */
export function pageInstead(address: string, html: string): InputFault {
  const place = { file: address };
  const kind = pageKind(html);
  if (kind === "licence") return licenceFault(address);
  if (kind === "maintenance") {
    const message = "CMS sent a page that says its site is closed for maintenance, expected a file";
    return fault("fetch.maintenance", place, message, `Run the command again later, or ${BY_HAND}`);
  }
  const [code, what] = kind === "error" ? ["fetch.error-page", "an error page"] : ["fetch.other-page", "a page"];
  const message = `CMS sent ${what} with status 200, expected a file`;
  return fault(
    code,
    place,
    message,
    `Open the address in a browser to see what it says. Run the command again later, or ${BY_HAND}`,
  );
}
