import { takeStock } from "../../tools/dependencies/inventory.ts";
import { ROOT } from "./documents.ts";

/** Our packages: npm takes half a second to list them, so all tests of a process share one list. */
export const STOCK = takeStock(ROOT);
