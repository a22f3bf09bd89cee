# For a workerd of one's own: `workerd serve integrations/edge/workerd.capnp` after `cargo xtask edge build`.
# It has no Cache API: put a cache before it (nginx, Varnish, a CDN) that honours stale-while-revalidate.
using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "edge", worker = .edge),
    # Public addresses alone: a listed name that resolves to a private one is refused here.
    (name = "internet", network = (allow = ["public"], tlsOptions = (trustBrowserCas = true))),
  ],
  sockets = [(name = "http", address = "*:8787", http = (), service = "edge")],
);

const edge :Workerd.Worker = (
  modules = [
    (name = "worker.mjs", esModule = embed "../../target/edge/worker.mjs"),
    (name = "qari_edge.js", esModule = embed "../../target/edge/qari_edge.js"),
    (name = "qari_edge_bg.wasm", wasm = embed "../../target/edge/qari_edge_bg.wasm"),
  ],
  compatibilityDate = "2026-04-01",
  globalOutbound = "internet",
  # Taken from the environment of workerd; what is not set there has its default (docs/EDGE.md).
  bindings = [
    (name = "QARI_SOURCES", fromEnvironment = "QARI_SOURCES"),
    (name = "QARI_DEV_SOURCES", fromEnvironment = "QARI_DEV_SOURCES"),
    (name = "QARI_HTTP", fromEnvironment = "QARI_HTTP"),
    (name = "QARI_BASE", fromEnvironment = "QARI_BASE"),
    (name = "QARI_MAX_AGE", fromEnvironment = "QARI_MAX_AGE"),
    (name = "QARI_STALE", fromEnvironment = "QARI_STALE"),
    (name = "QARI_MAX_BYTES", fromEnvironment = "QARI_MAX_BYTES"),
    (name = "QARI_TIMEOUT", fromEnvironment = "QARI_TIMEOUT"),
    (name = "QARI_REDIRECTS", fromEnvironment = "QARI_REDIRECTS"),
  ],
);
