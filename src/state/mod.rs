//! Every signal of the page in one place, and the actions that change them.
//!
//! [`PageState`] is a handful of `Copy` handles: components get the signals or plain values that they show, sections
//! get the whole. What a change means is decided by plain functions (`edit`, `presets`, `settings`, `completion`); what
//! has to run after it, by `running.rs`; `browser.rs` keeps the address and the theme in step with the signals.

mod browser;
mod debate;
mod desk;
mod figures;
mod hidden;
mod host;
mod inside;
mod language;
mod lesson;
mod links;
mod live_test;
mod loading;
mod maps;
mod meter;
mod offered;
mod offline;
mod plane;
mod presenting;
mod problem;
mod proof;
mod running;
mod side;
pub mod storage;
mod teaching;
#[cfg(test)]
mod tests;
mod thoughts;
mod views;
mod watchers;
mod worksheet;

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;
use syw_core::card::ModelCard;
use syw_core::intervention::Intervention;
use syw_core::{Family, Problem, Token};

use crate::completion::{Completion, Difference, differences};
use crate::edit::{Edit, EditView, TokenEdit, tokens_of_text};
use crate::first_view::FirstView;
pub use crate::query::Theme;
use crate::query::{self, Figure, Query};
use crate::settings::Settings;
pub use debate::Debates;
pub use figures::{Arrival, Figures};
pub use hidden::{ENCODED, HiddenMessages};
pub use inside::InsideViews;
pub use language::start_language;
pub use lesson::Lessons;
pub use live_test::LiveRequest;
pub use maps::{Maps, now_ms};
pub use offered::{Content, Offered};
pub use offline::{Offline, build_digest};
pub use plane::{Loaded, Part, PlaneViews};
pub use problem::ProblemEdit;
pub use proof::{Comparison, Proofs};
use running::Running;
pub use thoughts::{Thought, Thoughts};
pub use views::{
    Cause, Checkpoint, EngineStatus, Failure, LargeView, RlUpdate, RunStatus, checkpoints,
    followed_seed, large_model, small_model,
};
pub use watchers::Watchers;
pub use worksheet::{SheetRun, sheet_settings};

/// The page's state and its actions. Signals may be read anywhere; they are changed through the actions.
#[derive(Clone, Copy)]
pub struct PageState {
    /// What stands in the input, understood or not.
    pub problem_text: RwSignal<String>,
    /// The last problem that was understood: all results on the page are about it.
    pub problem: RwSignal<Problem>,
    /// Why the text in the input is not a problem.
    pub problem_error: RwSignal<Option<String>>,

    /// Whether results are recorded or live.
    pub engine: RwSignal<EngineStatus>,
    /// What GPT large answers.
    pub large: RwSignal<LargeView>,
    /// What GPT small is doing: its original completion, or the edited one where there is an edit.
    pub small_status: RwSignal<RunStatus>,
    /// GPT small's own completion.
    pub original: RwSignal<Completion>,
    /// Its completion after the edit in force.
    pub edited: RwSignal<Option<Completion>>,
    /// The edit in force and what came of it.
    pub edit: RwSignal<Option<EditView>>,
    /// Whether there is an edit to take back.
    pub can_undo: RwSignal<bool>,

    /// The cards of all shipped models, in page order; empty until they have arrived.
    pub models: RwSignal<Vec<ModelCard>>,
    /// The small model that was chosen; `None` for the page's default.
    pub model: RwSignal<Option<String>>,
    /// The log of GPT small's reinforcement learning; empty until it has arrived.
    pub history: RwSignal<Vec<RlUpdate>>,
    /// Why the log did not arrive.
    pub history_failure: RwSignal<Option<Failure>>,

    /// The figures made of files of results.
    pub figures: Figures,
    /// The competence maps.
    pub maps: Maps,
    /// What is hidden in chains.
    pub hidden: HiddenMessages,
    /// Who watches chains, and who tells the user.
    pub watchers: Watchers,
    /// What is seen inside the models.
    pub inside: InsideViews,
    /// The model that thinks in vectors.
    pub thoughts: Thoughts,
    /// The plane of capability against oversight.
    pub plane: PlaneViews,

