//! From arguments as typed and the environment to settings ready to use.

use super::Failure;
use super::args::{
    BaselineArguments, CheckArguments, DriftArguments, EnvironmentArguments, ExplainArguments,
    GraphArguments, InputArguments, OrderChoice, PlanArguments, ProfileChoice, RiskArguments, RuleArguments,
    SeverityChoice, VariableArgument, VariableArguments,
};
use super::terminal::Environment;
use crate::evaluate::terraform::{Inputs, ModuleSources};
use crate::graph::KubernetesTarget;
use crate::lint::{
    self, Configured, ModelSource, OfFile, Order, Rating, RuleSet, Selection, Settings, Variable,
};
use crate::policy::Severity;
use std::io::Read;
use std::path::PathBuf;

/// More than this is not read of questions.
const STDIN_LIMIT: u64 = 16 << 20;

/// What `check` was asked to do, by flags and, where they say nothing, by the configuration file.
///
/// # Errors
/// Arguments that contradict each other or cannot be read; a configuration file that is none.
pub(super) fn check(arguments: &CheckArguments, environment: &Environment) -> Result<Settings, Failure> {
    let configured = configured(&arguments.input)?;
    let file = &configured.configuration;
    Ok(Settings {
        selection: chosen_rules(&arguments.rules, &configured),
        policies: policies(&arguments.rules.policy, &configured),
        min_severity: arguments.min_severity.map(Severity::from).or(file.min_severity),
        fail_on: arguments.fail_on.map(Severity::from).or(file.fail_on),
        fail_on_unknown: arguments.fail_on_unknown,
        rating: Rating {
            order: order(arguments)?,
            fail_on: arguments.fail_on_risk,
            ..rating(&arguments.risk)
        },
        baseline: arguments
            .baseline
            .clone()
            .or_else(|| file.baseline.as_ref().map(|path| configured.path(path))),
        audit: arguments.audit.is_some(),
        today: arguments.today.or(environment.today),
        only_own_ignores: arguments.only_own_ignores || file.only_own_ignores,
        each_var_file: each_var_file(&arguments.environments, &configured),
        ..read(&arguments.input, &configured, environment)?
    })
}

/// What `baseline` was asked to take in: all that `check` would find without one.
///
/// # Errors
/// See [`check`].
pub(super) fn baseline(
    arguments: &BaselineArguments,
    environment: &Environment,
) -> Result<Settings, Failure> {
    let configured = configured(&arguments.input)?;
    Ok(Settings {
        each_var_file: each_var_file(&arguments.environments, &configured),
        selection: chosen_rules(&arguments.rules, &configured),
        policies: policies(&arguments.rules.policy, &configured),
        today: environment.today,
        ..read(&arguments.input, &configured, environment)?
    })
}

/// What `graph` was asked to show, with the rules that `check` would run; only the first of several environments
/// could be shown, so there are none.
///
/// # Errors
/// See [`check`].
pub(super) fn graph(arguments: &GraphArguments, environment: &Environment) -> Result<Settings, Failure> {
    let configured = configured(&arguments.input)?;
    Ok(Settings {
        selection: chosen_rules(&arguments.rules, &configured),
        policies: policies(&arguments.rules.policy, &configured),
        today: environment.today,
        ..read(&arguments.input, &configured, environment)?
    })
}

/// What `explain` was asked to look at: every rule, since the finding may come from any.
///
/// # Errors
/// See [`check`].
pub(super) fn explain(arguments: &ExplainArguments, environment: &Environment) -> Result<Settings, Failure> {
    let configured = configured(&arguments.input)?;
    let file = &configured.configuration;
    Ok(Settings {
        each_var_file: each_var_file(&arguments.environments, &configured),
        selection: Selection { profile: Some(RuleSet::All), ..Selection::default() },
        policies: policies(&arguments.policy, &configured),
        // As a run compares them that says nothing else.
        rating: Rating {
            compared: Some(file.profile.unwrap_or(RuleSet::Default)),
            ..rating(&arguments.risk)
        },
        // The finding may be of a run that did not select the rule which covers it.
        keep_covered: true,
        today: environment.today,
        ..read(&arguments.input, &configured, environment)?
    })
}

