//! What the commands print to and what they know of the environment.

use super::args::ColorChoice;
use std::ffi::OsString;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

/// The variables that Purlin honours, read once.
#[derive(Clone, Debug, Default)]
pub(super) struct Environment {
    /// `NO_COLOR` is set to something.
    pub(super) no_color: bool,
    /// `CLICOLOR_FORCE` is set to something other than `0`.
    pub(super) force_color: bool,
    /// `GITHUB_STEP_SUMMARY`, where GitHub Actions runs this.
    pub(super) step_summary: Option<OsString>,
    /// `TF_VAR_<name>`, without the prefix, ordered by name.
    pub(super) variables: Vec<(String, String)>,
    /// `TF_WORKSPACE`.
    pub(super) workspace: Option<String>,
    /// The day that `SOURCE_DATE_EPOCH` says, else the clock's, in UTC.
    pub(super) today: Option<time::Date>,
}

/// Seconds since 1970 by the clock.
#[expect(
    clippy::disallowed_methods,
    reason = "this is the one place that reads the clock, for what ends on a day"
)]
fn now() -> Option<i64> {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).ok()?;
    i64::try_from(since.as_secs()).ok()
}

/// The day of a second since 1970.
fn date(seconds: i64) -> Option<time::Date> {
    time::OffsetDateTime::from_unix_timestamp(seconds).ok().map(time::OffsetDateTime::date)
}

impl Environment {
    /// Reads the process's environment. Variables that are not UTF-8 are passed over.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the environment")]
    pub(super) fn read() -> Environment {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty());
        let on_github = set("GITHUB_ACTIONS").is_some_and(|value| value == "true");
        let mut variables: Vec<(String, String)> = std::env::vars_os()
            .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?)))
            .filter_map(|(name, value)| Some((name.strip_prefix("TF_VAR_")?.to_owned(), value)))
            .collect();
        variables.sort_unstable();
        Environment {
            no_color: set("NO_COLOR").is_some(),
            force_color: set("CLICOLOR_FORCE").is_some_and(|value| value != "0"),
            step_summary: set("GITHUB_STEP_SUMMARY").filter(|_| on_github),
            variables,
            workspace: set("TF_WORKSPACE").and_then(|value| value.into_string().ok()),
            today: set("SOURCE_DATE_EPOCH")
                .map_or_else(now, |value| value.to_str()?.parse().ok())
                .and_then(date),
        }
    }

    /// Whether to colour what goes to a stream.
    pub(super) fn colors(&self, choice: ColorChoice, is_terminal: bool) -> bool {
        match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto if self.no_color => false,
            ColorChoice::Auto => self.force_color || is_terminal,
        }
    }
}

/// Whether standard output is a terminal.
pub(super) fn stdout_is_terminal() -> bool {
    io::stdout().is_terminal()
}

/// Whether standard error is a terminal.
pub(super) fn stderr_is_terminal() -> bool {
    io::stderr().is_terminal()
}

/// Columns of the terminal behind standard output, if it is one.
pub(super) fn columns() -> Option<usize> {
    terminal_size::terminal_size().map(|(width, _)| usize::from(width.0))
}

/// Writes all of `bytes` to standard output. A reader that went away is no error: it has seen enough.
///
/// # Errors
/// Any other failure, such as a full disk.
pub(super) fn print(bytes: &[u8]) -> io::Result<()> {
    let mut out = io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        result => result,
    }
}

/// Writes a line to standard error. Nobody may be listening; that changes nothing.
pub(super) fn complain(line: &str) {
    let mut err = io::stderr().lock();
    let written = writeln!(err, "{line}").and_then(|()| err.flush());
    drop(written);
}

/// Writes a file that a person asked for, replacing what was there.
///
/// # Errors
/// Says which path and why.
pub(super) fn write_file(path: &Path, bytes: &[u8]) -> Result<(), String> {
    std::fs::write(path, bytes).map_err(|error| format!("cannot write {}: {error}", path.display()))
}

/// Adds to a file that others write to as well.
///
/// # Errors
/// Says which path and why.
pub(super) fn append_file(path: &Path, bytes: &[u8]) -> Result<(), String> {
    let open = std::fs::OpenOptions::new().create(true).append(true).open(path);
    open.and_then(|mut file| file.write_all(bytes))
        .map_err(|error| format!("cannot write {}: {error}", path.display()))
}
