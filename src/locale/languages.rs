//! The languages that the page speaks.

/// A language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Language {
    /// Its tag after BCP 47, which is also the name of its folder or file.
    pub tag: &'static str,
    /// What it calls itself.
    pub name: &'static str,
    pub is_right_to_left: bool,
    /// Made from English by the build, to see whether every word is translated and every place has room. Not offered to readers.
    pub is_pseudo: bool,
}

/// All languages. The first is the one that the others fall back to.
pub const LANGUAGES: [Language; 4] = [
    Language {
        tag: "en",
        name: "English",
        is_right_to_left: false,
        is_pseudo: false,
    },
    Language {
        tag: "de",
        name: "Deutsch",
        is_right_to_left: false,
        is_pseudo: false,
    },
    // Words a third longer, with accents.
    Language {
        tag: "en-XA",
        name: "Ḗƞɠŀīşħ",
        is_right_to_left: false,
        is_pseudo: true,
    },
    // Every word written from right to left.
    Language {
        tag: "ar-XB",
        name: "\u{202e}English\u{202c}",
        is_right_to_left: true,
        is_pseudo: true,
    },
];

impl Language {
    /// The language of a tag, or of its first part: `de-AT` is German.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let of = |tag: &str| {
            LANGUAGES
                .into_iter()
                .find(|language| language.tag.eq_ignore_ascii_case(tag))
        };
        of(tag).or_else(|| of(tag.split('-').next()?))
    }

    /// `ltr` or `rtl`, as HTML names directions.
    pub fn direction(self) -> &'static str {
        if self.is_right_to_left { "rtl" } else { "ltr" }
    }
}
