//! Running the bit meter: the chains first, then the answers after what a paraphraser makes of them.

use leptos::prelude::*;
use syw_core::Token;
use syw_core::prompt::MAX_LENGTH;

use super::PageState;
use super::desk::{Desk, Heard, MAX_ANSWER};
use crate::bit_meter::Meter;
use crate::sweep::SweepState;

impl PageState {
    /// Runs the meter for the chosen model.
    pub fn start_meter(self) {
        let arm = self.hidden.arm.get_untracked().arm();
        let by = self.hidden.by.get_untracked();
        let card = untrack(|| self.hidden_card(arm));
        let Some((card, meter)) =
            card.and_then(|card| Some((card.clone(), Meter::new(&card, by)?)))
        else {
            return;
        };
        let texts = meter.texts();
        self.hidden.meter.set(Some(meter));
        self.write(
            Desk::Meter,
            card,
            texts,
            MAX_LENGTH,
            move |heard| match heard {
                Heard::Written(start, written) => self.with_meter(|meter| {
                    meter.state = SweepState::Running;
                    meter.take(start, written.into_iter().map(|written| written.tokens));
                }),
                Heard::All => self.ask_meter(),
                Heard::Failed(reason) => self.set_meter_state(SweepState::Failed(reason)),
            },
        );
    }

    /// Stops it. What it has counted stays.
    pub fn cancel_meter(self) {
        self.end_desk(Desk::Meter);
        self.set_meter_state(SweepState::Cancelled);
    }

    /// Puts the chosen paraphraser into a meter that runs or has run.
    pub(super) fn meter_again(self) {
        let by = self.hidden.by.get_untracked();
        self.with_meter(|meter| meter.say_again(by));
        let is_written = self
            .hidden
            .meter
            .with_untracked(|meter| meter.as_ref().is_some_and(Meter::is_written));
        // One that is still writing asks when it has ended; one that was stopped stays so.
        if is_written {
            self.end_desk(Desk::Meter);
            self.ask_meter();
        }
    }

    /// Asks for the answers after the paraphrases.
    fn ask_meter(self) {
        let mut asked = None;
        self.with_meter(|meter| asked = Some((meter.model.clone(), meter.questions())));
        let Some((model, questions)) = asked else {
            return;
        };
        let (places, texts): (Vec<usize>, Vec<Vec<Token>>) = questions.into_iter().unzip();
        let card = self.card_of(&model).filter(|_| !texts.is_empty());
        let Some(card) = card else {
            return self.set_meter_state(SweepState::Ended);
        };
        self.set_meter_state(SweepState::Running);
        self.write(
            Desk::Meter,
            card,
            texts,
            MAX_ANSWER,
            move |heard| match heard {
                Heard::Written(start, written) => self.with_meter(|meter| {
                    for (place, written) in places[start..].iter().zip(written) {
                        meter.take_answer(*place, &written.tokens);
                    }
                }),
                Heard::All => self.set_meter_state(SweepState::Ended),
                Heard::Failed(reason) => self.set_meter_state(SweepState::Failed(reason)),
            },
        );
    }

    fn with_meter(self, change: impl FnOnce(&mut Meter)) {
        self.hidden.meter.update(|meter| {
            if let Some(meter) = meter {
                change(meter);
            }
        });
    }

    fn set_meter_state(self, state: SweepState) {
        self.with_meter(|meter| meter.state = state);
    }
}
