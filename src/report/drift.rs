//! How findings compare with those that the risk model was learned from, for people.

use crate::risk::Drift;
use crate::risk::drift::{DriftIndex, Unseen};
use std::io::{self, Write};

/// Writes the comparison in columns.
///
/// # Errors
/// What `out` says.
pub fn write_drift(drift: &Drift, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}: {} findings", drift.state.name(), drift.findings)?;
    for reason in &drift.reasons {
        writeln!(out, "  {reason}")?;
    }
    if drift.indices.is_empty() || drift.findings == 0 {
        return Ok(());
    }
    writeln!(
        out,
        "\nPopulation stability index of the score and of each feature, against the findings learned from of the same \
         profile and format\n\n{:<18} points  index  by chance  in repositories learned from",
        ""
    )?;
    for DriftIndex { of, points, value, by_chance, usual, standing } in &drift.indices {
        let standing = standing.name();
        writeln!(out, "{of:<18} {points:>6}  {value:>5.3}  {by_chance:>9.3}  {usual:>5.3}  {standing}")?;
    }
    writeln!(out)?;
    for Unseen { of, count, unseen, usual } in &drift.unseen {
        writeln!(
            out,
            "{unseen} of {count} {of} are new to the model; at most {:.0} % in repositories learned from",
            usual * 100.0
        )?;
    }
    Ok(())
}
