import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import type { Need } from "../needs.ts";

const DEBIAN = "/usr/lib/postgresql";
const OLDEST_POSTGRES = 15;

/** Folder of PostgreSQL's programs, the newest that is new enough; undefined where the server is not installed. */
export function postgresPrograms(): string | undefined {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).map(Number) : [];
  return versions
    .filter((version) => version >= OLDEST_POSTGRES)
    .sort((one, two) => two - one)
    .map((version) => join(DEBIAN, String(version), "bin"))
    .find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "psql")));
}

/** The user that PostgreSQL runs as, since it refuses root; undefined where the user need not change, or cannot. */
export function postgresUser(): { uid: number; gid: number } | undefined {
  const idOf = (flag: string) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout || Number.NaN);
  const [uid, gid] = [idOf("-u"), idOf("-g")];
  return process.getuid?.() === 0 && uid > 0 && gid > 0 ? { uid, gid } : undefined;
}

export const POSTGRES: Need = {
  what: `PostgreSQL ${OLDEST_POSTGRES} or later in ${DEBIAN}`,
  isThere: postgresPrograms() !== undefined && (process.getuid?.() !== 0 || postgresUser() !== undefined),
};

export const FRAMES: Need = { what: "Python with pandas and polars", isThere: inject("python") !== "" };

export const SPARK: Need = {
  what: "JDK, or no Python with PySpark",
  isThere: FRAMES.isThere && spawnSync("java", ["-version"]).status === 0,
};
