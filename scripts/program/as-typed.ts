import { IS_PACKED } from "./packed.ts";
import { UsageError } from "./usage-error.ts";

/** A command as it is typed in a checkout, with the blanks before the next column of a table. */
const IN_CHECKOUT =
  /npm (?:start|run (?:--silent )?(?<name>[a-z]+))(?: --silent)?(?: --(?= ))?(?<rest>[^\n`]*?)(?<gap> {2,}|$|`)/gm;

/** A text with its commands as they are typed where ratebook is installed; columns beside them stay where they were. */
export function withInstalledNames(text: string): string {
  return text.replace(IN_CHECKOUT, (typed: string, name: string | undefined, rest: string, gap: string) => {
    const command = `ratebook${name === undefined ? "" : ` ${name}`}${rest}`;
    return gap.startsWith(" ") ? `${command}  `.padEnd(typed.length) : command + gap;
  });
}

/** A text with its commands as they are typed here: all are written as in a checkout. */
export function asTyped(text: string): string {
  return IS_PACKED ? withInstalledNames(text) : text;
}

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
