import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { z } from "zod";
import { Calendar, Caveats } from "../../schemas/source/calendar.ts";
import { ChangeRules } from "../../schemas/source/change-rules.ts";
import { FormatDifferences } from "../../schemas/source/format-differences.ts";
import { Layout } from "../../schemas/source/layout.ts";
import {
  AscOfficeBases,
  AscScalars,
  ConversionFactors,
  Exceptions,
  Indicators,
  KnownFigures,
  Regions,
  TherapyReductions,
  WageAdjustment,
} from "../../schemas/source/parameters.ts";
import { PolicyIndicators } from "../../schemas/source/policy.ts";
import { PublicationEntry } from "../../schemas/source/publication.ts";
import { type Family, Release } from "../../schemas/source/release.ts";
import { BOUNDS } from "./bounds.ts";
import { fault } from "./problems.ts";
import { readRegular } from "./regular-file.ts";

/** The one place that knows where `sources/` lies. */
const SOURCES_FOLDER = new URL("../../sources/", import.meta.url);

/** Where a file of `sources/` lies, for the commands that register something. */
export function sourcePath(name: string): string {
  return fileURLToPath(new URL(name, SOURCES_FOLDER));
}

/** Sources are read once a process: they are part of the program, not of a release. */
const cache = new Map<string, unknown>();

function readSource<T>(name: string, schema: z.ZodType<T>): T {
  const known = cache.get(name);
  if (known !== undefined) return known as T;
  const fresh = parseSource(readFileSync(new URL(name, SOURCES_FOLDER), "utf8"), `sources/${name}`, schema);
  cache.set(name, fresh);
  return fresh;
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw fault("source.invalid", { file }, `not valid JSON: ${(error as Error).message}`, "Correct the file by hand");
  }
}

function parseSource<T>(text: string, file: string, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(parseJson(text, file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const where = issue?.path.join(".") ?? "";
  throw fault("source.invalid", { file }, `${where}: ${issue?.message}`, "Correct the file by hand");
}

function namesIn(folder: string, keep: (name: string) => boolean): string[] {
  const url = new URL(folder, SOURCES_FOLDER);
  return existsSync(url) ? readdirSync(url).filter(keep).sort() : [];
}

/** The layout of one kind of CMS table. */
export function layoutOf(id: string): Layout {
  return readSource(`layouts/${id}.json`, Layout);
}

/** Expected conversion factors of all schedules. */
export function conversionFactors(): z.infer<typeof ConversionFactors> {
  return readSource("parameters/conversion-factors.json", ConversionFactors);
}

/** Factors from OPPS to ASC weights. */
export function ascScalars(): z.infer<typeof AscScalars> {
  return readSource("parameters/asc-scalars.json", AscScalars);
}

/** What ASC rates of office-based procedures were made from. */
export function ascOfficeBases(): z.infer<typeof AscOfficeBases> {
  return readSource("parameters/asc-office-bases.json", AscOfficeBases);
}

/** Labour shares of the facility schedules. */
export function wageAdjustment(): z.infer<typeof WageAdjustment> {
  return readSource("parameters/wage-adjustment.json", WageAdjustment);
}

/** Reductions of the practice expense of therapy services. */
export function therapyReductions(): z.infer<typeof TherapyReductions> {
  return readSource("parameters/therapy-reduction.json", TherapyReductions);
}

/** Rules that explain why numbers changed. */
export function changeRules(): z.infer<typeof ChangeRules> {
  return readSource("parameters/change-rules.json", ChangeRules);
}

/** Meaning of an indicator's letters. */
export function indicatorsOf(name: "pfs-status" | "opps-status" | "asc-payment"): z.infer<typeof Indicators> {
  return readSource(`indicators/${name}.json`, Indicators);
}

/** Policy indicators of the relative value file in words. */
export function policyIndicators(): PolicyIndicators {
  return readSource("policy-indicators.json", PolicyIndicators);
}

/** Body regions of surgical codes. */
export function regions(): z.infer<typeof Regions> {
  return readSource("regions.json", Regions);
}

/** Rows known to break a check. */
export function exceptions(): z.infer<typeof Exceptions> {
  return readSource("exceptions.json", Exceptions);
}

/** Figures that must always come out. */
export function knownFigures(): z.infer<typeof KnownFigures> {
  return readSource("known-figures.json", KnownFigures);
}

/** Cells that CMS's csv, txt and workbooks of one table print differently. */
export function formatDifferences(): z.infer<typeof FormatDifferences> {
  return readSource("format-differences.json", FormatDifferences);
}

/** Every release that CMS has posted, with its days of service. */
export function calendar(): z.infer<typeof Calendar> {
  return readSource("calendar.json", Calendar);
}

/** What whoever reads a rate must know. */
export function caveats(): z.infer<typeof Caveats> {
  return readSource("caveats.json", Caveats);
}

/** Registered publications of a family, by id, in order. */
export function publicationIds(family: Family): string[] {
  return namesIn(`publications/${family}/`, (name) => name.endsWith(".json")).map((name) => name.slice(0, -5));
}

/** Registry entry of one publication. */
export function publicationEntry(family: Family, id: string): PublicationEntry {
  return readSource(`publications/${family}/${id}.json`, PublicationEntry);
}

/** Releases embedded as excerpts, by name. */
export function embeddedReleases(): string[] {
  return namesIn("excerpts", (name) => /^\d{4}[A-Z]/.test(name));
}

/** Folder of an embedded release: its files and their registry entry. */
export function embeddedFolder(id: string): string {
  const known = embeddedReleases();
  if (known.includes(id)) return fileURLToPath(new URL(`excerpts/${id}/`, SOURCES_FOLDER));
  throw fault(
    "release.unknown",
    { file: "sources/excerpts" },
    `no excerpt of release ${id} is embedded; embedded are ${known.join(", ")}`,
    "Name one of these, or read CMS's own files with --from",
  );
}

/** Name under which a folder of downloads can carry its own registry entry. */
const OWN_ENTRY = "release.json";

/** Whether a folder carries its own registry entry. */
export function hasRelease(folder: string): boolean {
  return existsSync(join(folder, OWN_ENTRY));
}

/** The registry entry that lies in a folder beside its files. */
export function releaseIn(folder: string): Release {
  const bytes = readRegular(join(folder, OWN_ENTRY), OWN_ENTRY, BOUNDS.entryBytes);
  return parseSource(Buffer.from(bytes).toString("utf8"), OWN_ENTRY, Release);
}
