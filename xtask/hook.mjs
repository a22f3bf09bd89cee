// Trunk's post-build hook: runs `cargo xtask finish` without the environment of the small build
// (see small_build_env in src/build.rs), which would otherwise make cargo rebuild xtask, and std for it.
import { spawnSync } from "node:child_process";

const env = { ...process.env };
for (const name of Object.keys(env)) {
  if (/^(RUSTC_BOOTSTRAP|CARGO_UNSTABLE_.*|CARGO_TARGET_.*)$/.test(name)) delete env[name];
}
const { status, error } = spawnSync("cargo", ["xtask", "finish"], { env, stdio: "inherit" });
if (error) console.error(`cargo could not be started: ${error.message}`);
process.exit(status ?? 1);