/// What `plan` was asked to look at, with the rules that `check` would run.
///
/// # Errors
/// See [`check`].
pub(super) fn plan(arguments: &PlanArguments, environment: &Environment) -> Result<Settings, Failure> {
    let configured = configured(&arguments.input)?;
    Ok(Settings {
        each_var_file: each_var_file(&arguments.environments, &configured),
        selection: chosen_rules(&arguments.rules, &configured),
        policies: policies(&arguments.rules.policy, &configured),
        // What a stronger finding covers stands alone once that one is mended.
        keep_covered: true,
        rating: Rating {
            model: Some(arguments.risk_model.clone().map_or(ModelSource::Builtin, ModelSource::File)),
            ..Rating::default()
        },
        today: environment.today,
        ..read(&arguments.input, &configured, environment)?
    })
}

/// What `model drift` was asked to compare.
///
/// # Errors
/// See [`check`].
pub(super) fn drift(arguments: &DriftArguments, environment: &Environment) -> Result<Settings, Failure> {
    let configured = configured(&arguments.input)?;
    let model = arguments.risk_model.clone().map_or(ModelSource::Builtin, ModelSource::File);
    Ok(Settings {
        each_var_file: configured.configuration.each_var_file.clone(),
        selection: Selection { profile: Some(arguments.profile.into()), ..Selection::default() },
        policies: policies(&[], &configured),
        rating: Rating { model: Some(model), ..Rating::default() },
        today: environment.today,
        ..read(&arguments.input, &configured, environment)?
    })
}

fn rating(arguments: &RiskArguments) -> Rating {
    let model = match &arguments.risk_model {
        _ if arguments.no_risk => None,
        Some(file) => Some(ModelSource::File(file.clone())),
        None => Some(ModelSource::Builtin),
    };
    Rating { model, ..Rating::default() }
}

fn order(arguments: &CheckArguments) -> Result<Order, Failure> {
    match arguments.sort {
        Some(OrderChoice::Risk) if arguments.risk.no_risk => Err(Failure(
            "--sort risk: nothing is rated with --no-risk; leave one of them out, or write --sort severity"
                .to_owned(),
        )),
        Some(OrderChoice::Severity) => Ok(Order::Severity),
        Some(OrderChoice::Risk) | None => Ok(Order::Risk),
    }
}

/// The rules that flags choose and, where they say nothing, the configuration file.
fn chosen_rules(arguments: &RuleArguments, configured: &Configured) -> Selection {
    let file = &configured.configuration;
    let own = selection(arguments);
    // `select` and `profile` answer one question together.
    let chosen = own.profile.is_some() || !own.select.is_empty();
    Selection {
        profile: if chosen { own.profile } else { file.profile },
        select: if chosen { own.select } else { file.select.clone() },
        ignore: file.ignore.iter().cloned().chain(own.ignore).collect(),
        configured: configured.file.clone().map(|name| OfFile {
            file: name,
            select: !chosen,
            ignore: file.ignore.len(),
        }),
    }
}

/// Files of values that make environments: the configuration file's and those of flags.
fn each_var_file(own: &EnvironmentArguments, configured: &Configured) -> Vec<String> {
    configured.configuration.each_var_file.iter().chain(&own.each_var_file).cloned().collect()
}

/// Directories of policies: the configuration file's and those of flags.
fn policies(own: &[PathBuf], configured: &Configured) -> Vec<PathBuf> {
    let of_file = configured.configuration.policies.iter().map(|dir| configured.path(dir));
    of_file.chain(own.iter().cloned()).collect()
}

fn configured(arguments: &InputArguments) -> Result<Configured, Failure> {
    if arguments.no_config {
        return Ok(Configured::default());
    }
    Ok(lint::configured(&arguments.paths, arguments.root.as_deref(), arguments.config.as_deref())?)
}

