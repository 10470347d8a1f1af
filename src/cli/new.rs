//! `purlin new`.

use super::args::{NewArguments, NewCommand, NewRuleArguments};
use super::{Failure, exit, terminal};
use crate::lint::{NewRule, scaffold};
use crate::report;
use std::fmt::Write;

/// Writes what was asked for.
///
/// # Errors
/// Arguments of which nothing can be made, files that exist or cannot be written.
pub(super) fn run(arguments: &NewArguments) -> Result<u8, Failure> {
    match &arguments.command {
        NewCommand::Rule(arguments) => rule(arguments),
    }
}

/// Makes the folder of a policy and names its files.
fn rule(arguments: &NewRuleArguments) -> Result<u8, Failure> {
    let NewRuleArguments { id, kind, attribute, dir } = arguments;
    let made = scaffold(&NewRule { id, kind, attribute })?;
    let folder = dir.join(&made.folder);
    if folder.exists() {
        return Err(Failure(format!("{} exists already", folder.display())));
    }
    let failed = |error: std::io::Error| Failure(format!("cannot make {}: {error}", folder.display()));
    std::fs::create_dir_all(&folder).map_err(failed)?;
    let mut text = String::new();
    for (name, content) in &made.files {
        let file = folder.join(name);
        terminal::write_file(&file, content.as_bytes())?;
        let _ = writeln!(text, "{}", report::shown(&file.display().to_string()));
    }
    let dir = report::shown(&dir.display().to_string());
    let _ = writeln!(
        text,
        "Now say in them what the rule is about, and run: purlin test {dir} --select {}",
        made.id
    );
    terminal::print(text.as_bytes())?;
    Ok(exit::CLEAN)
}
