//! `purlin model`: learning the risk model, and what there is to say of it.

mod store;

use super::args::{
    ColorChoice, DriftArguments, ModelArguments, ModelCommand, ModelDataArguments, TextOrJson,
};
use super::terminal::Environment;
use super::{Failure, exit, output, settings, terminal, worker};
use crate::lint;
use crate::report;
use crate::risk::Model;
use crate::source::read_named;
use crate::train::{self, Dataset, Tables, Verdict};
use std::path::{Path, PathBuf};

/// Runs one of the commands.
///
/// # Errors
/// Data or models that cannot be read or used; output that cannot be written.
pub(super) fn run(
    arguments: &ModelArguments,
    color: ColorChoice,
    environment: &Environment,
) -> Result<u8, Failure> {
    let text = match &arguments.command {
        ModelCommand::Features { data, repositories } => {
            let tables = [table(&data.data, "repositories.tsv")?, table(&data.data, "findings.tsv")?];
            let directories = repositories.clone();
            worker::run(None, true, move |watched| {
                let [repositories, findings] = &tables;
                train::features(repositories, findings, &directories, watched)
            })?
            .map_err(|error| Failure(error.to_string()))?
        }
        ModelCommand::Train(data) => {
            let data = dataset(&data.data)?;
            worker::run(None, true, move |_| train::learn(&data).text())?
        }
        ModelCommand::Card(arguments) => {
            let data = dataset(&arguments.data)?;
            let model = model(&arguments.data.join("model.json"))?;
            worker::run(None, true, move |_| train::card(&data, &model, &train::evaluate(&data, &model)))?
        }
        ModelCommand::Evaluate { data, risk_model, format } => {
            return evaluate(data, risk_model.as_deref(), *format);
        }
        ModelCommand::Retrain(arguments) => return store::run_retrain(arguments, environment),
        ModelCommand::Rollback(arguments) => return store::run_rollback(arguments, environment),
        ModelCommand::Audit(arguments) => return store::run_audit(arguments),
        ModelCommand::Drift(arguments) => return drift(arguments, color, environment),
        ModelCommand::Explain { risk_model, format } => {
            let model = chosen(risk_model.as_ref())?;
            let mut bytes = Vec::new();
            match format {
                TextOrJson::Text => {
                    report::write_model(&model, &output::style(color, environment), &mut bytes)?;
                }
                TextOrJson::Json => report::write_model_json(&model, &mut bytes)?,
            }
            terminal::print(&bytes)?;
            return Ok(exit::CLEAN);
        }
    };
    terminal::print(text.as_bytes())?;
    Ok(exit::CLEAN)
}

/// The figures of a model on data; a part that fails is what the exit code says.
fn evaluate(
    arguments: &ModelDataArguments,
    risk_model: Option<&Path>,
    format: TextOrJson,
) -> Result<u8, Failure> {
    let data = dataset(&arguments.data)?;
    let learned = match risk_model {
        Some(file) => model(file)?,
        None => model(&arguments.data.join("model.json"))?,
    };
    let (text, fails) = worker::run(None, true, move |_| {
        let evaluation = train::evaluate(&data, &learned);
        let fails = evaluation.slices.iter().any(|slice| slice.verdict == Verdict::Fails);
        let text = match format {
            TextOrJson::Text => train::figures(&learned, &evaluation),
            TextOrJson::Json => train::figures_json(&learned, &evaluation),
        };
        (text, fails)
    })?;
    terminal::print(text.as_bytes())?;
    Ok(if fails { exit::FINDINGS } else { exit::CLEAN })
}

/// How the findings of what is linted compare with those that a model was learned from.
fn drift(arguments: &DriftArguments, color: ColorChoice, environment: &Environment) -> Result<u8, Failure> {
    let settings = settings::drift(arguments, environment)?;
    let outcome = worker::run(None, true, move |watched| lint::check(&settings, watched))?;
    let code = output::complaints_in(&outcome.report, &outcome.sources, color, environment)?;
    let Some(drift) = outcome.drift else { return Ok(code) };
    let mut bytes = Vec::new();
    match arguments.format {
        TextOrJson::Text => report::write_drift(&drift, &mut bytes)?,
        TextOrJson::Json => {
            serde_json::to_writer_pretty(&mut bytes, &drift).map_err(std::io::Error::from)?;
            bytes.push(b'\n');
        }
    }
    terminal::print(&bytes)?;
    Ok(if drift.abstains() { code.max(exit::FINDINGS) } else { code })
}

/// The model of a file, or the built-in one.
fn chosen(risk_model: Option<&PathBuf>) -> Result<Model, Failure> {
    match risk_model {
        Some(file) => model(file),
        None => Model::builtin().map_err(|error| Failure(error.to_string())),
    }
}

fn model(path: &Path) -> Result<Model, Failure> {
    let text = read(path)?;
    Model::read(&text).map_err(|error| Failure(format!("{}: {error}", path.display())))
}

fn read(path: &Path) -> Result<String, Failure> {
    read_named(path).map_err(|error| Failure(error.to_string()))
}

fn table(data: &Path, name: &str) -> Result<String, Failure> {
    read(&data.join(name))
}

fn dataset(data: &Path) -> Result<Dataset, Failure> {
    let table = |name: &str| table(data, name);
    let [repositories, findings] = &[table("repositories.tsv")?, table("findings.tsv")?];
    let [features, pairs, rubric] = &[table("features.tsv")?, table("pairs.tsv")?, table("hand-set.json")?];
    let read = Dataset::read(Tables { repositories, findings, features, pairs, rubric });
    read.map_err(|error| Failure(format!("{}: {error}", data.display())))
}