fn read(
    arguments: &InputArguments,
    configured: &Configured,
    environment: &Environment,
) -> Result<Settings, Failure> {
    let file = &configured.configuration;
    let mut inputs = inputs(environment);
    let mapped = file.module_sources.iter().map(|(source, dir)| (source.as_str(), dir.as_str()));
    inputs.module_sources = ModuleSources::new(mapped);
    let files = file.var_files.iter().map(|path| Variable::File(configured.path(path)));
    let values = file.vars.iter().map(|(name, value)| Variable::Value(name.clone(), text_of(value)));
    let allowed = file.allow_read.iter().map(|dir| configured.path(dir));
    Ok(Settings {
        paths: arguments.paths.clone(),
        root: arguments.root.clone(),
        exclude: file.exclude.iter().chain(&arguments.exclude).cloned().collect(),
        allow_read: allowed.chain(arguments.allow_read.iter().cloned()).collect(),
        inputs,
        variables: files.chain(values).chain(variables(&arguments.variables)?).collect(),
        kubernetes: kubernetes(arguments, configured)?,
        scopes: file.scopes.clone(),
        only_own_ignores: file.only_own_ignores,
        ..Settings::default()
    })
}

/// The version of Kubernetes that a flag or, where none does, the configuration file names.
fn kubernetes(arguments: &InputArguments, configured: &Configured) -> Result<KubernetesTarget, Failure> {
    let named = match (arguments.kubernetes_version, &configured.configuration.kubernetes_version) {
        (Some(version), _) => Some(version),
        (None, Some(text)) => {
            let version = text.parse();
            Some(version.map_err(|message: String| Failure(format!("`kubernetes_version`: {message}")))?)
        }
        (None, None) => None,
    };
    Ok(KubernetesTarget { version: named.unwrap_or_default(), given: named.is_some() })
}

/// A value of the configuration file as `--var` would have it: what is no text already is an expression.
fn text_of(value: &serde_json::Value) -> String {
    match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string().replace("${", "$${").replace("%{", "%%{"),
    }
}

/// Which rules run.
pub(super) fn selection(arguments: &RuleArguments) -> Selection {
    Selection {
        profile: arguments.profile.map(RuleSet::from),
        select: arguments.select.clone(),
        ignore: arguments.ignore.clone(),
        configured: None,
    }
}

/// Values of Terraform's variables from the environment, and the workspace.
pub(super) fn inputs(environment: &Environment) -> Inputs {
    let own = |(name, value): &(String, String)| (name.as_str().into(), value.as_str().into());
    let mut inputs =
        Inputs { environment: environment.variables.iter().map(own).collect(), ..Inputs::default() };
    if let Some(workspace) = &environment.workspace {
        inputs.workspace = Some(workspace.as_str().into());
    }
    inputs
}

/// What flags set Terraform's variables to, in order.
///
/// # Errors
/// A `--var` that is not `NAME=VALUE`.
pub(super) fn variables(arguments: &VariableArguments) -> Result<Vec<Variable>, Failure> {
    let variable = |argument: &VariableArgument| match argument {
        VariableArgument::File(file) => Ok(Variable::File(file.clone())),
        VariableArgument::Value(var) => match var.split_once('=') {
            Some((name, value)) if !name.trim().is_empty() => {
                Ok(Variable::Value(name.trim().to_owned(), value.to_owned()))
            }
            _ => Err(Failure(format!("--var {var}: write NAME=VALUE"))),
        },
    };
    arguments.0.iter().map(variable).collect()
}

/// All of standard input.
///
/// # Errors
/// More than the limit, or input that cannot be read.
pub(super) fn read_stdin() -> Result<String, Failure> {
    let mut bytes = Vec::new();
    let read = std::io::stdin().lock().take(STDIN_LIMIT + 1).read_to_end(&mut bytes);
    read.map_err(|error| Failure(format!("cannot read standard input: {error}")))?;
    if u64::try_from(bytes.len()).unwrap_or(u64::MAX) > STDIN_LIMIT {
        return Err(Failure(format!("standard input has more than {} MiB", STDIN_LIMIT >> 20)));
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

impl From<ProfileChoice> for RuleSet {
    fn from(choice: ProfileChoice) -> RuleSet {
        match choice {
            ProfileChoice::Default => RuleSet::Default,
            ProfileChoice::Strict => RuleSet::Strict,
            ProfileChoice::Security => RuleSet::Security,
            ProfileChoice::Reliability => RuleSet::Reliability,
            ProfileChoice::All => RuleSet::All,
        }
    }
}

impl From<SeverityChoice> for Severity {
    fn from(choice: SeverityChoice) -> Severity {
        match choice {
            SeverityChoice::Low => Severity::Low,
            SeverityChoice::Medium => Severity::Medium,
            SeverityChoice::High => Severity::High,
            SeverityChoice::Critical => Severity::Critical,
        }
    }
}
