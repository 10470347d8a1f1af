//! `terraform_remote_state` with the `local` backend: the outputs in a state file of the repository.

use super::Entries;
use super::json::from_json;
use crate::evaluate::terraform::error::{Outcome, refuse};
use crate::evaluate::terraform::evaluator::Evaluator;
use crate::evaluate::terraform::types::{self, ObjectAttribute, Type};
use crate::evaluate::{LinkKind, Origin, Value};
use crate::source::Span;
use std::collections::BTreeMap;

/// Levels of a type that are read.
const DEPTH: usize = 100;

/// What matters of a state file, in the format of Terraform 0.12 and later.
#[derive(serde::Deserialize)]
struct State {
    version: u32,
    #[serde(default)]
    outputs: BTreeMap<String, Output>,
}

#[derive(serde::Deserialize)]
struct Output {
    value: serde_json::Value,
    #[serde(rename = "type")]
    constraint: serde_json::Value,
    #[serde(default)]
    sensitive: bool,
}

impl Evaluator<'_> {
    /// The `outputs`; none where the state lies elsewhere, or a part of what leads there is not known.
    pub(super) fn remote_state(&self, attributes: &Entries, header: Span) -> Option<Outcome<Value>> {
        let backend = attributes.get("backend").and_then(Value::as_str)?;
        let elsewhere =
            attributes.get("workspace").is_some_and(|workspace| workspace.as_str() != Some("default"));
        let config = attributes.get("config")?;
        if backend != "local" || elsewhere || config.get("workspace_dir").is_some() {
            return None;
        }
        let path = config.get("path")?.clone();
        let shown = path.as_str()?.to_owned();
        let text = self.function("file", &[path], header).ok();
        let Some(text) = text.as_ref().and_then(Value::as_str) else {
            // Only a complete working directory has it; elsewhere it says nothing about the configuration.
            let refused = || refuse(header, format!("there is no state file {shown}"));
            return self.strict.then(refused);
        };
        let state = serde_json::from_str::<State>(text).ok().filter(|state| state.version == 4);
        let Some(state) = state else {
            return Some(refuse(header, format!("{shown} is not a state file of version 4")));
        };
        let origin = Origin::new(LinkKind::Computed, header, Vec::new());
        let defaults = attributes.get("defaults").and_then(Value::entries);
        let mut outputs = defaults.cloned().unwrap_or_default();
        for (name, output) in state.outputs {
            let value = from_json(output.value, &origin);
            let constraint = constraint(&output.constraint, 0).unwrap_or(Type::Any);
            let mut value = types::convert(&value, &constraint).unwrap_or(value);
            // Terraform 1.11 forgets it, a report must not.
            value.sensitive = output.sensitive && !self.strict;
            outputs.insert(name.into(), value);
        }
        Some(Ok(Value::object(outputs, origin)))
    }
}

/// A type as state files write it: `"string"`, `["list", "string"]`.
fn constraint(json: &serde_json::Value, depth: usize) -> Option<Type> {
    if depth > DEPTH {
        return None;
    }
    if let Some(name) = json.as_str() {
        return match name {
            "string" => Some(Type::String),
            "number" => Some(Type::Number),
            "bool" => Some(Type::Bool),
            _ => None,
        };
    }
    let [kind, inner] = json.as_array()?.as_slice() else { return None };
    let element = || constraint(inner, depth + 1).map(Box::new);
    match kind.as_str()? {
        "list" => Some(Type::List(element()?)),
        "set" => Some(Type::Set(element()?)),
        "map" => Some(Type::Map(element()?)),
        "tuple" => {
            let items = inner.as_array()?.iter().map(|item| constraint(item, depth + 1));
            Some(Type::Tuple(items.collect::<Option<_>>()?))
        }
        "object" => {
            let attribute = |(name, json): (&String, &serde_json::Value)| {
                let constraint = constraint(json, depth + 1)?;
                Some((name.as_str().into(), ObjectAttribute { constraint, optional: false, default: None }))
            };
            Some(Type::Object(inner.as_object()?.iter().map(attribute).collect::<Option<_>>()?))
        }
        _ => None,
    }
}
