// Starts the configurator, which is all in Rust (configurator/).
import start from "./qari-configurator.js";

start();
