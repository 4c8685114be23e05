import { fault, type InputFault } from "../../pipelines/problems/problems.ts";

/** A failure that may pass, so that the request is sent again. */
export class PassingFailure extends Error {
  private readonly code: string;
  private readonly address: string;
  private readonly cure: string;
  /** Milliseconds that the server asks us to wait. */
  readonly wait: number | undefined;

  constructor(code: string, address: string, message: string, cure: string, wait?: number) {
    super(message);
    this.name = "PassingFailure";
    this.code = code;
    this.address = address;
    this.cure = cure;
    this.wait = wait;
  }

  /** The fault to report when the failure did not pass. */
  after(tries: number): InputFault {
    const message = `${this.message} (${tries === 1 ? "1 try" : `${tries} tries`})`;
    return fault(this.code, { file: this.address }, message, this.cure);
  }
}

/** The first wait; each further one is twice as long. Milliseconds. */
const FIRST_WAIT = 1_000;
/** Nobody waits longer for CMS, whatever it asks for. Milliseconds. */
const LONGEST_WAIT = 120_000;

/** How often and with which pauses a request is sent again. */
interface Patience {
  readonly retries: number;
  readonly delay: (milliseconds: number) => Promise<unknown>;
}

function waitAfter(failure: PassingFailure, tries: number, retries: number): number {
  const wait = Math.max(failure.wait ?? 0, FIRST_WAIT * 2 ** (tries - 1));
  if (tries > retries || wait > LONGEST_WAIT) throw failure.after(tries);
  return wait;
}

/**
 * Runs a step until it succeeds, with pauses of 1, 2, 4, 8 seconds, or longer ones where the server asks for them.
 *
 * @throws InputFault of the last failure, after the last try or when the server asks for more than two minutes
 */
export async function patiently<T>(step: () => Promise<T>, { retries, delay }: Patience): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof PassingFailure)) throw error;
      await delay(waitAfter(error, tries, retries));
    }
  }
}
