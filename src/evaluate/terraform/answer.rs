//! What Terraform would say of an expression or a configuration, as JSON text: `purlin eval`.

use super::error::EvaluationError;
use super::evaluator::Evaluator;
use super::inputs::RootInputs;
use super::instance::Instance;
use super::project::Project;
use super::scope::Scope;
use super::{EvaluatedModule, Inputs, evaluate_root, validate};
use crate::evaluate::{Data, Path, Reason, Step, Value};
use crate::parse::hcl;
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources};
use std::fmt::Write;
use std::rc::Rc;
use std::sync::Arc;

/// Answers expressions as they would be evaluated in the root module of directory `dir`, one JSON object each:
/// `{"value": X}`, `{"unknown": true, "reason": R}` with `"partial"` and `"unknown_paths"` where parts are known,
/// or `{"error": "..."}`. Numbers have all their digits.
pub fn answer_expressions(
    sources: &Sources,
    files: &[FileId],
    dir: &str,
    inputs: &Inputs,
    expressions: &[String],
) -> Vec<String> {
    let project = Project::load(sources, files, &inputs.module_sources, &[]);
    let (root_inputs, _) = RootInputs::read(sources, dir, project.module(dir), inputs, None);
    let evaluator = Evaluator::new(&project, sources, &root_inputs, dir.into()).strict();
    let module = project.module(dir).unwrap_or_else(|| project.nothing());
    let scope = Scope::of(Rc::new(Instance::new(module, None, None)));
    let answer = |text: &String| {
        let file = sources.add("<expression>", FileKind::Text, text);
        match hcl::parse_value(file, text) {
            Err(found) => error_text(sources, &found.message, None),
            Ok(expr) => {
                match validate::expression(module, &expr).and_then(|()| evaluator.evaluate(&expr, &scope)) {
                    Ok(value) => envelope(&value),
                    Err(error) => refused(sources, &error),
                }
            }
        }
    };
    expressions.iter().map(answer).collect()
}

/// Answers for the whole configuration in directory `dir`:
/// `{"resources": {address: {"values": {...}, "unknown": [paths]}}, "outputs": {name: {"value": X, "unknown": [paths]}}}`
/// or `{"error": "...", "file": F, "line": N}` for the first thing that Terraform would refuse.
pub fn answer_configuration(sources: &Sources, files: &[FileId], dir: &str, inputs: &Inputs) -> String {
    let project = Project::load(sources, files, &inputs.module_sources, &[]);
    let broken = project.diagnostics.iter().find(|found| found.level == Level::Error);
    if let Some(found) = broken {
        return diagnostic_text(sources, found);
    }
    let root: Arc<str> = dir.into();
    if let Err(error) = validate::configuration(&project, &root) {
        return refused(sources, &error);
    }
    let Some(module) = evaluate_root(&project, sources, &root, inputs, None, true) else {
        return error_text(sources, &format!("{dir} holds no Terraform files"), None);
    };
    match module.diagnostics.iter().find(|found| found.level > Level::Note) {
        Some(found) => diagnostic_text(sources, found),
        None => configuration(&module),
    }
}

fn configuration(module: &EvaluatedModule) -> String {
    let mut text = String::from("{\"resources\":{");
    for (at, resource) in module.resources.iter().filter(|resource| !resource.data_source).enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(text, "{comma}{}:{{\"values\":", quoted(&resource.address));
        values(&resource.attributes, "unknown", &mut text);
    }
    text.push_str("},\"outputs\":{");
    for (at, (name, output)) in module.outputs.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(text, "{comma}{}:{{\"value\":", quoted(name));
        values(&output.value, "unknown", &mut text);
    }
    text.push_str("}}");
    text
}

/// The known parts, then the paths of the unknown ones, and the closing brace.
fn values(value: &Value, unknown: &str, text: &mut String) {
    let mut paths = Vec::new();
    write_known(value, &mut Path::default(), &mut paths, text);
    let _ = write!(text, ",\"{unknown}\":[");
    for (at, path) in paths.iter().enumerate() {
        let comma = if at > 0 { "," } else { "" };
        let _ = write!(text, "{comma}{}", quoted(&bracketed(path)));
    }
    text.push_str("]}");
}

