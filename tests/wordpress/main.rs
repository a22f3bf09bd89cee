//! The WordPress plugin (`integrations/wordpress`) in a real WordPress: what of it needs no browser. `cargo xtask test wordpress` runs
//! it, and the browsers' scenarios after it. `$QARI_PRERENDER` names the command.

mod site;

use anyhow::{Context, Result};
use site::Site;

#[test]
fn the_plugin_keeps_its_promises_and_leaves_nothing() -> Result<()> {
    let Some(command) = std::env::var_os("QARI_PRERENDER") else {
        println!("not tried: QARI_PRERENDER is not set (`cargo xtask test wordpress`)");
        return Ok(());
    };
    let command = command.to_str().context("the command's path")?;
    let site = Site::start(None)?;
    site.php("install.php", &[])?;
    site.php("activate.php", &[])?;
    print!("{}", site.php("check.php", &[command])?);
    Ok(())
}
