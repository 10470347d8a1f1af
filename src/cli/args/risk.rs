//! Arguments about the risk score.

use super::{ExplainFormat, InputArguments, RuleArguments};
use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// How findings are rated.
#[derive(Debug, Args)]
pub(in crate::cli) struct RiskArguments {
    /// Rates nothing: findings stand in the order of their severity.
    #[arg(long, help_heading = "Risk")]
    pub(in crate::cli) no_risk: bool,
    /// Rates by the model in FILE, as `model train` writes it.
    #[arg(long, value_name = "FILE", help_heading = "Risk", conflicts_with = "no_risk")]
    pub(in crate::cli) risk_model: Option<PathBuf>,
}

/// What comes first in a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum OrderChoice {
    /// The greatest risk beside the other findings.
    Risk,
    /// The greatest severity.
    Severity,
}

/// Arguments of `plan`.
#[derive(Debug, Args)]
pub(in crate::cli) struct PlanArguments {
    /// What is read.
    #[command(flatten)]
    pub(in crate::cli) input: InputArguments,
    /// Evaluates each root module once for every file of values beside it that matches, as `check` does; may be
    /// repeated.
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub(in crate::cli) each_var_file: Vec<String>,
    /// Which rules run.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArguments,
    /// Rates by the model in FILE, as `model train` writes it.
    #[arg(long, value_name = "FILE", help_heading = "Risk")]
    pub(in crate::cli) risk_model: Option<PathBuf>,
    /// Edits that are listed.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(in crate::cli) edits: u16,
    /// How they are listed.
    #[arg(short, long, value_name = "FMT", default_value = "text")]
    pub(in crate::cli) format: ExplainFormat,
}

/// Arguments of `model`.
#[derive(Debug, Args)]
pub(in crate::cli) struct ModelArguments {
    /// What to do.
    #[command(subcommand)]
    pub(in crate::cli) command: ModelCommand,
}

/// What `model` does. All of it prints to standard output.
#[derive(Debug, Subcommand)]
pub(in crate::cli) enum ModelCommand {
    /// Lints the repositories of the data anew and prints features.tsv.
    Features {
        /// The data.
        #[command(flatten)]
        data: ModelDataArguments,
        /// Directories that hold the repositories, each as <owner>__<name> at its commit; may be repeated.
        #[arg(long, value_name = "DIR", required = true)]
        repositories: Vec<PathBuf>,
    },
    /// Learns a model from the training repositories and prints it: the same for the same data.
    Train(ModelDataArguments),
    /// Compares model.json of the data with other orders on the test repositories, and prints the model card.
    Card(ModelDataArguments),
    /// The same comparison as figures; fails, with exit code 1, where a part of the pairs is surely worse off.
    Evaluate {
        /// The data.
        #[command(flatten)]
        data: ModelDataArguments,
        /// The model [default: model.json of the data].
        #[arg(long, value_name = "FILE")]
        risk_model: Option<PathBuf>,
        /// How the figures are written.
        #[arg(short, long, value_name = "FMT", default_value = "text")]
        format: ModelFormat,
    },
    /// Says what a model is made of: every feature, its levels, their points.
    Explain {
        /// The model [default: the built-in one].
        #[arg(long, value_name = "FILE")]
        risk_model: Option<PathBuf>,
        /// How it is written.
        #[arg(short, long, value_name = "FMT", default_value = "text")]
        format: ModelFormat,
    },
}

/// How something is written about a model.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum ModelFormat {
    /// For people.
    Text,
    /// As one object.
    Json,
}

/// Where the data are.
#[derive(Debug, Args)]
pub(in crate::cli) struct ModelDataArguments {
    /// The directory of repositories.tsv, findings.tsv, features.tsv, pairs.tsv, model.json and hand-set.json.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) data: PathBuf,
}
