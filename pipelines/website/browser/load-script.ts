/** A file of the site that cannot be used, and what a reader can do about it. */
export class SiteFault extends Error {}

/** A file that is not the one that the page was made with. */
export function otherFileText(path: string): string {
  const what = "is not the file that this page was made with: its hash is another one. Nothing of it is used";
  return `${path} ${what}. Load the page again, or report it to whoever publishes the site.`;
}

/** Loads a script of the site; throws SiteFault when it is not there. */
export function loadScript(path: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = path;
    script.addEventListener("load", () => {
      script.remove();
      resolve();
    });
    script.addEventListener("error", () => {
      script.remove();
      const why = "could not be loaded. Load the page again: the site may have a newer release, or you are offline";
      reject(new SiteFault(`${path} ${why}.`));
    });
    document.head.append(script);
  });
}
