// Trunk's post-build hook: packs the words of each language, then runs `cargo xtask finish` on a release. The flags of
// the small build (SMALL_BUILD_ENV in src/build.rs) are taken away: cargo would rebuild xtask with them, and std.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { packWords } from "./words.mjs";

packWords(join(process.env.TRUNK_STAGING_DIR, "words"));
if (process.env.TRUNK_PROFILE !== "release") process.exit();
const env = { ...process.env };
for (const name of Object.keys(env)) {
  if (/^(RUSTC_BOOTSTRAP|CARGO_UNSTABLE_.*|CARGO_TARGET_.*)$/.test(name)) delete env[name];
}
const { status, error } = spawnSync("cargo", ["xtask", "finish"], { env, stdio: "inherit" });
if (error) console.error(`cargo could not be started: ${error.message}`);
process.exit(status ?? 1);
