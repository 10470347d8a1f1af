//! The command line exactly as it was typed. Nothing here is resolved: see `settings` for that.

mod risk;

use crate::evaluate::kubernetes::KubernetesVersion;
use clap::{Arg, ArgAction, ArgMatches, Args, FromArgMatches, Parser, Subcommand, ValueEnum, value_parser};
pub(super) use risk::{
    DriftArguments, ModelArguments, ModelCommand, ModelDataArguments, OrderChoice, PlanArguments,
    RetrainArguments, RiskArguments, RollbackArguments, StoreAuditArguments,
};
use std::path::PathBuf;

/// Lints Terraform and Kubernetes files: finds misconfigurations and names the one line to change.
#[derive(Debug, Parser)]
#[command(name = "purlin", version, arg_required_else_help = true, max_term_width = 100)]
pub(super) struct Arguments {
    /// What to do.
    #[command(subcommand)]
    pub(super) command: Command,
    /// When to use colours.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(super) color: ColorChoice,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Lints files and directories.
    #[command(after_help = EXIT_CODES)]
    Check(Box<CheckArguments>),
    /// Lists what there is to find as a baseline, with which `check` fails on new findings only.
    Baseline(Box<BaselineArguments>),
    /// Says what a rule looks for, why it matters and how to fix it; or how a finding came about.
    Explain(Box<ExplainArguments>),
    /// Finds the few edits that together remove the most risk, by linting what would be. Changes no file.
    Plan(Box<PlanArguments>),
    /// Lists the rules.
    Rules(RulesArguments),
    /// Prints the resource graph that policies see.
    Graph(Box<GraphArguments>),
    /// Evaluates Terraform expressions, or a whole configuration, as Terraform would.
    Eval(EvalArguments),
    /// Runs the tests and the cases of policies.
    Test(TestArguments),
    /// Learns the risk model from judged pairs of findings, and says how well it does.
    Model(ModelArguments),
    /// Makes the folder of a new policy.
    New(NewArguments),
}

const EXIT_CODES: &str = "\
Exit codes:
  0  clean, or only files without infrastructure were handed in one by one
  1  open findings at or above --fail-on
  2  the run is not to be trusted: a wrong argument, a missing path, a broken file or policy
  3  nothing to lint was found";

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ColorChoice {
    /// On a terminal, unless `NO_COLOR` is set; elsewhere if `CLICOLOR_FORCE` is.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How an answer is written, where there are no other formats.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum TextOrJson {
    /// For people.
    Text,
    /// For programs.
    Json,
}

/// What is read and how Terraform's inputs are set; shared by the commands that lint or show the graph.
#[derive(Debug, Args)]
pub(super) struct InputArguments {
    /// Files and directories; `-` reads standard input. Of files named one by one, whole directories are
    /// loaded, and what touches those files is reported.
    #[arg(value_name = "PATH", default_value = ".")]
    pub(super) paths: Vec<PathBuf>,
    /// Leaves out files and directories that match, as in `.gitignore`; may be repeated.
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub(super) exclude: Vec<String>,
    /// The directory that printed paths are relative to, and that modules may be read from [default: the
    /// repository's top, else the first PATH].
    #[arg(long, value_name = "DIR", help_heading = "Input")]
    pub(super) root: Option<PathBuf>,
    /// Lets modules and `file()` read from DIR too; may be repeated.
    #[arg(long, value_name = "DIR", help_heading = "Input")]
    pub(super) allow_read: Vec<PathBuf>,
    /// What sets Terraform's variables.
    #[command(flatten)]
    pub(super) variables: VariableArguments,
    /// The version of Kubernetes that objects are to be applied to: which APIs are deprecated or gone depends on it
    /// [default: the latest one known].
    #[arg(long, value_name = "1.NN", help_heading = "Input")]
    pub(super) kubernetes_version: Option<KubernetesVersion>,
    /// Reads the configuration from FILE [default: .purlin.yaml or .purlin.yml in the directory that printed
    /// paths are relative to].
    #[arg(short, long, value_name = "FILE", help_heading = "Input", conflicts_with = "no_config")]
    pub(super) config: Option<PathBuf>,
    /// Reads no configuration file.
    #[arg(long, help_heading = "Input")]
    pub(super) no_config: bool,
}

