import { useEffect, useState } from "preact/hooks";
import type { OpenedRelease } from "../../read/types.ts";
import type { SitePart } from "../site-index.ts";
import { type SiteData, SiteFault } from "./site-data.ts";

/** A release that is open, that is being loaded, or that could not be. */
export type Opening =
  | { readonly kind: "open"; readonly release: OpenedRelease }
  | { readonly kind: "loading" }
  | { readonly kind: "failed"; readonly text: string };

/** Opens a release with parts, and draws again when it is open. */
export function useRelease(data: SiteData, release: string, parts: readonly SitePart[]): Opening {
  const key = [release, ...parts].join(" ");
  const [failed, setFailed] = useState<Readonly<Record<string, string>>>({});
  const [, setOpened] = useState(0);
  const open = data.ready(release, parts);
  useEffect(() => {
    if (open !== undefined) return;
    data.open(release, parts).then(
      () => setOpened((count) => count + 1),
      (error: Error) => {
        const text = error instanceof SiteFault ? error.message : `${release} cannot be read: ${error.message}`;
        setFailed((before) => ({ ...before, [key]: text }));
      },
    );
  }, [key, open]);
  if (open !== undefined) return { kind: "open", release: open };
  const text = failed[key];
  return text === undefined ? { kind: "loading" } : { kind: "failed", text };
}
