//! Thinking in vectors: short enough to be answered at once.

use syw_core::Token;
use syw_core::thoughts::Alteration;

use super::{Desk, failure};
use crate::protocol::{Event, Failure, RequestId};

impl Desk {
    pub(super) fn think(
        &self,
        id: RequestId,
        model: &str,
        prompt: &[Token],
        alterations: &[Alteration],
        forced: &[Token],
        start: f64,
    ) -> Result<Event, Failure> {
        let model = self.model(model)?;
        let thinking = model.think(prompt, alterations, forced);
        Ok(Event::Thought {
            id,
            thinking: thinking.map_err(failure)?,
            took_ms: (self.now_ms)() - start,
        })
    }
}
