//! docs/performance.md, of which two commands write parts.

use anyhow::Result;

use crate::marked_page;
pub(crate) use crate::marked_page::Marks;

/// Writes each text between its marks.
pub(crate) fn write(parts: &[(&Marks, &str)]) -> Result<()> {
    marked_page::write("docs/performance.md", parts)
}
