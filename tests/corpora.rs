//! Attack corpora: every payload keeps the promises of what may remain. Where the payloads come from, says `corpus`.

mod corpus;
mod tree;

#[test]
fn formats_what_may_remain_holds_for_every_payload() {
    let payloads = corpus::payloads();
    let mut broken = Vec::new();
    for corpus::Payload { source, html } in &payloads {
        if let Err(why) = tree::check_all(html, &tree::context()) {
            broken.push(format!("{source}: {html}\n{why}"));
        }
    }
    println!(
        "payloads tried: {}; broken: {}",
        payloads.len(),
        broken.len()
    );
    assert!(broken.is_empty(), "{}", broken.join("\n\n"));
}