/// Environments to evaluate each root module in; shared by the commands that say what is found.
#[derive(Debug, Args)]
pub(super) struct EnvironmentArguments {
    /// Evaluates each root module once for every file of values beside it that matches, and says of each finding
    /// in which of these environments it holds; relative to the root module's directory; may be repeated.
    #[arg(long, value_name = "GLOB", help_heading = "Input")]
    pub(super) each_var_file: Vec<String>,
}

/// Which rules.
#[derive(Debug, Args)]
pub(super) struct RuleArguments {
    /// The set of rules to run [default: default, or every rule if --select is given].
    #[arg(long, value_name = "NAME", help_heading = "Rules")]
    pub(super) profile: Option<ProfileChoice>,
    /// Runs only these rules: an id, the beginning of ids up to a `-`, or another linter's id of the same
    /// check; may be repeated or separated by commas.
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Rules")]
    pub(super) select: Vec<String>,
    /// Leaves these rules out; written like --select and stronger than it.
    #[arg(long, value_name = "RULE", value_delimiter = ',', help_heading = "Rules")]
    pub(super) ignore: Vec<String>,
    /// Loads policies from DIR, beside the built-in ones; may be repeated.
    #[arg(short, long, value_name = "DIR", help_heading = "Rules")]
    pub(super) policy: Vec<PathBuf>,
}

/// Sets of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum ProfileChoice {
    /// What a careful engineer would fix.
    Default,
    /// The default rules and what costs money or is opinion.
    Strict,
    /// Security only.
    Security,
    /// Reliability only.
    Reliability,
    /// Every rule.
    All,
}

/// Severities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum SeverityChoice {
    /// Hygiene.
    Low,
    /// Weakens a defence.
    Medium,
    /// One step from harm.
    High,
    /// Open to anyone now.
    Critical,
}

