import robotsParser from "robots-parser";
import packageJson from "../../package.json" with { type: "json" };
import { fault } from "../../pipelines/problems/problems.ts";
import { bodyText } from "./body.ts";
import { PassingFailure } from "./passing.ts";
import { refusalOf } from "./refusals.ts";
import type { Reply } from "./requests.ts";

/** What CMS's robots.txt says to us. */
export interface RobotsRules {
  /** Throws an InputFault for an address that programs are asked not to visit. */
  readonly refuse: (url: URL) => void;
  /** Milliseconds between two requests. */
  readonly pause: number;
}

/** The longest pause that we keep; a refresh sends a few dozen requests. */
const LONGEST_PAUSE = 30_000;

const NAME = packageJson.name;

/** What the package exports; its types name a default export that it does not have. */
const parseRobots = robotsParser as unknown as typeof robotsParser.default;

/** Rules of a text that came from an address. */
function rulesOf(address: string, text: string): RobotsRules {
  const rules = parseRobots(address, text);
  const refuse = (url: URL): void => {
    if (rules.isDisallowed(url.href, NAME) !== true) return;
    const line = rules.getMatchingLineNumber(url.href, NAME);
    const message = `CMS asks programs not to visit this address (${address}, line ${line})`;
    const cure = "Open the address in a browser, save the file, and give its folder with --from";
    throw fault("fetch.robots", { file: url.href }, message, cure);
  };
  return { refuse, pause: Math.min((rules.getCrawlDelay(NAME) ?? 0) * 1000, LONGEST_PAUSE) };
}

/**
 * Reads CMS's rules for programs. Where CMS does not show them to us, no rules are known.
 *
 * @param note hears what is worth knowing about them
 * @throws PassingFailure when CMS is busy: then nothing may be asked
 */
export async function readRobots(reply: Reply, note: (text: string) => void): Promise<RobotsRules> {
  const { address, status } = reply;
  if (status === 200) {
    const rules = rulesOf(address, await bodyText(reply));
    if (rules.pause > 0) note(`${address} asks for ${rules.pause / 1000} s between two requests: they are kept`);
    return rules;
  }
  await reply.body.dump();
  const refusal = refusalOf(reply);
  if (refusal instanceof PassingFailure) throw refusal;
  note(`${address} answered ${status}: no rules for programs are known`);
  return rulesOf(address, "");
}
