import { sectionHtml } from "../../reports/pages/view-html.ts";
import type { Section } from "../../reports/views/view.ts";
import { handOver } from "./late-part.ts";

/** Sections with their charts. The charts are larger than the rest of the site, so they are loaded when one is shown. */
handOver("charts", { sectionHtml: (section: Section) => sectionHtml(section).toString() });
