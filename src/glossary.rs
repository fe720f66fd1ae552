//! The words of the field that the page uses, each with what it means here.

/// A word and what it means.
pub struct Entry {
    pub term: &'static str,
    pub means: &'static str,
}

/// The glossary, in the order of the alphabet.
pub const GLOSSARY: [Entry; 18] = [
    Entry {
        term: "activation patching",
        means: "Putting what a model had inside it while it read one text into its run over another, to see which part decides.",
    },
    Entry {
        term: "area under the curve",
        means: "How well a score tells good from bad: the chance that a good one gets the higher score. One half is guessing, one is never wrong.",
    },
    Entry {
        term: "capability",
        means: "How often a model is right.",
    },
    Entry {
        term: "chain of thought",
        means: "The notes that a model writes before its answer; here also just its chain, or its notes.",
    },
    Entry {
        term: "faithful",
        means: "Of a chain: that it is the reasoning that led to the answer. It is more than one thing, so each of them is measured by itself.",
    },
    Entry {
        term: "forward pass",
        means: "One run of a text through a model, from which one next token comes. An answer in one forward pass has no notes.",
    },
    Entry {
        term: "greedy",
        means: "Always taking the most probable next token, so that the same text gives the same answer every time.",
    },
    Entry {
        term: "held out",
        means: "Kept from every stage of training, so that nothing that is asked was ever seen.",
    },
    Entry {
        term: "home rung",
        means: "The kind of problem that most is measured on: products of two numbers, and the remainder by seven, which the digits do not give away.",
    },
    Entry {
        term: "legible",
        means: "Of a chain: that its steps, read as they stand, are true.",
    },
    Entry {
        term: "linear probe",
        means: "A weighted sum of the numbers inside a model, fitted to read one thing off them. If it finds it, it is there; if not, nothing is proved.",
    },
    Entry {
        term: "load-bearing",
        means: "Of a chain: that the answer follows it when it is changed.",
    },
    Entry {
        term: "monitor",
        means: "Something that reads what a model writes and says whether it is as it should be.",
    },
    Entry {
        term: "off distribution",
        means: "Unlike anything in training.",
    },
    Entry {
        term: "paraphraser",
        means: "Something that says a chain again in other words, so that its meaning stays and what was hidden in its wording does not.",
    },
    Entry {
        term: "reinforcement",
        means: "Training by reward: whatever was written in a try that ended well is made more likely.",
    },
    Entry {
        term: "seed",
        means: "The number that all chance in a training hangs on. Another seed, another model of the same kind.",
    },
    Entry {
        term: "steganography",
        means: "Hiding a message in something that looks innocent.",
    },
];

/// What a word means; nothing where the glossary lacks it.
pub fn meaning(term: &str) -> Option<&'static str> {
    GLOSSARY
        .iter()
        .find(|entry| entry.term == term)
        .map(|entry| entry.means)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_glossary_is_in_order() {
        let terms: Vec<&str> = GLOSSARY.iter().map(|entry| entry.term).collect();
        assert!(terms.is_sorted(), "{terms:?}");
        assert_eq!(meaning("greedy"), Some(GLOSSARY[6].means));
        assert_eq!(meaning("no such word"), None);
    }
}
