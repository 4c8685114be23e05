/** Previews of rules have a folder of their own, which has no index: no command takes them for releases. */
export const PREVIEWS = "out-previews";
