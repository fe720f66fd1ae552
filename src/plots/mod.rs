//! Plots: pure geometry first (`scale`, `bars`, `lines`, tested on the host), then the SVG views over it.
//!
//! Plots know nothing of the page: they take numbers, words and signals. Positions and sizes are SVG attributes, never
//! styles; colours come from classes in style.css.

pub mod bars;
pub mod lines;
pub mod scale;

pub mod bar_plot;
pub mod line_plot;

pub use bar_plot::BarPlot;
pub use line_plot::LinePlot;
