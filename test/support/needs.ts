import { describe } from "vitest";

declare module "vitest" {
  interface TaskMeta {
    /** What a test needs that not every machine has. */
    needs?: string;
  }
}

/** Something that tests need and that not every machine has. */
export interface Need {
  /** In words that follow "no": "CMS files at ../shared". */
  readonly what: string;
  readonly isThere: boolean;
}

/** Tests that need something. Without it they are skipped, and the run says so at its end. */
export function describeWith({ what, isThere }: Need, name: string, tests: () => void): void {
  describe(name, { skip: !isThere, meta: { needs: what } }, tests);
}