/// Arguments of `check`.
#[derive(Debug, Args)]
pub(super) struct CheckArguments {
    /// What is read.
    #[command(flatten)]
    pub(super) input: InputArguments,
    /// What environments there are.
    #[command(flatten)]
    pub(super) environments: EnvironmentArguments,
    /// Which rules run.
    #[command(flatten)]
    pub(super) rules: RuleArguments,
    /// Takes no notice of comments and annotations that were written for other linters (`checkov:skip=...`).
    #[arg(long, help_heading = "Rules")]
    pub(super) only_own_ignores: bool,
    /// The day on which suppressions with `until=` may have ended [default: that of SOURCE_DATE_EPOCH, else today].
    #[arg(long, value_name = "YYYY-MM-DD", help_heading = "Rules", value_parser = day)]
    pub(super) today: Option<time::Date>,
    /// Writes a report: text, json, sarif or github, each to standard output or to a file; may be repeated
    /// [default: text].
    #[arg(short, long, value_name = "FMT[=FILE]", help_heading = "Output")]
    pub(super) format: Vec<String>,
    /// Writes the report whose --format names no file to FILE.
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(super) output: Option<PathBuf>,
    /// Shows only findings of this severity and above; says nothing about the exit code.
    #[arg(long, value_name = "SEVERITY", help_heading = "Output")]
    pub(super) min_severity: Option<SeverityChoice>,
    /// Explains every finding in full, those too that are like one before, of which the text report gives a line.
    #[arg(long, help_heading = "Output")]
    pub(super) ungrouped: bool,
    /// Prints a line for each finding, no notes and no summary.
    #[arg(short, long, help_heading = "Output")]
    pub(super) quiet: bool,
    /// Lists findings that a comment suppresses or the baseline knows, too.
    #[arg(long, help_heading = "Output")]
    pub(super) show_suppressed: bool,
    /// Writes what the run was made of, and of each finding the features and points behind its place, to FILE: JSON
    /// Lines, without text of the input.
    #[arg(long, value_name = "FILE", help_heading = "Output")]
    pub(super) audit: Option<PathBuf>,
    /// Leaves out what the baseline in FILE knows, as `purlin baseline` writes it: only new findings count.
    #[arg(long, value_name = "FILE", help_heading = "Exit code")]
    pub(super) baseline: Option<PathBuf>,
    /// Fails, with exit code 1, only on open findings of this severity and above [default: any].
    #[arg(long, value_name = "SEVERITY", help_heading = "Exit code")]
    pub(super) fail_on: Option<SeverityChoice>,
    /// Fails on checks that cannot be decided because a value is unknown, and lists them.
    #[arg(long, help_heading = "Exit code")]
    pub(super) fail_on_unknown: bool,
    /// Fails on open findings with this risk and above; alone, severities do not fail the run any more.
    #[arg(long, value_name = "0-100", help_heading = "Exit code", value_parser = clap::value_parser!(u32).range(0..=100), conflicts_with = "no_risk")]
    pub(super) fail_on_risk: Option<u32>,
    /// Exits with 0 instead of 1 where there are findings; 2 and 3 stay as they are.
    #[arg(long, help_heading = "Exit code")]
    pub(super) exit_zero: bool,
    /// Gives up, with exit code 2, after this many seconds.
    #[arg(long, value_name = "SECONDS", help_heading = "Exit code", value_parser = seconds)]
    pub(super) timeout: Option<std::time::Duration>,
    /// How findings are rated.
    #[command(flatten)]
    pub(super) risk: RiskArguments,
    /// What comes first [default: risk; with --no-risk severity alone].
    #[arg(long, value_name = "ORDER", help_heading = "Risk")]
    pub(super) sort: Option<OrderChoice>,
}

/// Arguments of `baseline`.
#[derive(Debug, Args)]
pub(super) struct BaselineArguments {
    /// What is read.
    #[command(flatten)]
    pub(super) input: InputArguments,
    /// What environments there are.
    #[command(flatten)]
    pub(super) environments: EnvironmentArguments,
    /// Which rules run.
    #[command(flatten)]
    pub(super) rules: RuleArguments,
    /// Writes it to FILE.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

/// Arguments of `explain`.
#[derive(Debug, Args)]
pub(super) struct ExplainArguments {
    /// A rule's id, the beginning of ids up to a `-`, or another linter's id of the same check; or the fingerprint of
    /// a finding, of which eight characters suffice.
    #[arg(value_name = "RULE|FINGERPRINT")]
    pub(super) subject: String,
    /// Where the finding is: what `check` was given.
    #[command(flatten)]
    pub(super) input: InputArguments,
    /// What environments there are.
    #[command(flatten)]
    pub(super) environments: EnvironmentArguments,
    /// Loads policies from DIR, beside the built-in ones; may be repeated.
    #[arg(short, long, value_name = "DIR")]
    pub(super) policy: Vec<PathBuf>,
    /// How it is rated.
    #[command(flatten)]
    pub(super) risk: RiskArguments,
    /// How it is explained: in JSON, as `rules` and `check` have it.
    #[arg(short, long, value_name = "FMT", default_value = "text")]
    pub(super) format: TextOrJson,
}

/// Arguments of `rules`.
#[derive(Debug, Args)]
pub(super) struct RulesArguments {
    /// Which rules are listed; without --profile, all.
    #[command(flatten)]
    pub(super) rules: RuleArguments,
    /// How they are listed.
    #[arg(short, long, value_name = "FMT", default_value = "text")]
    pub(super) format: CatalogueFormat,
}

/// How rules are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum CatalogueFormat {
    /// A line each.
    Text,
    /// Everything known of them.
    Json,
    /// A table.
    Markdown,
}

