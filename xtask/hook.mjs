// Trunk's post-build hook. A release is finished by `cargo xtask finish`, without the flags of the small build
// (SMALL_BUILD_ENV in src/build.rs): cargo would rebuild xtask with them, and std. A development build gets the gallery.
import { spawnSync } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";

if (process.env.TRUNK_PROFILE !== "release") {
  cpSync("tests/gallery", join(process.env.TRUNK_STAGING_DIR, "gallery"), { recursive: true });
  process.exit();
}
const env = { ...process.env };
for (const name of Object.keys(env)) {
  if (/^(RUSTC_BOOTSTRAP|CARGO_UNSTABLE_.*|CARGO_TARGET_.*)$/.test(name)) delete env[name];
}
const { status, error } = spawnSync("cargo", ["xtask", "finish"], { env, stdio: "inherit" });
if (error) console.error(`cargo could not be started: ${error.message}`);
process.exit(status ?? 1);
