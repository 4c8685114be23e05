import { useEffect, useState } from "preact/hooks";
import type { Section } from "../../reports/views/view.ts";
import type { LatePart, SiteClaims } from "../site-index.ts";
import type { ClaimQuestion, CodeAndOthers } from "./claims.ts";
import type { ListPart } from "./list-part.ts";
import { loadScript } from "./load-script.ts";
import type { VolumesPart } from "./volumes-part.ts";
import type { WorkbookPart } from "./workbook-part.ts";

/** What each late part hands over when it is loaded. */
interface Parts {
  readonly charts: { readonly sectionHtml: (section: Section) => string };
  readonly claims: {
    readonly codeAndOthers: (claims: readonly SiteClaims[], question: ClaimQuestion) => Promise<CodeAndOthers>;
    /** Its data names only codes that are revealed before: those of the release. */
    readonly revealCodes: (codes: Iterable<string>) => void;
  };
  readonly list: ListPart;
  readonly volumes: VolumesPart;
  readonly workbook: WorkbookPart;
}

const STORE = "ratebookParts";
type Store = { -readonly [Name in LatePart]?: Parts[Name] };
/** Every script of the site has its own copy of this module, so what they share is a field of the window. */
const shared = globalThis as { [STORE]?: Store };
shared[STORE] ??= {};
const store = shared[STORE];

/** Hands over a part: the last act of its script. */
export function handOver<Name extends LatePart>(name: Name, part: Parts[Name]): void {
  store[name] = part as Store[Name];
}

const loading = new Map<LatePart, Promise<void>>();

/** Loads a part of the program; throws SiteFault where it cannot be. */
export async function latePart<Name extends LatePart>(name: Name, path: string): Promise<Parts[Name]> {
  const load = loading.get(name) ?? loadScript(path);
  loading.set(name, load);
  try {
    await load;
  } catch (error) {
    loading.delete(name);
    throw error;
  }
  return store[name] as Parts[Name];
}

/** A part of the program that is loaded, or that is not: yet, or because of a failure. */
interface LoadedPart<Part> {
  readonly part: Part | undefined;
  /** Why it cannot be loaded; undefined until then. */
  readonly failure: string | undefined;
}

/**
 * A part of the program, loaded when it is first used.
 *
 * @param path undefined where nobody needs the part
 */
export function useLatePart<Name extends LatePart>(name: Name, path: string | undefined): LoadedPart<Parts[Name]> {
  const [failure, setFailure] = useState<string>();
  const [, redraw] = useState(0);
  useEffect(() => {
    if (store[name] !== undefined || path === undefined) return;
    latePart(name, path).then(
      () => redraw((count) => count + 1),
      (error: Error) => setFailure(error.message),
    );
  }, [name, path]);
  return { part: store[name], failure };
}
