import type { InputFault } from "../../problems/problems.ts";
import { otherFileText } from "./load-script.ts";

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);

/** What a fault says to a reader of the site, who has neither a command line nor the folder that the site was made from. */
export function faultText({ problem: { code, place, message, cure } }: InputFault): string {
  // A script that could not be loaded says itself what to do
  if (code === "document.unreadable") return sentence(message);
  if (code.startsWith("document.")) return otherFileText(place.file);
  // Only of what the reader gave is the cure the reader's
  return code.startsWith("audit.") ? `${sentence(message)} ${sentence(cure)}` : sentence(message);
}
