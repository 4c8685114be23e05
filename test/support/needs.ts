import { describe } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** A need of a test that not every machine meets. */
    needs?: string;
  }
}

/** A need of tests that not every machine meets. */
export interface Need {
  /** In words that follow "no": "CMS files at ../shared". */
  readonly what: string;
  readonly isThere: boolean;
}

/** Tests that need something. Without it they are skipped, with a message at the end of the run. */
export function describeWith({ what, isThere }: Need, name: string, tests: () => void): void {
  describe(name, { skip: !isThere, meta: { needs: what } }, tests);
}