fn envelope(value: &Value) -> String {
    if value.is_wholly_known() {
        let mut text = String::from("{\"value\":");
        write_known(value, &mut Path::default(), &mut Vec::new(), &mut text);
        text.push('}');
        return text;
    }
    let reason = reason_of(value).map_or_else(|| "unknown".to_owned(), |reason| reason.to_string());
    let mut text = format!("{{\"unknown\":true,\"reason\":{}", quoted(&reason));
    if is_open(value) {
        text.push('}');
    } else {
        text.push_str(",\"partial\":");
        values(value, "unknown_paths", &mut text);
    }
    text
}

/// Whether Terraform says nothing of a value: of a list too where the number of its elements is not known.
fn is_open(value: &Value) -> bool {
    value.is_unknown() || value.items().is_some_and(|items| items.iter().any(Value::stands_for_many))
}

fn reason_of(value: &Value) -> Option<&Reason> {
    match &value.data {
        Data::Unknown(unknown) => Some(&unknown.reason),
        Data::Sequence(_, items) => items.iter().find_map(reason_of),
        Data::Mapping(_, entries) => entries.values().find_map(reason_of),
        _ => None,
    }
}

/// Writes what is known: unknown entries of objects are left out, unknown elements of lists are null.
fn write_known(value: &Value, at: &mut Path, unknown: &mut Vec<Path>, text: &mut String) {
    match &value.data {
        Data::Null => text.push_str("null"),
        Data::Bool(flag) => text.push_str(if *flag { "true" } else { "false" }),
        Data::Number(number) if number.is_infinite() => text.push_str(&quoted(&number.to_string())),
        Data::Number(number) => text.push_str(&number.to_string()),
        Data::String(content) => text.push_str(&quoted(content)),
        _ if is_open(value) => {
            unknown.push(at.clone());
            text.push_str("null");
        }
        Data::Unknown(_) => {}
        Data::Sequence(_, items) => {
            text.push('[');
            for (index, item) in items.iter().enumerate() {
                if index > 0 {
                    text.push(',');
                }
                at.0.push(Step::Index(index));
                write_known(item, at, unknown, text);
                at.0.pop();
            }
            text.push(']');
        }
        Data::Mapping(_, entries) => {
            text.push('{');
            let mut first = true;
            for (key, entry) in entries.iter() {
                at.0.push(Step::Key(key.clone()));
                if is_open(entry) {
                    unknown.push(at.clone());
                } else {
                    let comma = if first { "" } else { "," };
                    let _ = write!(text, "{comma}{}:", quoted(key));
                    first = false;
                    write_known(entry, at, unknown, text);
                }
                at.0.pop();
            }
            text.push('}');
        }
    }
}

/// `["key"][0]`.
fn bracketed(path: &Path) -> String {
    let step = |step: &Step| match step {
        Step::Key(key) => format!("[{}]", quoted(key)),
        Step::Index(index) => format!("[{index}]"),
        Step::Any => "[*]".to_owned(),
    };
    path.0.iter().map(step).collect()
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn refused(sources: &Sources, error: &EvaluationError) -> String {
    error_text(sources, &error.message, Some(error.span))
}

fn diagnostic_text(sources: &Sources, found: &Diagnostic) -> String {
    error_text(sources, &found.message, found.span)
}

fn error_text(sources: &Sources, message: &str, span: Option<crate::source::Span>) -> String {
    let mut text = format!("{{\"error\":{}", quoted(message));
    if let Some(span) = span.filter(|span| span.file != FileId::NONE) {
        let file = sources.file(span.file);
        let line = sources.position(span).line;
        let _ = write!(text, ",\"file\":{},\"line\":{line}", quoted(&file.path));
    }
    text.push('}');
    text
}
