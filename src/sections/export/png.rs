//! A text inside of a PNG: the address that shows the same, in the chunk that the format has for words.

/// The eight bytes that every PNG begins with.
const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n'];
/// Length, name and sum of a chunk, without its data.
const AROUND: usize = 12;
/// The data of the first chunk.
const HEADER: usize = 13;

/// The picture with a text under a keyword (`Source`, `Title`, ...) after its first chunk. What is no PNG stays as it is.
pub fn with_text(png: &[u8], keyword: &str, text: &str) -> Vec<u8> {
    let at = SIGNATURE.len() + AROUND + HEADER;
    if !png.starts_with(&SIGNATURE) || png.len() < at {
        return png.to_vec();
    }
    // Keyword, not compressed, no language, no translation of the keyword; then the text, in UTF-8.
    let mut data = keyword.as_bytes().to_vec();
    data.extend([0, 0, 0, 0, 0]);
    data.extend(text.as_bytes());
    let mut chunk = b"iTXt".to_vec();
    chunk.extend(&data);
    let length = data.len() as u32;
    let sum = crc(&chunk);
    let mut whole = png[..at].to_vec();
    whole.extend(length.to_be_bytes());
    whole.extend(chunk);
    whole.extend(sum.to_be_bytes());
    whole.extend(&png[at..]);
    whole
}

/// The sum that ends a chunk: CRC-32 over its name and data.
fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            let has_one = sum & 1 == 1;
            sum = (sum >> 1) ^ if has_one { 0xedb8_8320 } else { 0 };
        }
    }
    !sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_that_of_the_format() {
        // The chunk that ends every PNG.
        assert_eq!(crc(b"IEND"), 0xae42_6082);
        assert_eq!(crc(b"123456789"), 0xcbf4_3926);
    }

    #[test]
    fn a_text_stands_after_the_header() {
        let mut png = SIGNATURE.to_vec();
        png.extend([0; AROUND + HEADER]);
        png.extend(b"rest");
        let whole = with_text(&png, "Source", "http://hier/#p=\u{fc}");
        assert_eq!(whole[..33], png[..33]);
        assert_eq!(&whole[37..41], b"iTXt");
        assert!(whole.ends_with(b"rest"));
        let length = u32::from_be_bytes(whole[33..37].try_into().unwrap()) as usize;
        assert_eq!(whole.len(), png.len() + AROUND + length);
        assert!(whole[41..].starts_with(b"Source\0\0\0\0\0http://hier/#p=\xc3\xbc"));
    }

    #[test]
    fn what_is_no_picture_is_left_alone() {
        for bytes in [&b""[..], b"<svg/>", &SIGNATURE] {
            assert_eq!(with_text(bytes, "Source", "x"), bytes);
        }
    }
}
