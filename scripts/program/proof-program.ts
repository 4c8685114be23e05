import type { Command } from "commander";
import { type SignArguments, sign } from "../commands/sign.ts";
import { type VerifyArguments, verify } from "../commands/verify.ts";
import { TERMINAL } from "../print/terminal.ts";
import { collectList, collectReleases } from "./option-values.ts";

const VERIFY_EXAMPLES = `
Examples:
  ratebook verify                                        out/: every file against the manifests, every document's shape
  ratebook verify --rebuild                              and build the embedded releases again, byte by byte
  ratebook verify out-local --from ~/cms                 whole releases again, from CMS's files
  ratebook verify out-local --public-key publisher.pem

Exit codes: 0 as built, 1 something is not, 2 not understood, or nothing was built there`;

const SIGN_EXAMPLES = `
Examples:
  openssl genpkey -algorithm ed25519 -out key.pem && openssl pkey -in key.pem -pubout -out public.pem
  ratebook sign out-local --key key.pem
  ratebook verify out-local --public-key public.pem

Exit codes: 0 signed, 1 the folder is not what was built, 2 not understood`;

function addVerify(program: Command): void {
  program
    .command("verify")
    .description("compare an output folder with what was built: hashes, shapes, nothing missing, nothing besides")
    .argument("[out]", "output folder", "out")
    .option("--from <folder>", "folder of CMS downloads: build whole releases again in memory and compare every byte")
    .option("--rebuild", "build embedded releases again, where --from does not already ask for it")
    .option("--public-key <file>", "public key in PEM that must have signed every release")
    .option("--release <id>", "release that must be there; may be repeated", collectReleases)
    .option("--expect-index <sha256>", "what index.json must be, known from elsewhere")
    .option("--pick <part>", "as in build, for releases that nobody has registered", collectList)
    .option("--json", "print the result as JSON")
    .option("--quiet", "do not tell which release is built again")
    .addHelpText("after", VERIFY_EXAMPLES)
    .action(async (out: string, options: VerifyArguments) => {
      process.exitCode = await verify(out, options, TERMINAL);
    });
}

function addSign(program: Command): void {
  program
    .command("sign")
    .description("sign the attestation of every release in an output folder with a key of yours")
    .argument("<out>", "output folder")
    .requiredOption("--key <file>", "private key in PEM: Ed25519, ECDSA or RSA")
    .option("--release <id>", "only this release; may be repeated", collectReleases)
    .addHelpText("after", SIGN_EXAMPLES)
    .action(async (out: string, options: SignArguments) => {
      process.exitCode = await sign(out, options, TERMINAL);
    });
}

/** The commands that prove what was built. */
export function addProofCommands(program: Command): void {
  addVerify(program);
  addSign(program);
}
