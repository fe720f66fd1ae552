//! Plots: pure geometry first (`scale`, `bars`, `lines`, `curves`, `panel`, `stack`, `strip`, `line_dots`, `threads`, `heat`, `circle`, `matrix`, `plane`, `qr`, and for maps `grid`, `palette`, `map_gesture`; tested on
//! the host), then the views over it: SVG, and a canvas for the many cells of a map or
//! of a matrix.
//!
//! Plots know nothing of the page: they take numbers, words and signals. Positions and sizes are SVG attributes, never
//! styles; colours come from classes in the style sheet.

pub mod bars;
pub mod circle;
pub mod curves;
pub mod grid;
pub mod heat;
pub mod line_dots;
pub mod lines;
pub mod map_gesture;
pub mod matrix;
pub mod palette;
pub mod panel;
pub mod plane;
pub mod qr;
pub mod scale;
pub mod stack;
pub mod strip;
pub mod threads;

pub mod bar_plot;
pub mod circle_plot;
pub mod curve_plot;
mod focus_mark;
pub mod hatch_bars;
pub mod line_dots_plot;
pub mod line_plot;
pub mod map_paint;
pub mod map_plot;
pub mod matrix_plot;
pub mod panel_plot;
pub mod plane_plot;
pub mod qr_plot;
pub mod stack_plot;
pub mod strip_plot;
pub mod swatch;
pub mod threads_plot;

pub use bar_plot::BarPlot;
pub use circle_plot::{CirclePlot, SpectrumPlot};
pub use curve_plot::CurvePlot;
pub use hatch_bars::HatchBars;
pub use line_dots_plot::LineDotsPlot;
pub use line_plot::LinePlot;
pub use map_plot::MapPlot;
pub use matrix_plot::MatrixPlot;
pub use panel_plot::PanelPlot;
pub use plane_plot::{PlaneMark, PlanePlot};
pub use qr_plot::QrPlot;
pub use stack_plot::StackPlot;
pub use strip_plot::StripPlot;
pub use swatch::Swatch;
pub use threads_plot::{Node, ThreadsPlot};
