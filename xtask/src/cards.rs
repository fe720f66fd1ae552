//! `cargo xtask cards`: takes the picture of each figure anew, of the built page, for the sites that show one beside a link.

use std::collections::HashMap;
use std::io::Cursor;
use std::{env, fs};

use anyhow::{Context, Result, bail};
use png::{BitDepth, ColorType, Compression, Transformations};

use crate::process::{command, run, say};
use crate::{chromium, page, paths};

/// The colours of a picture. Drawings and letters on one ground have few, but for the edges of letters: a third of the size, and no
/// difference to see.
const COLOURS: usize = 256;

/// Takes the pictures into `public/cards/`.
pub fn cards() -> Result<()> {
    let chromium = chromium::ensure()?;
    page::build()?;
    let folder = paths::root().join("public/cards");
    fs::create_dir_all(&folder)?;
    let dist = env::var_os("SYW_DIST").unwrap_or_else(|| paths::dist().into());
    let mut take = command("cargo");
    take.args(["test", "--release", "--package", "show-your-work"])
        .args(["--test", "browser", "pictures_are_taken"])
        .envs([
            ("CHROMIUM", chromium.browser),
            ("CHROMEDRIVER", chromium.driver),
        ])
        .env("SYW_DIST", dist)
        .env("SYW_CARDS", &folder);
    run(&mut take)?;
    for entry in fs::read_dir(&folder)? {
        let file = entry?.path();
        if file.extension().is_some_and(|extension| extension == "png") {
            let small =
                with_palette(&fs::read(&file)?).with_context(|| file.display().to_string())?;
            fs::write(&file, small)?;
        }
    }
    say("The cards are in public/cards/: look at them");
    Ok(())
}

type Colour = [u8; 3];

/// The same picture with a palette: its commonest colours, and the nearest of these for any other.
fn with_palette(picture: &[u8]) -> Result<Vec<u8>> {
    let mut decoder = png::Decoder::new(Cursor::new(picture));
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("its size")?];
    let info = reader.next_frame(&mut bytes)?;
    let width = match info.color_type {
        ColorType::Rgb => 3,
        ColorType::Rgba => 4,
        other => bail!("{other:?} is no kind that a browser writes"),
    };
    let pixels: Vec<Colour> = bytes[..info.buffer_size()]
        .chunks_exact(width)
        .map(|pixel| [pixel[0], pixel[1], pixel[2]])
        .collect();
    let palette = palette(&pixels);
    let mut places: HashMap<Colour, u8> = HashMap::new();
    let indices: Vec<u8> = pixels
        .iter()
        .map(|&pixel| {
            *places
                .entry(pixel)
                .or_insert_with(|| nearest(&palette, pixel))
        })
        .collect();
    let mut small = Vec::new();
    let mut encoder = png::Encoder::new(&mut small, info.width, info.height);
    encoder.set_color(ColorType::Indexed);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::High);
    encoder.set_palette(palette.concat());
    encoder.write_header()?.write_image_data(&indices)?;
    Ok(small)
}

/// The commonest colours, the commonest first.
fn palette(pixels: &[Colour]) -> Vec<Colour> {
    let mut counts: HashMap<Colour, usize> = HashMap::new();
    for &pixel in pixels {
        *counts.entry(pixel).or_default() += 1;
    }
    let mut colours: Vec<(Colour, usize)> = counts.into_iter().collect();
    colours.sort_by_key(|&(colour, count)| (std::cmp::Reverse(count), colour));
    colours.truncate(COLOURS);
    colours.into_iter().map(|(colour, _)| colour).collect()
}

fn nearest(palette: &[Colour], colour: Colour) -> u8 {
    let distance = |other: &Colour| -> u32 {
        let squares = other
            .iter()
            .zip(colour)
            .map(|(&one, two)| u32::from(one.abs_diff(two)).pow(2));
        squares.sum()
    };
    let nearest = palette
        .iter()
        .enumerate()
        .min_by_key(|(_, other)| distance(other));
    nearest.map_or(0, |(idx, _)| idx as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn common_colours_stay_as_they_are() {
        let ground = [250, 250, 247];
        let mut pixels = vec![ground; 300];
        pixels.extend((0..=255).map(|shade| [shade, 0, 0]));
        pixels.push([255, 1, 0]);
        let palette = palette(&pixels);
        assert_eq!(palette.len(), COLOURS);
        assert_eq!(palette[0], ground);
        assert_eq!(palette[usize::from(nearest(&palette, ground))], ground);
        assert_eq!(
            palette[usize::from(nearest(&palette, [7, 0, 0]))],
            [7, 0, 0]
        );
    }

    #[test]
    fn a_picture_keeps_its_size_and_its_colours() {
        let mut raw = Vec::new();
        let mut encoder = png::Encoder::new(&mut raw, 2, 1);
        encoder.set_color(ColorType::Rgb);
        encoder.set_depth(BitDepth::Eight);
        let pixels = [1, 2, 3, 200, 100, 0];
        encoder
            .write_header()
            .unwrap()
            .write_image_data(&pixels)
            .unwrap();
        let small = with_palette(&raw).unwrap();
        let mut decoder = png::Decoder::new(Cursor::new(&small));
        decoder.set_transformations(Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut found = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut found).unwrap();
        assert_eq!(found, pixels);
        assert!(with_palette(b"no picture").is_err());
    }
}
