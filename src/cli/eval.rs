//! `purlin eval`.

use super::args::EvalArguments;
use super::terminal::{self, Environment};
use super::{Failure, exit, settings, worker};
use crate::lint::{Questioned, Settings};

/// A line of `--batch`.
#[derive(serde::Deserialize)]
struct Question {
    id: serde_json::Value,
    expr: String,
}

/// Answers an expression, many, or for a whole configuration. An answer that says `error` is an answer.
///
/// # Errors
/// Arguments or input that cannot be used, output that cannot be written.
pub(super) fn run(arguments: &EvalArguments, environment: &Environment) -> Result<u8, Failure> {
    let settings = Settings {
        paths: vec![arguments.dir.clone()],
        allow_read: arguments.allow_read.clone(),
        inputs: settings::inputs(environment),
        variables: settings::variables(&arguments.variables)?,
        ..Settings::default()
    };
    let questions = if arguments.batch { Some(questions(&settings::read_stdin()?)?) } else { None };
    let expression = arguments.expression.clone();
    let answers = worker::run(None, false, move |_| {
        let module = Questioned::new(&settings)?;
        Ok(match (questions, expression) {
            (Some(questions), _) => answered(questions, &module),
            (None, Some(expression)) => module.expressions(&[expression]),
            (None, None) => vec![module.configuration()],
        })
    })?;
    let answers: Vec<String> = answers.map_err(Failure)?;
    let mut text = answers.join("\n");
    text.push('\n');
    terminal::print(text.as_bytes())?;
    Ok(exit::CLEAN)
}

fn questions(text: &str) -> Result<Vec<Question>, Failure> {
    let parse = |(line, number): (&str, usize)| {
        serde_json::from_str(line).map_err(|error| {
            Failure(format!(
                "standard input, line {number}: {error}; write {{\"id\": ..., \"expr\": \"...\"}}"
            ))
        })
    };
    text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()).map(parse).collect()
}

/// Each answer with its question's id in front. The rest is kept as text: numbers have all their digits.
fn answered(questions: Vec<Question>, module: &Questioned) -> Vec<String> {
    let (ids, expressions): (Vec<_>, Vec<_>) =
        questions.into_iter().map(|question| (question.id, question.expr)).unzip();
    let answers = module.expressions(&expressions);
    let joined = |(id, answer): (serde_json::Value, String)| {
        format!("{{\"id\":{id},{}", answer.strip_prefix('{').unwrap_or_default())
    };
    ids.into_iter().zip(answers).map(joined).collect()
}