/// Arguments of `graph`.
#[derive(Debug, Args)]
pub(super) struct GraphArguments {
    /// What is read.
    #[command(flatten)]
    pub(super) input: InputArguments,
    /// Which rules run, for what is coloured by what they find.
    #[command(flatten)]
    pub(super) rules: RuleArguments,
    /// Shows only these resources and what is around them: an id, an address (`aws_x.a` stands for all its
    /// instances), or a pattern of either with `*` and `?`; may be repeated.
    #[arg(long, value_name = "ID|ADDRESS|GLOB", help_heading = "Filters")]
    pub(super) resource: Vec<String>,
    /// Shows only resources of these kinds: `aws_iam_role`, `Deployment`, `aws_*`; may be repeated.
    #[arg(long, value_name = "KIND|GLOB", help_heading = "Filters")]
    pub(super) kind: Vec<String>,
    /// Shows only the resources of these findings and what is around them: a fingerprint, or a rule as --select
    /// takes it; may be repeated.
    #[arg(long, value_name = "FINGERPRINT|RULE", help_heading = "Filters")]
    pub(super) finding: Vec<String>,
    /// Shows what lies at most N references away from these resources, whichever way they lead, too [default: 1
    /// with --resource or --finding, 0 with --kind alone].
    #[arg(long, value_name = "N", help_heading = "Filters")]
    pub(super) depth: Option<usize>,
    /// How the graph is written.
    #[arg(short, long, value_name = "FMT", default_value = "json", help_heading = "Output")]
    pub(super) format: GraphFormat,
    /// Writes it to FILE.
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub(super) output: Option<PathBuf>,
}

/// How the graph is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum GraphFormat {
    /// The document that policies see as `input`, with sensitive values covered.
    Json,
    /// A picture of what refers to what, for Graphviz, coloured by what is found.
    Dot,
    /// The same for Mermaid, which Markdown pages show on many platforms.
    Mermaid,
    /// One page to look around in: search, filters, findings, what refers to what. It needs no network.
    Html,
}

/// Arguments of `eval`.
#[derive(Debug, Args)]
pub(super) struct EvalArguments {
    /// The expression; without one, every resource and output of the configuration is evaluated.
    #[arg(value_name = "EXPR", conflicts_with = "batch")]
    pub(super) expression: Option<String>,
    /// The root module whose variables, locals, resources and files the expression sees.
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub(super) dir: PathBuf,
    /// Answers as one JSON object; the only form there is, so the flag may be left out.
    #[arg(long)]
    pub(super) json: bool,
    /// Reads JSON Lines `{"id": ..., "expr": ...}` from standard input and answers each with a line.
    #[arg(long)]
    pub(super) batch: bool,
    /// What sets Terraform's variables.
    #[command(flatten)]
    pub(super) variables: VariableArguments,
    /// Lets modules and `file()` read from DIR too; may be repeated.
    #[arg(long, value_name = "DIR")]
    pub(super) allow_read: Vec<PathBuf>,
}

