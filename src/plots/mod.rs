//! Plots: pure geometry first (`scale`, `bars`, `lines`, `curves`, `panel`, `stack`, tested on the host), then the SVG views over it.
//!
//! Plots know nothing of the page: they take numbers, words and signals. Positions and sizes are SVG attributes, never
//! styles; colours come from classes in style.css.

pub mod bars;
pub mod curves;
pub mod lines;
pub mod panel;
pub mod scale;
pub mod stack;

pub mod bar_plot;
pub mod curve_plot;
pub mod line_plot;
pub mod panel_plot;
pub mod stack_plot;
pub mod swatch;

pub use bar_plot::BarPlot;
pub use curve_plot::CurvePlot;
pub use line_plot::LinePlot;
pub use panel_plot::PanelPlot;
pub use stack_plot::StackPlot;
pub use swatch::Swatch;
