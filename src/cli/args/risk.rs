//! Arguments about the risk score.

use super::{EnvironmentArguments, InputArguments, ProfileChoice, RuleArguments, TextOrJson};
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
    /// What environments there are.
    #[command(flatten)]
    pub(in crate::cli) environments: EnvironmentArguments,
    /// Which rules run.
    #[command(flatten)]
    pub(in crate::cli) rules: RuleArguments,
    /// Rates by the model in FILE, as `model train` writes it.
    #[arg(long, value_name = "FILE", help_heading = "Risk")]
    pub(in crate::cli) risk_model: Option<PathBuf>,
    /// Edits that are listed.
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..=100))]
    pub(in crate::cli) edits: u16,
    /// How they are listed: in JSON, as `docs/plan.schema.json` describes it.
    #[arg(short, long, value_name = "FMT", default_value = "text")]
    pub(in crate::cli) format: TextOrJson,
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
    /// Compares a model with other orders on the test repositories, and prints the figures; fails, with exit code 1, where
    /// a part of the pairs is surely worse off.
    Evaluate {
        /// The data.
        #[command(flatten)]
        data: ModelDataArguments,
        /// The model [default: model.json of the data].
        #[arg(long, value_name = "FILE")]
        risk_model: Option<PathBuf>,
        /// How the figures are written.
        #[arg(short, long, value_name = "FMT", default_value = "text")]
        format: TextOrJson,
    },
    /// Lints, and compares the findings with those that the model was learned from; fails, with exit code 1, where the
    /// model abstains.
    Drift(Box<DriftArguments>),
    /// Learns from a team's decisions what to add to the points of rules, and shows every finding whose rank changes.
    Retrain(RetrainArguments),
    /// Takes the model again that stood before the one in use.
    Rollback(RollbackArguments),
    /// Looks at the ledger and the model of a team, or at the built-in one; fails, with exit code 1, where something does
    /// not hold.
    Audit(StoreAuditArguments),
    /// Says what a model is made of: every feature, its levels, their points.
    Explain {
        /// The model [default: the built-in one].
        #[arg(long, value_name = "FILE")]
        risk_model: Option<PathBuf>,
        /// How it is written.
        #[arg(short, long, value_name = "FMT", default_value = "text")]
        format: TextOrJson,
    },
}

/// Arguments of `model drift`.
#[derive(Debug, Args)]
pub(in crate::cli) struct DriftArguments {
    /// What is read.
    #[command(flatten)]
    pub(in crate::cli) input: InputArguments,
    /// The set of rules to run.
    #[arg(long, value_name = "NAME", default_value = "default", help_heading = "Rules")]
    pub(in crate::cli) profile: ProfileChoice,
    /// The model [default: the built-in one].
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) risk_model: Option<PathBuf>,
    /// How it is written.
    #[arg(short, long, value_name = "FMT", default_value = "text")]
    pub(in crate::cli) format: TextOrJson,
}

/// Arguments of `model retrain`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RetrainArguments {
    /// The decisions: a table with tabs, of the columns first, second (fingerprints), author, commit, reason.
    #[arg(long, value_name = "FILE")]
    pub(in crate::cli) triage: PathBuf,
    /// What `check --audit` wrote of the findings; may be repeated, the latest last.
    #[arg(long, value_name = "FILE", required = true)]
    pub(in crate::cli) audit: Vec<PathBuf>,
    /// The directory of the team's model, its ledger and its earlier models.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) store: PathBuf,
    /// Keeps the new model, in the name of whoever has read what changes.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) accept: Option<String>,
}

/// Arguments of `model rollback`.
#[derive(Debug, Args)]
pub(in crate::cli) struct RollbackArguments {
    /// The directory of the team's model, its ledger and its earlier models.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) store: PathBuf,
    /// Takes it, in the name of whoever has read what changes.
    #[arg(long, value_name = "NAME")]
    pub(in crate::cli) accept: Option<String>,
}

/// Arguments of `model audit`.
#[derive(Debug, Args)]
pub(in crate::cli) struct StoreAuditArguments {
    /// The directory of the team's model, its ledger and its earlier models [default: the built-in model is looked at].
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) store: Option<PathBuf>,
    /// Judged pairs, as the other commands take them: looks at parts of them, too.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) data: Option<PathBuf>,
    /// Loads policies from DIR, beside the built-in ones; may be repeated.
    #[arg(short, long, value_name = "DIR")]
    pub(in crate::cli) policy: Vec<PathBuf>,
    /// How it is written.
    #[arg(short, long, value_name = "FMT", default_value = "text")]
    pub(in crate::cli) format: TextOrJson,
}

/// Where the data are.
#[derive(Debug, Args)]
pub(in crate::cli) struct ModelDataArguments {
    /// The directory of repositories.tsv, findings.tsv, features.tsv, pairs.tsv, model.json and hand-set.json.
    #[arg(long, value_name = "DIR")]
    pub(in crate::cli) data: PathBuf,
}