/// Arguments of `test`.
#[derive(Debug, Args)]
pub(super) struct TestArguments {
    /// The directory that holds `<provider>/<service>/<rule>/` folders.
    #[arg(value_name = "DIR", default_value = "policies")]
    pub(super) dir: PathBuf,
    /// Tests only these rules: written as for `check --select`.
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub(super) select: Vec<String>,
    /// Changes the cases too, one value at a time, and lists what the rules should notice and do not.
    #[arg(long)]
    pub(super) mutate: bool,
    /// How the outcome is written: a line for each thing that is wrong and counts, or all of it as one object.
    #[arg(short, long, value_name = "FMT", default_value = "text")]
    pub(super) format: TextOrJson,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(super) struct NewArguments {
    /// What to make.
    #[command(subcommand)]
    pub(super) command: NewCommand,
}

/// What `new` makes.
#[derive(Debug, Subcommand)]
pub(super) enum NewCommand {
    /// A policy that reports where ATTRIBUTE is not true, with tests and cases that pass: to begin with.
    Rule(NewRuleArguments),
}

/// Arguments of `new rule`.
#[derive(Debug, Args)]
pub(super) struct NewRuleArguments {
    /// The rule's id: `<provider>-<service>-<name>`; or its folder, `<provider>/<service>/<name>`.
    #[arg(value_name = "ID")]
    pub(super) id: String,
    /// What it is about: `aws_ebs_volume`, `data.aws_ami`, `apps/v1/Deployment`, `v1/Pod`.
    #[arg(value_name = "KIND")]
    pub(super) kind: String,
    /// The argument or field, those in blocks and objects with what they lie in: `metadata_options.http_endpoint`.
    #[arg(value_name = "ATTRIBUTE")]
    pub(super) attribute: String,
    /// The directory that holds `<provider>/<service>/<rule>/` folders.
    #[arg(long, value_name = "DIR", default_value = "policies")]
    pub(super) dir: PathBuf,
}

/// `--var` and `--var-file` in the order they were typed: the later one wins.
#[derive(Clone, Debug, Default)]
pub(super) struct VariableArguments(pub(super) Vec<VariableArgument>);

/// One of them.
#[derive(Clone, Debug)]
pub(super) enum VariableArgument {
    /// `--var NAME=VALUE`, not yet split.
    Value(String),
    /// `--var-file FILE`.
    File(PathBuf),
}

impl Args for VariableArguments {
    fn augment_args(command: clap::Command) -> clap::Command {
        let flag =
            |name: &'static str| Arg::new(name).long(name).action(ArgAction::Append).help_heading("Input");
        let var = flag("var").value_name("NAME=VALUE").help(
            "Sets a Terraform variable of every root module; may be repeated. Of this and --var-file, the later \
             one wins",
        );
        let file = flag("var-file").value_name("FILE").value_parser(value_parser!(PathBuf));
        let help = "Reads Terraform variables from a file, for every root module; may be repeated";
        command.arg(var).arg(file.help(help))
    }

    fn augment_args_for_update(command: clap::Command) -> clap::Command {
        Self::augment_args(command)
    }
}

impl FromArgMatches for VariableArguments {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, clap::Error> {
        let places = |name| matches.indices_of(name).into_iter().flatten();
        let values = matches.get_many::<String>("var").into_iter().flatten().cloned();
        let files = matches.get_many::<PathBuf>("var-file").into_iter().flatten().cloned();
        let values = places("var").zip(values.map(VariableArgument::Value));
        let files = places("var-file").zip(files.map(VariableArgument::File));
        let mut all: Vec<(usize, VariableArgument)> = values.chain(files).collect();
        all.sort_by_key(|(place, _)| *place);
        Ok(VariableArguments(all.into_iter().map(|(_, argument)| argument).collect()))
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), clap::Error> {
        *self = Self::from_arg_matches(matches)?;
        Ok(())
    }
}

/// A day.
fn day(text: &str) -> Result<time::Date, String> {
    crate::finding::day(text).ok_or_else(|| "write a day as YYYY-MM-DD".to_owned())
}

/// A positive number of seconds, fractions allowed.
fn seconds(text: &str) -> Result<std::time::Duration, String> {
    let number: f64 = text.parse().map_err(|_| "write a number of seconds, e.g. 30".to_owned())?;
    if number <= 0.0 {
        return Err("must be above 0".to_owned());
    }
    std::time::Duration::try_from_secs_f64(number).map_err(|_| "too large".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn definitions_are_consistent() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn seconds_are_positive_and_finite() {
        assert_eq!(seconds("1.5"), Ok(std::time::Duration::from_millis(1500)));
        for wrong in ["0", "-1", "NaN", "inf", "1e300", "ten", ""] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }
}
