//! What the file of claims says in English, in the reader's language where that has it (`locales/*/claims.ftl`).

use leptos::prelude::*;
use syw_core::debate::{Claim, Criterion};

use crate::locale::{self, FluentArgs, LANGUAGES};

/// What a file of results says in English, and in the reader's language where that has a message for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub text: String,
    /// The language of the text, where it is not that of the page.
    pub lang: Option<&'static str>,
}

pub(super) fn told(id: &str, english: &str) -> Told {
    let is_translated = locale::has(id);
    let is_english = locale::language() == LANGUAGES[0];
    Told {
        text: match is_translated {
            true => locale::text(id, &FluentArgs::new()),
            false => english.to_owned(),
        },
        lang: (!is_translated && !is_english).then_some(LANGUAGES[0].tag),
    }
}

/// A claim in a few words.
pub fn claim_name(claim: &Claim) -> Told {
    told(&format!("claim-{}-name", claim.id), &claim.name)
}

/// A claim in a sentence.
pub fn claim_says(claim: &Claim) -> Told {
    told(&format!("claim-{}-says", claim.id), &claim.says)
}

/// Who holds a claim, and when it was said.
pub fn claim_held_by(claim: &Claim) -> Told {
    told(&format!("claim-{}-held", claim.id), &claim.held_by)
}

/// What would change the verdict on a claim.
pub fn claim_would_change(claim: &Claim) -> Told {
    told(&format!("claim-{}-change", claim.id), &claim.would_change)
}

/// A criterion as a sentence.
pub fn criterion_says(criterion: &Criterion) -> Told {
    told(&format!("criterion-{}-says", criterion.id), &criterion.says)
}

/// What is measured for a criterion, and where its line is.
pub fn criterion_test(criterion: &Criterion) -> Told {
    told(&format!("criterion-{}-test", criterion.id), &criterion.test)
}

impl Told {
    /// The text as a view that says its language.
    pub fn view(self) -> impl IntoView {
        view! { <span lang=self.lang>{self.text}</span> }
    }
}
