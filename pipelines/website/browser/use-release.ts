import { useEffect, useState } from "preact/hooks";
import type { ReleaseCells } from "../../read/cells.ts";
import type { OpenedRelease } from "../../read/types.ts";
import type { SiteCodes, SiteDescriptors, SitePart } from "../site-index.ts";
import { SiteFault } from "./load-script.ts";
import type { SiteData } from "./site-data.ts";

/** Several releases: those that are open so far, how many are wanted, and why some could not be opened. */
export interface SeveralReleases {
  readonly open: readonly OpenedRelease[];
  readonly wanted: number;
  readonly failures: readonly string[];
}

function whyNot(release: string, error: Error): string {
  return error instanceof SiteFault ? error.message : `${release} cannot be read: ${error.message}`;
}

/** Opens releases one after the other, and draws again after each. */
export function useReleases(data: SiteData, names: readonly string[], parts: readonly SitePart[]): SeveralReleases {
  const key = [...names, ...parts].join(" ");
  const [failures, setFailures] = useState<Readonly<Record<string, string>>>({});
  const [, redraw] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const openOne = async (name: string): Promise<void> => {
      if (!isWanted || data.ready(name, parts) !== undefined) return;
      const note = (error: Error): void => setFailures((before) => ({ ...before, [name]: whyNot(name, error) }));
      await data.open(name, parts).catch(note);
      redraw((count) => count + 1);
    };
    names.reduce((before, name) => before.then(() => openOne(name)), Promise.resolve());
    return () => {
      isWanted = false;
    };
  }, [data, key]);
  const open = names.flatMap((name) => data.ready(name, parts) ?? []);
  return { open, wanted: names.length, failures: names.flatMap((name) => failures[name] ?? []) };
}

/** A release that is open, that is being loaded, or that could not be. */
export type Opening =
  | { readonly kind: "open"; readonly release: OpenedRelease }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly text: string };

/** Opens a release; "" is none yet. */
export function useRelease(data: SiteData, name: string, parts: readonly SitePart[]): Opening {
  const { open, failures } = useReleases(data, name === "" ? [] : [name], parts);
  const [release] = open;
  if (release !== undefined) return { kind: "open", release };
  const [text] = failures;
  return text === undefined ? { kind: "loading" } : { kind: "failed", text };
}

/** Something of a release that is loaded after its amounts; undefined until then, and where it cannot be. */
function useLater<Loaded>(key: string, load: () => Promise<Loaded | undefined>): Loaded | undefined {
  const [loaded, setLoaded] = useState<{ readonly key: string; readonly value: Loaded | undefined }>();
  useEffect(() => {
    if (key === "" || loaded?.key === key) return;
    let isWanted = true;
    const keep = (value: Loaded | undefined): void => {
      if (isWanted) setLoaded({ key, value });
    };
    load().then(keep, () => keep(undefined));
    return () => {
      isWanted = false;
    };
  }, [key]);
  return loaded?.key === key ? loaded.value : undefined;
}

/** Where the amounts of a release come from. Without it each figure still shows its rule. */
export function useCells(data: SiteData, release: OpenedRelease): ReleaseCells | undefined {
  return useLater(release.release, () => data.cells(release));
}

/** Which releases have which codes, or why that cannot be loaded; undefined until then. */
export function useSiteCodes(data: SiteData): SiteCodes | string | undefined {
  return useLater<SiteCodes | string>("codes", () => data.codes().catch((error: Error) => error.message));
}

/** Descriptors of a release's codes, in a site that has them. */
export function useDescriptors(data: SiteData, release: string): SiteDescriptors | undefined {
  return useLater(release, () => data.descriptors(release));
}
