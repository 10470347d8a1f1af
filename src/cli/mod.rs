//! The command: arguments as typed become settings, what comes of them is printed. The only layer that prints,
//! reads the environment and the clock, and decides the exit code.

mod args;
mod baseline;
mod catalogue;
mod check;
mod explain;
mod eval;
mod graph;
mod model;
mod new;
mod output;
mod plan;
mod settings;
mod terminal;
mod test;
mod worker;

use args::{Arguments, Command};
use clap::Parser;
use clap::error::ErrorKind;
use std::ffi::OsString;
use std::process::ExitCode;
use terminal::{Environment, complain};

/// Exit codes, the same for every command.
mod exit {
    /// Nothing to complain of.
    pub(super) const CLEAN: u8 = 0;
    /// Findings, or failed tests.
    pub(super) const FINDINGS: u8 = 1;
    /// The run is not to be trusted.
    pub(super) const UNTRUSTED: u8 = 2;
    /// Nothing to lint was found.
    pub(super) const NOTHING: u8 = 3;
}

/// Why a command ends without a result: a message that says whose mistake it is and what to do.
struct Failure(String);

impl From<String> for Failure {
    fn from(message: String) -> Failure {
        Failure(message)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Failure {
        Failure(format!("cannot write to standard output: {error}"))
    }
}

impl From<worker::Stopped> for Failure {
    fn from(stopped: worker::Stopped) -> Failure {
        Failure(match stopped {
            worker::Stopped::TimedOut => "the time limit is over; nothing is reported. Lint less at once, or raise --timeout".to_owned(),
            worker::Stopped::Panicked => "Purlin broke down, which is a bug in Purlin: please report it with the message above and the file that causes it".to_owned(),
        })
    }
}

/// Runs the command that `arguments` (the program's name first) ask for.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let environment = Environment::read();
    let arguments = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments,
        Err(error) => return not_parsed(&error, &environment),
    };
    let color = arguments.color;
    let ended = match arguments.command {
        Command::Check(arguments) => check::run(&arguments, color, environment),
        Command::Baseline(arguments) => baseline::run(&arguments, color, environment),
        Command::Explain(arguments) => explain::run(&arguments, color, &environment),
        Command::Rules(arguments) => catalogue::rules(&arguments, color, &environment),
        Command::Graph(arguments) => graph::run(&arguments, color, environment),
        Command::Eval(arguments) => eval::run(&arguments, &environment),
        Command::Test(arguments) => test::run(&arguments, color, &environment),
        Command::Model(arguments) => model::run(&arguments, color, &environment),
        Command::Plan(arguments) => plan::run(&arguments, color, environment),
        Command::New(arguments) => new::run(&arguments),
    };
    match ended {
        Ok(code) => ExitCode::from(code),
        Err(Failure(message)) => {
            complain(&format!("error: {}", crate::report::shown(&message)));
            ExitCode::from(exit::UNTRUSTED)
        }
    }
}

/// Prints help, the version, or what is wrong with the arguments.
fn not_parsed(error: &clap::Error, environment: &Environment) -> ExitCode {
    let asked_for = matches!(error.kind(), ErrorKind::DisplayHelp | ErrorKind::DisplayVersion);
    let colors = environment.colors(args::ColorChoice::Auto, terminal::stdout_is_terminal());
    let text =
        if colors && asked_for { error.render().ansi().to_string() } else { error.render().to_string() };
    if asked_for {
        return match terminal::print(text.as_bytes()) {
            Ok(()) => ExitCode::from(exit::CLEAN),
            Err(_) => ExitCode::from(exit::UNTRUSTED),
        };
    }
    complain(&crate::report::shown_text(text.trim_end()));
    ExitCode::from(exit::UNTRUSTED)
}
