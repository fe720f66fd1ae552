//! The passages before the parts: what each asks, and what either side would say.

use leptos::prelude::*;

use crate::components::{SideNote, WordButton};
use crate::hider::HiderArm;
use crate::sections::article::{Cite, Word, prose, to_duel};
use crate::state::PageState;
use crate::t;

/// Whether the work is done in the notes.
#[component]
pub fn Work(state: PageState) -> impl IntoView {
    let before = Callback::new(move |()| {
        state.choose_checkpoint(0);
        to_duel();
    });
    let after = Callback::new(move |()| {
        state.choose_model(None);
        to_duel();
    });
    view! {
        <section class="text part" aria-labelledby="work-title">
            <h2 id="work-title">{t!("work-title")}</h2>
            <p>{prose(t!("work-reward"), &[("word-before", before), ("word-after", after)])}</p>
            <p>{prose(t!("work-without"), &[])}</p>
            <p>{prose(t!("work-tests"), &[])}</p>
            <SideNote>{prose(t!("work-note"), &[])}</SideNote>
        </section>
    }
}

/// Whether notes can deceive.
#[component]
pub fn Deceit(state: PageState) -> impl IntoView {
    let words = Callback::new(move |()| state.choose_hider(HiderArm::Words));
    view! {
        <section class="text part" aria-labelledby="deceit-title">
            <h2 id="deceit-title">"Can notes deceive?"</h2>
            <p>
                "Explanations can leave out what decided ("<Cite key="turpin2023" />"). Here is the worry in its sharpest form: a chain that reads like harmless planning and carries the \
                result in "<Word term="steganography" says="hidden writing" />". If every plan can be worded in two ways, each word is a bit, and a handful of them is enough for a remainder."
            </p>
            <p>
                "Both sides have a stake in it. If rewarding a model for answers while punishing it for numbers brings this about, that speaks for the post ("
                <Cite key="baker2025" />" found the like in large models). If it never comes about by itself, and if a "<Word term="paraphraser" />" between notes and answer destroys it, that speaks for purple fire, who proposed just that, after "<Cite key="kokotajlo2024" />"; "<Cite key="roger2023" />" had tried it before. Watch "
                <WordButton words="the one that hides in its words" part="word-hider" on_click=words />
                ", then let somebody else say its chain again. And look at what happens when the paraphraser watches another channel than the one that is used, or comes by only now and then."
            </p>
            <SideNote>
                "How much a chain carries is measured in bits that a decoder of a simple kind can use ("<Cite key="xu2020" />"), less what the same decoder finds in shuffled answers. A stronger decoder \
                could find more."
            </SideNote>
        </section>
    }
}

/// Who reads the notes.
#[component]
pub fn Readers() -> impl IntoView {
    view! {
        <section class="text part" aria-labelledby="readers-title">
            <h2 id="readers-title">"Who reads them?"</h2>
            <p>
                "Notes help only if somebody reads them, and nobody can read them all. The case for keeping chains readable ("<Cite key="korbak2025" />") rests on "
                <Word term="monitor" says="monitors" />" that do it for us, and on its being hard to get past them where the chain is needed ("<Cite key="emmons2025" />"). So we trained one, as \
                small as small, and put beside it what it must beat: a checker that only does sums, a reader who is merely surprised, and two dummies that see almost nothing."
            </p>
            <p>
                "The other proposal is to split the system in two: a reasoner that nobody asks to be good, so that it has no cause to pretend, and a face that reads its notes and decides what the user \
                is told. Against it stand single models with the same rule in their reward. Does a rule about the output creep into the notes, as "<Cite key="drori2025" />" found?"
            </p>
        </section>
    }
}

/// What if there are no words.
#[component]
pub fn Minds() -> impl IntoView {
    view! {
        <section class="text part" aria-labelledby="minds-title">
            <h2 id="minds-title">"What if there are no words?"</h2>
            <p>
                "Notes are slow. A model can be trained to feed its last vector back in the place of a word ("<Cite key="hao2024" />"), or to spend empty tokens on thinking ("<Cite key="pfau2024" />
                "), or to do silently what it once did aloud ("<Cite key="deng2024" />"). purple fire would avoid all that, since it gives up what can be read. What exactly is given up?"
            </p>
            <p>
                "And the other way round: is large really a black box? Its weights are as open here as small\u{2019}s. Other models that calculate with remainders were taken apart and found to turn \
                angles ("<Cite key="nanda2023" />"), in more than one way ("<Cite key="zhong2023" />"). We ask for less: a program of ten lines that tells what each of the two will answer, also \
                where it is wrong."
            </p>
            <SideNote>
                "That a "<Word term="linear probe" />" finds something proves that it is there, not that it is used; that is what "<Word term="activation patching" />" is for."
            </SideNote>
        </section>
    }
}

/// Far from home.
#[component]
pub fn Home(state: PageState) -> impl IntoView {
    let negative = Callback::new(move |()| {
        state.choose_battery_family(Some(syw_core::Family::NegativeOperand));
        crate::components::go_to("#battery-title");
    });
    view! {
        <section class="text part" aria-labelledby="home-title">
            <h2 id="home-title">"Far from home"</h2>
            <p>
                "In training both are right nearly always, and trust costs nothing. What counts is what they do "<Word term="off distribution" />": with negative numbers, which both have seen in sums \
                but never in a problem; with longer numbers, other remainders, more terms. purple fire expects large to become unpredictable there, while small\u{2019}s notes would say how it means to \
                adapt. Others expect fluent notes with the wrong template ("<Cite key="zhao2025" />"), or right answers after wrong steps ("<Cite key="dziri2023" />")."
            </p>
            <p>
                "Every cell of the maps below is a problem that you can ask. And the tests of the chain can be "
                <WordButton words="repeated with negative numbers" part="word-battery-negative" on_click=negative />
                "."
            </p>
        </section>
    }
}

/// Weighing it.
#[component]
pub fn Weighing() -> impl IntoView {
    view! {
        <section class="text part" aria-labelledby="weighing-title">
            <h2 id="weighing-title">"Weighing it"</h2>
            <p>
                "purple fire\u{2019}s conclusion is a preference: at equal "<Word term="capability" />", rather the weaker generator with more reinforcement than the stronger one alone. Whether that \
                is right depends on what one wants from oversight, and that is why the figure below lets you choose it and never adds it up. If you want to foretell wrong answers, you will end at one \
                place; if you want to be warned of them, at another."
            </p>
            <p>
                "After that, the debate itself, claim by claim. Each verdict is computed from the results and from lines in a file that you can read. Say what you expect before you look. Any of them can come out against either side, and a test whose own control fails does not count."
            </p>
        </section>
    }
}
