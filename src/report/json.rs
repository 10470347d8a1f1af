//! `json`: the report as it is. Findings of every state are in it; `state` tells them apart.

use super::display::Shown;
use std::io::{self, Write};

/// Writes the report, indented, with a newline at the end.
pub(super) fn write(shown: &Shown, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, shown.report())?;
    out.write_all(b"\n")
}
