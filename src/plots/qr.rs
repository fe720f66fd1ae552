//! A text as a QR code: which squares are dark, and the outline of all of them.

use fast_qr::{ECL, QRBuilder};

/// Light squares around the code, without which readers do not find it.
pub const QUIET: usize = 4;

/// The squares of a code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Squares {
    /// How many there are in a row, without the light ones around.
    pub side: usize,
    is_dark: Vec<bool>,
}

/// The code of a text, which a seventh of it may be lost of; `None` where the text is too long for one.
pub fn squares(text: &str) -> Option<Squares> {
    let code = QRBuilder::new(text).ecl(ECL::M).build().ok()?;
    let side = code.size;
    let places = (0..side).flat_map(|row| (0..side).map(move |column| (row, column)));
    Some(Squares {
        side,
        is_dark: places
            .map(|(row, column)| code[row][column].value())
            .collect(),
    })
}

impl Squares {
    /// Whether a square is dark.
    pub fn is_dark(&self, row: usize, column: usize) -> bool {
        column < self.side && self.is_dark.get(row * self.side + column) == Some(&true)
    }

    /// Every dark run of a row as a rectangle, as the `d` of a path in units of squares.
    pub fn path(&self) -> String {
        let mut path = String::new();
        for row in 0..self.side {
            let mut column = 0;
            while column < self.side {
                let dark = (column..self.side).take_while(|&at| self.is_dark(row, at));
                let n = dark.count();
                if n > 0 {
                    let (x, y) = (column + QUIET, row + QUIET);
                    path.push_str(&format!("M{x} {y}h{n}v1h-{n}z"));
                }
                column += n.max(1);
            }
        }
        path
    }

    /// The side of the whole drawing.
    pub fn whole(&self) -> usize {
        self.side + 2 * QUIET
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What another program reads off the squares, each drawn as so many dots.
    fn read(squares: &Squares) -> Option<String> {
        const DOTS: usize = 4;
        let side = squares.whole() * DOTS;
        let mut picture = rqrr::PreparedImage::prepare_from_greyscale(side, side, |x, y| {
            let place = |at: usize| (at / DOTS).wrapping_sub(QUIET);
            if squares.is_dark(place(y), place(x)) {
                0
            } else {
                255
            }
        });
        let grids = picture.detect_grids();
        grids.first()?.decode().ok().map(|(_, text)| text)
    }

    #[test]
    fn another_program_reads_what_was_written() {
        let longest = format!("https://example.org/{}", "x".repeat(900));
        for text in [
            "a",
            "https://example.org/?lesson=follows&hide=presets,sampling#p=67%20%C3%97%2089%20mod%207&e=mistake.0.1",
            "http://127.0.0.1:8080/\u{e4}\u{f6}\u{fc}",
            &longest,
        ] {
            let squares = squares(text).unwrap();
            assert_eq!(read(&squares).as_deref(), Some(text));
        }
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert_eq!(squares(&"x".repeat(3_000)), None);
    }

    #[test]
    fn the_outline_covers_the_dark_squares() {
        let squares = squares("outline").unwrap();
        let n_dark = (0..squares.side)
            .flat_map(|row| (0..squares.side).map(move |column| (row, column)))
            .filter(|(row, column)| squares.is_dark(*row, *column))
            .count();
        let path = squares.path();
        let runs = path.split('M').skip(1);
        let lengths = runs.filter_map(|run| {
            let (_, after) = run.split_once('h')?;
            after.split('v').next()?.parse::<usize>().ok()
        });
        assert_eq!(lengths.sum::<usize>(), n_dark);
    }
}
