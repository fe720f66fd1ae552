//! Files packed for the page in one file: alike files together, woven piece by piece, so that what they have in common lies close enough for gzip to
//! see it; then gzip, which browsers unpack themselves, and base64, which HTML can hold.

use std::collections::HashMap;
use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use flate2::{Compression, GzBuilder};
use serde_json::json;

/// How much of each file lies beside that of the next. Far below the 32 KB that gzip looks back.
const PIECE: usize = 1024;

/// Larger files have a pack of their own.
const MOST_SHARED: usize = 65_536;

/// A file that the page fetches.
pub(super) struct File {
    pub(super) name: String,
    bytes: Vec<u8>,
    /// Files with the same one are packed together.
    pack: String,
}

impl File {
    pub(super) fn new(name: &str, bytes: Vec<u8>) -> File {
        File {
            name: name.to_owned(),
            pack: pack_of(name, bytes.len()),
            bytes,
        }
    }
}

/// A pack for all cards, one for the small models, one for the small files of each folder of results.
fn pack_of(name: &str, size: usize) -> String {
    let (folder, file) = name.rsplit_once('/').unwrap_or(("", name));
    let is_alone = size > MOST_SHARED || !folder.contains('/');
    match file {
        "card.json" => "cards".to_owned(),
        "model.onnx" if !is_alone => "models".to_owned(),
        _ if is_alone => name.to_owned(),
        _ => folder.to_owned(),
    }
}

/// How many of the files, from the first on, have room.
pub(super) fn n_fitting(files: &[File], room: usize) -> usize {
    let mut alone: HashMap<&str, usize> = HashMap::new();
    for pack in packs(files) {
        if let [file] = pack[..] {
            alone.insert(&file.name, element(&pack).len());
        }
    }
    let size = |n_files: usize| -> usize {
        let packs = packs(&files[..n_files]);
        let of_one = |pack: Vec<&File>| match pack[..] {
            [file] if alone.contains_key(file.name.as_str()) => alone[file.name.as_str()],
            _ => element(&pack).len(),
        };
        packs.into_iter().map(of_one).sum()
    };
    // More files are never smaller, so that halving finds the last number that fits.
    let (mut fits, mut too_many) = (0, files.len() + 1);
    while too_many - fits > 1 {
        let middle = fits.midpoint(too_many);
        if size(middle) <= room {
            fits = middle;
        } else {
            too_many = middle;
        }
    }
    fits
}

/// The elements that hold the files.
pub(super) fn elements(files: &[File]) -> String {
    packs(files).iter().map(|pack| element(pack)).collect()
}

/// The files by pack, in the order of the first of each.
fn packs(files: &[File]) -> Vec<Vec<&File>> {
    let mut packs: Vec<Vec<&File>> = Vec::new();
    for file in files {
        match packs.iter_mut().find(|pack| pack[0].pack == file.pack) {
            Some(pack) => pack.push(file),
            None => packs.push(vec![file]),
        }
    }
    packs
}

/// A pack as an element whose text is the packed files, and whose `data-pack` says how to take them apart.
fn element(pack: &[&File]) -> String {
    let files: Vec<_> = pack
        .iter()
        .map(|file| json!([file.name, file.bytes.len()]))
        .collect();
    let how = json!({ "piece": PIECE, "files": files }).to_string();
    let files: Vec<&[u8]> = pack.iter().map(|file| &file.bytes[..]).collect();
    let packed = STANDARD.encode(gzip(&woven(&files)));
    let how = how.replace('&', "&amp;").replace('"', "&quot;");
    format!("<script type=\"application/octet-stream\" data-pack=\"{how}\">{packed}</script>\n")
}

/// The first piece of each file, then the second of each, and so on.
fn woven(files: &[&[u8]]) -> Vec<u8> {
    let longest = files.iter().map(|file| file.len()).max().unwrap_or(0);
    let mut woven = Vec::new();
    for start in (0..longest).step_by(PIECE) {
        for file in files {
            let piece = start.min(file.len())..(start + PIECE).min(file.len());
            woven.extend_from_slice(&file[piece]);
        }
    }
    woven
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    // Without a time, the same files give the same bytes.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    let written = encoder.write_all(bytes).and_then(|()| encoder.finish());
    written.expect("memory can be written")
}

#[cfg(test)]
mod tests {
    use super::*;
    use flate2::read::GzDecoder;
    use std::io::Read;

    /// What a browser makes of an element, by the rule of `unpack.js`.
    fn unpacked(element: &str) -> Vec<(String, Vec<u8>)> {
        let (head, text) = element.split_once("\">").unwrap();
        let (_, how) = head.split_once("data-pack=\"").unwrap();
        let how = how.replace("&quot;", "\"").replace("&amp;", "&");
        let how: serde_json::Value = serde_json::from_str(&how).unwrap();
        let packed = STANDARD.decode(text.trim().strip_suffix("</script>").unwrap());
        let mut bytes = Vec::new();
        GzDecoder::new(&packed.unwrap()[..])
            .read_to_end(&mut bytes)
            .unwrap();
        let piece = how["piece"].as_u64().unwrap() as usize;
        let lengths = how["files"].as_array().unwrap().iter();
        let mut files: Vec<(String, usize, Vec<u8>)> = lengths
            .map(|file| {
                let name = file[0].as_str().unwrap().to_owned();
                (name, file[1].as_u64().unwrap() as usize, Vec::new())
            })
            .collect();
        let mut rest = &bytes[..];
        while files.iter().any(|(_, length, file)| file.len() < *length) {
            for (_, length, file) in &mut files {
                let (of_it, after) = rest.split_at(piece.min(*length - file.len()));
                file.extend_from_slice(of_it);
                rest = after;
            }
        }
        assert!(rest.is_empty());
        files
            .into_iter()
            .map(|(name, _, file)| (name, file))
            .collect()
    }

    #[test]
    fn what_is_packed_is_unpacked() {
        let lengths = [0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE + 7];
        let files: Vec<File> = lengths
            .iter()
            .map(|length| {
                let bytes = (0..*length).map(|idx| (idx * 7 + length) as u8).collect();
                File::new(&format!("models/a&b{length}/model.onnx"), bytes)
            })
            .collect();
        let found = unpacked(&elements(&files));
        let expected: Vec<_> = files
            .into_iter()
            .map(|file| (file.name, file.bytes))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn alike_files_share_a_pack() {
        #[track_caller]
        fn check(name: &str, size: usize, expected: &str) {
            assert_eq!(pack_of(name, size), expected);
        }
        check("models/a/card.json", 9_000, "cards");
        check("models/a/model.onnx", 35_000, "models");
        check("models/a/model.onnx", 500_000, "models/a/model.onnx");
        check("results/a.json", 1, "results/a.json");
        check("results/each/a.json", 1, "results/each");
        check("results/maps/a.json", 400_000, "results/maps/a.json");
        check("worker.js", 1, "worker.js");
    }

    #[test]
    fn as_many_files_as_have_room_come_along() {
        let file = |idx: usize| File::new(&format!("results/{idx}.json"), vec![idx as u8; 50]);
        let files: Vec<File> = (0..5).map(file).collect();
        let size = |n: usize| elements(&files[..n]).len();
        assert_eq!(n_fitting(&files, 0), 0);
        assert_eq!(n_fitting(&files, size(3)), 3);
        assert_eq!(n_fitting(&files, size(3) - 1), 2);
        assert_eq!(n_fitting(&files, usize::MAX), 5);
    }
}
