import { IS_PACKED } from "./packed.ts";
import { UsageError } from "./usage-error.ts";

/**
 * Refuses a command that writes into `sources/`: an installed package's goes with its next version.
 *
 * @throws UsageError where ratebook is installed
 */
export function needsCheckout(command: string): void {
  if (!IS_PACKED) return;
  throw new UsageError(
    `${command} writes into sources/, which an installed ratebook replaces with its next version: run it in a checkout. ` +
      "What is not registered is built with --allow-unpinned, or from a folder with a release.json of its own",
  );
}
