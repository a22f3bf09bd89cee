//! Pictures of the page, compared with those that were accepted (`tests/browser/pictures`).
//!
//! Both are kept in sixteen shades of each colour: that makes small files, and what differs by one shade, as a curve's
//! edge may from one processor to another, is the same to the comparison.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::prelude::{BASE64_STANDARD, Engine as _};
use dify::diff::get_results;
use image::{DynamicImage, ImageFormat, RgbImage, RgbaImage};
use serde_json::json;

use super::cdp::Cdp;
use super::failed;
use super::trial::Trial;

/// How far two pixels may be apart, as pixelmatch squares it (YIQ, Kotsarenko and Ramos 2010): one shade of sixteen in
/// all three colours is 146, two are 584.
const SAME: f32 = 352.0;
/// So many pixels of a cell may differ: the letters of two buttons have differed by 16 from one process to the next, and the
/// least that a fault has changed is 102 (docs/TESTING.md, "Pictures").
const FEW: usize = 40;
/// The colour of a pixel that differs, in the picture of the difference.
const DIFFERENT: [u8; 4] = [255, 0, 0, 255];
/// How much of the accepted picture is seen through the difference.
const FAINT: f32 = 0.2;

/// A rectangle of the page that has a name.
#[derive(Debug, serde::Deserialize)]
pub struct Cell {
    /// What stands above it.
    pub name: String,
    left: u32,
    top: u32,
    right: u32,
    bottom: u32,
}

/// Whether pictures are to be accepted instead of compared: `QARI_ACCEPT` is set.
fn accepts() -> bool {
    std::env::var_os("QARI_ACCEPT").is_some()
}

fn accepted(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/browser/pictures")
        .join(format!("{name}.png"))
}

/// What is on the screen, in sixteen shades of each colour. Chromium's protocol takes it whole, however high.
pub async fn taken(t: &Trial) -> Result<RgbImage> {
    let format = json!({ "format": "png", "optimizeForSpeed": true });
    let answer = t
        .client
        .issue_cmd(Cdp("Page.captureScreenshot", format))
        .await?;
    let bytes = BASE64_STANDARD.decode(answer["data"].as_str().context("no picture")?)?;
    let mut picture = image::load_from_memory_with_format(&bytes, ImageFormat::Png)?.into_rgb8();
    for shade in picture.iter_mut() {
        *shade = (*shade).saturating_add(8) / 17 * 17;
    }
    Ok(picture)
}

/// Compares a picture with the accepted one of this name; says which cells differ, and leaves the two and what differs in
/// `target/failed`. Or accepts it.
pub fn compare(name: &str, picture: RgbImage, cells: &[Cell]) -> Result<Option<String>> {
    let file = accepted(name);
    if accepts() {
        fs::create_dir_all(file.parent().context("a folder")?)?;
        fs::write(&file, encoded(&picture, png::Compression::High)?)?;
        return Ok(None);
    }
    let Ok(bytes) = fs::read(&file) else {
        failed::leave_file(
            &format!("{name}.png"),
            &encoded(&picture, png::Compression::Fast)?,
        )?;
        return Ok(Some(format!("{name}: none is accepted")));
    };
    let before = image::load_from_memory_with_format(&bytes, ImageFormat::Png)?.into_rgb8();
    if before == picture {
        return Ok(None);
    }
    let size = picture.dimensions();
    let mut wrong = Vec::new();
    if before.dimensions() != size {
        wrong.push(format!("{size:?} pixels for {:?}", before.dimensions()));
    }
    let rgba = |picture: RgbImage| DynamicImage::from(picture).into_rgba8();
    let difference = get_results(
        rgba(before),
        rgba(picture.clone()),
        SAME,
        true,
        Some(FAINT),
        &None,
        &None,
    );
    let Some((_, difference)) = difference else {
        return Ok((!wrong.is_empty()).then(|| format!("{name}: {}", wrong.join(", "))));
    };
    wrong.extend(cells.iter().filter_map(|cell| {
        let count = different(&difference, cell);
        (count > FEW).then(|| format!("«{}» by {count} pixels", cell.name))
    }));
    if wrong.is_empty() {
        return Ok(None);
    }
    failed::leave_file(
        &format!("{name}.png"),
        &encoded(&picture, png::Compression::Fast)?,
    )?;
    failed::leave_file(&format!("{name}-accepted.png"), &bytes)?;
    let difference = encoded(
        &DynamicImage::from(difference).into_rgb8(),
        png::Compression::Fast,
    )?;
    failed::leave_file(&format!("{name}-difference.png"), &difference)?;
    Ok(Some(format!("{name}: {}", wrong.join(", "))))
}

/// How many pixels of the cell differ.
fn different(difference: &RgbaImage, cell: &Cell) -> usize {
    let (width, height) = difference.dimensions();
    let rows = cell.top.min(height)..cell.bottom.min(height);
    let columns = cell.left.min(width)..cell.right.min(width);
    let pixels = rows.flat_map(|y| columns.clone().map(move |x| (x, y)));
    pixels
        .filter(|&(x, y)| difference.get_pixel(x, y).0 == DIFFERENT)
        .count()
}

/// As a file, small or at once: of a picture in few colours only their numbers are written.
fn encoded(picture: &RgbImage, effort: png::Compression) -> Result<Vec<u8>> {
    let mut runs: Vec<[u8; 3]> = picture.pixels().map(|pixel| pixel.0).collect();
    runs.dedup();
    let colours: BTreeSet<[u8; 3]> = runs.into_iter().collect();
    let colours: Vec<[u8; 3]> = colours.into_iter().collect();
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, picture.width(), picture.height());
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(effort);
    encoder.set_filter(png::Filter::NoFilter);
    if colours.len() > 256 {
        encoder.set_color(png::ColorType::Rgb);
        encoder.write_header()?.write_image_data(picture)?;
        return Ok(bytes);
    }
    let number = |colour| colours.partition_point(|other| *other < colour) as u8;
    let numbers: Vec<u8> = picture.pixels().map(|pixel| number(pixel.0)).collect();
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(colours.concat());
    encoder.write_header()?.write_image_data(&numbers)?;
    Ok(bytes)
}