    /// The debate, claim by claim.
    pub debate: Debates,
    /// What a link says that came out.
    pub proofs: Proofs,

    /// What the query of the address asks for.
    pub query: RwSignal<Query>,
    /// What the models did for a worksheet.
    pub sheet: RwSignal<Vec<SheetRun>>,
    /// The slide that is shown, while the page is presented.
    pub slide: RwSignal<Option<usize>>,
    /// The lesson that is played.
    pub lessons: Lessons,

    /// What the page has to say about a link; each can be dismissed.
    pub notices: RwSignal<Vec<String>>,
    pub theme: RwSignal<Theme>,
    /// Whether the page opens without a network.
    pub offline: RwSignal<Offline>,
    /// A file that the browser may have refused to save.
    pub offered: RwSignal<Option<Offered>>,
    pub seed: RwSignal<u64>,
    /// 0: greedy.
    pub temperature: RwSignal<f32>,

    running: StoredValue<Rc<RefCell<Running>>, LocalStorage>,
}

impl PageState {
    /// The state of a page that shows a recorded run, or of an empty one; the query is what its address asks for.
    pub fn new(recorded: Option<FirstView>, query: &str) -> PageState {
        let (query, notices) = query::parse(query);
        let settings = Settings::default();
        let state = PageState {
            problem_text: RwSignal::new(settings.problem.to_string()),
            problem: RwSignal::new(settings.problem),
            problem_error: RwSignal::new(None),
            engine: RwSignal::new(EngineStatus::Recorded),
            large: RwSignal::new(LargeView::default()),
            small_status: RwSignal::new(RunStatus::Waiting),
            original: RwSignal::new(Completion::default()),
            edited: RwSignal::new(None),
            edit: RwSignal::new(None),
            can_undo: RwSignal::new(false),
            models: RwSignal::new(Vec::new()),
            model: RwSignal::new(None),
            history: RwSignal::new(Vec::new()),
            history_failure: RwSignal::new(None),
            figures: Figures::new(),
            maps: Maps::new(settings.map_modulus, settings.shade),
            hidden: HiddenMessages::new(),
            watchers: Watchers::new(),
            inside: InsideViews::new(),
            thoughts: Thoughts::new(),
            debate: Debates::new(),
            proofs: Proofs::new(),
            plane: PlaneViews::new(),
            sheet: RwSignal::new(Vec::new()),
            slide: RwSignal::new(None),
            lessons: Lessons::new(),
            theme: RwSignal::new(query.theme.unwrap_or(Theme::Auto)),
            query: RwSignal::new(query),
            notices: RwSignal::new(notices),
            offline: RwSignal::new(Offline::default()),
            offered: RwSignal::new(None),
            seed: RwSignal::new(settings.seed),
            temperature: RwSignal::new(settings.temperature),
            running: StoredValue::new_local(Rc::new(RefCell::new(Running::default()))),
        };
        if let Some(view) = recorded {
            state.show_recorded(view);
        }
        state
    }

    /// Begins to live: reads the address and the stored theme, and brings up the engine; a figure in a frame waits for a reader
    /// before that. In a browser only, once.
    pub fn start(self) {
        let host = host::Host::find();
        self.follow_browser();
        links::follow_links();
        let embed = self.query.with_untracked(|query| query.embed.clone());
        let Some(figure) = embed else {
            self.boot();
            return self.keep_offline();
        };
        self.choose_claim_of(&figure);
        if let Some(host) = host {
            self.follow_host(host);
        }
    }

    /// Looks at the claim that a figure is, if it is one.
    fn choose_claim_of(self, figure: &Figure) {
        if let Figure::Claim(id) = figure {
            self.choose_claim(id.clone());
        }
    }

