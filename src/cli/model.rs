//! `purlin model`: learning the risk model, and what there is to say of it.

use super::args::{ModelArguments, ModelCommand, ModelDataArguments};
use super::{Failure, exit, terminal, worker};
use crate::risk::Model;
use crate::source::read_named;
use crate::train::{self, Dataset, Tables};
use std::path::Path;

/// Runs one of the commands.
///
/// # Errors
/// Data or models that cannot be read or used; output that cannot be written.
pub(super) fn run(arguments: &ModelArguments) -> Result<u8, Failure> {
    let text = match &arguments.command {
        ModelCommand::Features { data, repositories } => {
            let tables = [table(data, "repositories.tsv")?, table(data, "findings.tsv")?];
            let directories = repositories.clone();
            worker::run(None, true, move |watched| {
                let [repositories, findings] = &tables;
                train::features(repositories, findings, &directories, watched)
            })?
            .map_err(|error| Failure(error.to_string()))?
        }
        ModelCommand::Train(data) => {
            let data = dataset(data)?;
            worker::run(None, true, move |_| train::learn(&data).model.text())?
        }
        ModelCommand::Card(arguments) => {
            let data = dataset(arguments)?;
            let model = model(&arguments.data.join("model.json"))?;
            let hand_set = self::model(&arguments.data.join("hand-set.json"))?;
            worker::run(None, true, move |_| {
                train::card(&data, &model, &train::evaluate(&data, &model, &hand_set))
            })?
        }
    };
    terminal::print(text.as_bytes())?;
    Ok(exit::CLEAN)
}

fn model(path: &Path) -> Result<Model, Failure> {
    let text = read(path)?;
    Model::read(&text).map_err(|error| Failure(format!("{}: {error}", path.display())))
}

fn read(path: &Path) -> Result<String, Failure> {
    read_named(path).map_err(|error| Failure(error.to_string()))
}

fn table(arguments: &ModelDataArguments, name: &str) -> Result<String, Failure> {
    read(&arguments.data.join(name))
}

fn dataset(arguments: &ModelDataArguments) -> Result<Dataset, Failure> {
    let table = |name: &str| table(arguments, name);
    let tables =
        [table("repositories.tsv")?, table("findings.tsv")?, table("features.tsv")?, table("pairs.tsv")?];
    let [repositories, findings, features, pairs] = &tables;
    let read = Dataset::read(Tables { repositories, findings, features, pairs });
    read.map_err(|error| Failure(format!("{}: {error}", arguments.data.display())))
}
