//! What a page must fetch besides the article, in bytes of brotli.

use anyhow::{Context, Result, ensure};

use crate::articles::short;
use crate::harness::stage::dist;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![budget::{
    transfers_stay_within_the_budget,
}];

/// Loader, glue, wasm and stylesheet together.
const TOTAL: u64 = 64 * 1024;
/// The loader alone.
const LOADER: u64 = 3 * 1024;

/// Counts the files that this engine really asked for, at the size of their precompressed twins.
async fn transfers_stay_within_the_budget(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    let mut total = 0;
    for request in t.cdn.requests() {
        let twin = dist()?.join(format!("{}.br", request.target.trim_start_matches('/')));
        let size = std::fs::metadata(&twin)
            .with_context(|| format!("no {}: not a release build", twin.display()))?
            .len();
        ensure!(
            request.target != "/qari.js" || size <= LOADER,
            "the loader has {size} bytes, the budget is {LOADER}"
        );
        total += size;
    }
    ensure!(
        total <= TOTAL,
        "together {total} bytes, the budget is {TOTAL}"
    );
    same(t.cdn.requests().len(), 4, "files")
}