    /// The id of the place that its address wants the page to open at. After the start.
    pub fn opens_at(self) -> Option<String> {
        let figure = self.query.with_untracked(|query| query.at.clone())?;
        self.choose_claim_of(&figure);
        Some(figure.anchor())
    }

    /// Brings up the engine where it waits for a reader.
    pub fn wake(self) {
        if self
            .engine
            .with_untracked(|engine| *engine == EngineStatus::Recorded)
        {
            self.boot();
        }
    }

    fn show_recorded(self, view: FirstView) {
        self.problem_text.set(view.problem.to_string());
        self.problem.set(view.problem);
        self.large.set(LargeView {
            status: RunStatus::Recorded,
            ..view.large
        });
        self.original.set(view.small);
        self.small_status.set(RunStatus::Recorded);
        self.running(|running| running.is_original_whole = true);
        self.models.set(view.models);
        self.history.set(view.history);
        self.running(|running| running.loading.take_cards());
    }

    // What is shown

    /// The completion on the page: the edited one where there is an edit.
    pub fn shown(self) -> Completion {
        self.edited.get().unwrap_or_else(|| self.original.get())
    }

    /// Where the duel stands as a whole: `recorded`, `working`, `done` or `failed`.
    pub fn duel_status(self) -> &'static str {
        let statuses = [
            self.large.with(|large| large.status.clone()),
            self.small_status.get(),
        ];
        let any = |wanted: fn(&RunStatus) -> bool| statuses.iter().any(wanted);
        if any(|status| matches!(status, RunStatus::Waiting | RunStatus::Running)) {
            "working"
        } else if any(|status| matches!(status, RunStatus::Failed(_))) {
            "failed"
        } else if any(|status| *status == RunStatus::Recorded) {
            "recorded"
        } else {
            "done"
        }
    }

    /// The comparison of the original completion with the edited one; empty without an edit.
    pub fn difference(self) -> Vec<Difference> {
        let edited = self.edited.get();
        edited.map_or_else(Vec::new, |edited| {
            differences(&self.original.get().tokens(), &edited.tokens())
        })
    }

    /// The ways in which the problem leaves the training distribution.
    pub fn families(self) -> Vec<Family> {
        Family::of(&self.problem.get(), &self.trained_operands())
    }

    /// The numbers of operands that the small model was trained on.
    pub fn trained_operands(self) -> Vec<usize> {
        self.small_card()
            .map_or_else(|| vec![2], |card| card.operands)
    }

    /// The card of the model that answers in one pass.
    pub fn large_card(self) -> Option<ModelCard> {
        self.models.with(|models| large_model(models).cloned())
    }

    /// The card of the chosen small model.
    pub fn small_card(self) -> Option<ModelCard> {
        self.models
            .with(|models| small_model(models, self.model.get().as_deref()).cloned())
    }

    /// The small model along its reinforcement learning, by update.
    pub fn checkpoints(self) -> Vec<Checkpoint> {
        self.models.with(|models| checkpoints(models))
    }

    /// Which checkpoint is chosen, as an index into [`PageState::checkpoints`].
    pub fn checkpoint_idx(self) -> usize {
        let id = self.small_card().map(|card| card.id);
        let checkpoints = self.checkpoints();
        let last = checkpoints.len().saturating_sub(1);
        checkpoints
            .iter()
            .position(|checkpoint| Some(&checkpoint.id) == id.as_ref())
            .unwrap_or(last)
    }

    /// All that a link reproduces.
    pub fn settings(self) -> Settings {
        Settings {
            problem: self.problem.get(),
            model: self.model.get(),
            edit: self
                .edit
                .with(|view| view.as_ref().map(|view| view.edit.clone())),
            seed: self.seed.get(),
            temperature: self.temperature.get(),
            frontier_modulus: self.figures.frontier_modulus.get(),
            measure: self.figures.measure.get(),
            battery_model: self.figures.battery_model.get(),
            battery_family: self.figures.battery_family.get(),
            map_modulus: self.maps.modulus.get(),
            shade: self.maps.shade.get(),
            claim: self.debate.chosen.get(),
            plane_x: self.plane.x.get(),
            plane_y: self.plane.y.get(),
            plane_at: self.plane.at.get(),
        }
    }

    // Actions: the chain

    /// Puts other tokens in the place of one; the model goes on after them.
    pub fn replace_token(self, position: usize, token: Token) {
        self.edit_token(TokenEdit::Replace(position, vec![token]));
    }

    /// Puts a token before another one, which stays; the model goes on after it.
    pub fn insert_token(self, position: usize, token: Token) {
        self.edit_token(TokenEdit::Insert(position, vec![token]));
    }

    /// Takes a token away.
    pub fn delete_token(self, position: usize) {
        self.edit_token(TokenEdit::Delete(position));
    }

    /// Puts what a visitor typed in the place of a token. The error is for the visitor.
    pub fn replace_with_text(self, position: usize, text: &str) -> Result<(), String> {
        self.edit_token(TokenEdit::Replace(position, tokens_of_text(text)?));
        Ok(())
    }

    /// Puts what a visitor typed before a token. The error is for the visitor.
    pub fn insert_text(self, position: usize, text: &str) -> Result<(), String> {
        self.edit_token(TokenEdit::Insert(position, tokens_of_text(text)?));
        Ok(())
    }

    fn edit_token(self, edit: TokenEdit) {
        let shown = untrack(|| self.shown()).tokens();
        self.change_edit(Some(Edit::Tokens(edit.kept(&shown))));
    }

    /// Does an intervention to the original completion.
    pub fn apply_intervention(self, intervention: Intervention) {
        self.change_edit(Some(Edit::Intervention(intervention)));
    }

    /// Takes the last edit back; the one before it is in force again.
    pub fn undo(self) {
        let earlier = self.running(|running| running.undo.pop());
        if let Some(earlier) = earlier {
            self.set_edit(earlier);
        }
        self.can_undo
            .set(self.running(|running| !running.undo.is_empty()));
    }

    /// Back to the original completion.
    pub fn reset_edit(self) {
        self.running(|running| running.undo.clear());
        self.can_undo.set(false);
        self.set_edit(None);
    }

    /// Puts an edit in force and remembers the one before it.
    fn change_edit(self, edit: Option<Edit>) {
        let before = self
            .edit
            .with_untracked(|view| view.as_ref().map(|view| view.edit.clone()));
        self.running(|running| running.undo.push(before));
        self.can_undo.set(true);
        self.set_edit(edit);
    }

    // Actions: models and sampling

    /// Chooses a checkpoint of reinforcement learning, by its index in [`PageState::checkpoints`].
    pub fn choose_checkpoint(self, idx: usize) {
        let checkpoints = untrack(|| self.checkpoints());
        let Some(chosen) = checkpoints.get(idx) else {
            return;
        };
        let is_default = idx + 1 == checkpoints.len();
        self.choose_model((!is_default).then(|| chosen.id.clone()));
    }

    /// Chooses a small model by its id; `None` for the page's default.
    pub fn choose_model(self, id: Option<String>) {
        if untrack(|| self.is_locked()) {
            return;
        }
        if self.model.get_untracked() != id {
            self.model.set(id);
            self.run_small();
        }
    }

    pub fn set_seed(self, seed: u64) {
        self.seed.set(seed);
        self.run_small();
    }

    /// 0 takes the most probable token each time.
    pub fn set_temperature(self, temperature: f32) {
        self.temperature.set(temperature);
        self.run_small();
    }

    // Actions: the page

    pub fn dismiss_notice(self, idx: usize) {
        self.notices.update(|notices| {
            if idx < notices.len() {
                notices.remove(idx);
            }
        });
    }

    /// Auto, light, dark, and round again.
    pub fn toggle_theme(self) {
        self.theme.update(|theme| *theme = theme.next());
        self.store_theme();
    }

    fn running<T>(self, change: impl FnOnce(&mut Running) -> T) -> T {
        self.running
            .with_value(|running| change(&mut running.borrow_mut()))
    }
}
