import { Agent, type Dispatcher, EnvHttpProxyAgent } from "undici";
import packageJson from "../../package.json" with { type: "json" };
import { fault } from "../../pipelines/problems/problems.ts";
import { CMS_ORIGIN, cmsAddress } from "./address.ts";
import { faultOfNetwork, headerOf } from "./network-faults.ts";
import type { Settings } from "./options.ts";

/** What CMS answers, with a body that is still to come. */
export interface Reply {
  /** CMS's address of the answer, after all redirects. */
  readonly address: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Dispatcher.ResponseData["body"];
}

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
const MOST_REDIRECTS = 5;

function redirectFault(address: string, message: string): Error {
  const cure = "Open the address in a browser. If it works there, save the file and give its folder with --from";
  return fault("fetch.redirects", { file: address }, message, cure);
}

/** "ratebook/0.3.0 (+https://example.org/contact)". */
function userAgent(contact: string | undefined): string {
  const name = `${packageJson.name}/${packageJson.version}`;
  if (contact === undefined) return name;
  if (/^[!-'*-~ ]+$/.test(contact)) return `${name} (+${contact})`;
  const message = "the contact for CMS has characters that a request cannot carry, expected an address or a mailbox";
  throw fault("fetch.contact", { file: contact }, message, "Use ASCII characters without brackets");
}

/** Sends requests to CMS and follows its redirects. It keeps no cookies. */
export class Requests {
  private readonly agent: Dispatcher;
  private readonly settings: Settings;
  private readonly userAgent: string;

  constructor(settings: Settings) {
    const { connect, headers, body } = settings.timeouts;
    const options = { connectTimeout: connect, headersTimeout: headers, bodyTimeout: body };
    this.userAgent = userAgent(settings.contact);
    this.settings = settings;
    // A server of a test stands on this machine, where no proxy leads
    this.agent = settings.origin === CMS_ORIGIN ? new EnvHttpProxyAgent(options) : new Agent(options);
  }

  /**
   * Asks once, and again for each redirect.
   *
   * @param mayAsk refuses an address, also that of a redirect, by throwing
   * @throws PassingFailure when the network fails
   * @throws InputFault for redirects to another host, to nowhere, or more than five
   */
  async get(url: URL, headers: Readonly<Record<string, string>>, mayAsk: (url: URL) => void): Promise<Reply> {
    let at = url;
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      mayAsk(at);
      const reply = await this.ask(at, headers);
      if (!REDIRECTS.has(reply.status)) return reply;
      await reply.body.dump();
      const to = headerOf(reply.headers, "location");
      if (to === undefined) throw redirectFault(at.href, `CMS answered ${reply.status}, a redirect to nowhere`);
      at = cmsAddress(to, this.settings.origin, at.href);
    }
    const message = `CMS answered with more than ${MOST_REDIRECTS} redirects, the last of them to ${at.href}`;
    throw redirectFault(url.href, message);
  }

  async close(): Promise<void> {
    await this.agent.destroy();
  }

  private async ask(url: URL, headers: Readonly<Record<string, string>>): Promise<Reply> {
    try {
      const answer = await this.agent.request({
        origin: this.settings.origin,
        path: `${url.pathname}${url.search}`,
        method: "GET",
        headers: { "user-agent": this.userAgent, ...headers },
        signal: AbortSignal.timeout(this.settings.timeouts.whole),
      });
      return { address: url.href, status: answer.statusCode, headers: answer.headers, body: answer.body };
    } catch (error) {
      throw faultOfNetwork(error, url.href);
    }
  }
}
