//! What a page must fetch besides the article, in bytes of brotli.

use anyhow::{Context, Result, ensure};

use crate::articles::short;
use crate::harness::stage::dist;
use crate::harness::{Page, Reply, Scenario, Trial, same};

pub const SCENARIOS: &[Scenario] = crate::scenarios![budget::{
    transfers_stay_within_the_budget,
}];

/// Counts the files that this engine really asked for, at the size of their precompressed twins.
async fn transfers_stay_within_the_budget(t: &Trial) -> Result<()> {
    t.api.serve("/article", Reply::json(short()));
    t.open_ready(Page::element("{api}/article", "")).await?;
    let limits =
        std::env::var_os("QARI_SIZES").context("QARI_SIZES is not set; run `cargo xtask test`")?;
    let limits: serde_json::Value = serde_json::from_str(&std::fs::read_to_string(limits)?)?;
    let limit = |limit: &serde_json::Value| limit.as_u64().context("no limit in the sizes");
    let most = limit(&limits["ceiling"])?;
    let loader = limit(&limits["budget"]["loader"])?;
    let mut total = 0;
    for request in t.cdn.requests() {
        let twin = dist()?.join(format!("{}.br", request.target.trim_start_matches('/')));
        let size = std::fs::metadata(&twin)
            .with_context(|| format!("no {}: not a release build", twin.display()))?
            .len();
        ensure!(
            request.target != "/qari.js" || size <= loader,
            "the loader has {size} bytes, the budget is {loader}"
        );
        total += size;
    }
    ensure!(total <= most, "together {total} bytes, the limit is {most}");
    same(t.cdn.requests().len(), 6, "files")
}
