import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { postgresPrograms, postgresUser } from "./engines-needs.ts";

const TRIES = 150;

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** A PostgreSQL server with an empty database, on loopback, with a password of its own. */
export class Postgres {
  private readonly folder = mkdtempSync(join(tmpdir(), "ratebook-postgres-"));
  private readonly password = randomBytes(12).toString("hex");
  private readonly programs = postgresPrograms() ?? "";
  private readonly as = postgresUser() ?? {};
  private server: ChildProcess | undefined;
  private port = 0;

  static async start(): Promise<Postgres> {
    const postgres = new Postgres();
    try {
      await postgres.begin();
      return postgres;
    } catch (error) {
      await postgres.stop();
      throw error;
    }
  }

  /** What psql, and so the loader, connects with. */
  get environment(): NodeJS.ProcessEnv {
    const { PATH = "" } = process.env;
    const to = { PGHOST: "127.0.0.1", PGPORT: String(this.port), PGUSER: "ratebook", PGDATABASE: "postgres" };
    return { ...process.env, ...to, PGPASSWORD: this.password, PATH: `${this.programs}:${PATH}` };
  }

  /** Runs a program that connects, and returns what it prints; throws what it complains about. */
  run(program: string, args: readonly string[], input = ""): string {
    const options = { env: this.environment, input, encoding: "utf8", maxBuffer: 1 << 26 } as const;
    const { status, stdout, stderr } = spawnSync(program, args, options);
    if (status !== 0) throw new Error(`${program} ended with ${status}: ${stderr}`);
    return stdout;
  }

  /** Rows of a query, as texts. */
  rows(sql: string): string[][] {
    const format = ["--no-psqlrc", "--quiet", "--tuples-only", "--no-align", "--set", "ON_ERROR_STOP=1"];
    const lines = this.run("psql", format, sql).split("\n");
    return lines.filter((line) => line !== "").map((line) => line.split("|"));
  }

  /** Stops the server and removes its files. */
  async stop(): Promise<void> {
    const { server } = this;
    if (server !== undefined && server.exitCode === null) {
      const ended = new Promise((resolve) => server.once("close", resolve));
      server.kill("SIGINT");
      await ended;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async begin(): Promise<void> {
    const [data, secret] = [join(this.folder, "data"), join(this.folder, "password")];
    writeFileSync(secret, this.password);
    const { uid, gid } = this.as as { uid?: number; gid?: number };
    if (uid !== undefined && gid !== undefined) for (const path of [this.folder, secret]) chownSync(path, uid, gid);
    chmodSync(this.folder, 0o700);
    const setUp = ["-D", data, "-U", "ratebook", "-A", "scram-sha-256", "--pwfile", secret, "--no-sync"];
    const options = { ...this.as, cwd: this.folder, encoding: "utf8" } as const;
    const made = spawnSync(join(this.programs, "initdb"), [...setUp, "-E", "UTF8", "--locale=C"], options);
    if (made.status !== 0) throw new Error(`initdb ended with ${made.status}: ${made.stderr}`);
    // Another process may take the port before the server does, which then ends.
    for (let tries = 0; tries < 3 && this.server?.exitCode !== null; tries += 1) if (await this.serves(data)) return;
    throw new Error("the server does not answer");
  }

  private async serves(data: string): Promise<boolean> {
    this.port = await freePort();
    const settings = ["fsync=off", "work_mem=192MB", "shared_buffers=256MB", "max_wal_size=4GB"];
    const serve = ["-D", data, "-h", "127.0.0.1", "-p", String(this.port), "-k", this.folder];
    const own = { ...this.as, cwd: this.folder, stdio: "ignore" } as const;
    this.server = spawn(join(this.programs, "postgres"), [...serve, ...settings.flatMap((each) => ["-c", each])], own);
    return this.answers();
  }

  private async answers(): Promise<boolean> {
    for (let tries = 0; tries < TRIES; tries += 1) {
      if (this.server?.exitCode !== null) break;
      if (spawnSync(join(this.programs, "pg_isready"), { env: this.environment }).status === 0) return true;
      await setTimeout(200);
    }
    return false;
  }
}
