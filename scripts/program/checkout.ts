import { IS_PACKED } from "./packed.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Refuses a command that writes into `sources/`: an installed package loses it with the next version.
 *
 * @throws UsageError where ratebook is installed
 */
export function needsCheckout(command: string): void {
  if (!IS_PACKED) return;
  throw new UsageError(
    `${command} writes into sources/, which the next version of an installed ratebook replaces: run it in a checkout. ` +
      "To build an unregistered release, use --allow-unregistered, or a folder with its own release.json",
  );
}
