//! `google_iam_policy`: bindings of members to roles, and what is audited.

use super::Entries;
use super::json::encoded;
use crate::evaluate::{Data, LinkKind, Origin, Value};
use crate::source::Span;

/// The `policy_data`: the document of the API.
pub(super) fn policy_data(attributes: &Entries, header: Span) -> Value {
    let origin = Origin::new(LinkKind::Computed, header, Vec::new());
    let mut document = Entries::new();
    let bindings = [("role", "role"), ("members", "members"), ("condition", "condition")];
    document.insert("bindings".into(), blocks(attributes, "binding", &bindings, header));
    if attributes.contains_key("audit_config") {
        let configs = [("service", "service"), ("audit_log_configs", "auditLogConfigs")];
        document.insert("auditConfigs".into(), blocks(attributes, "audit_config", &configs, header));
    }
    encoded(Value::object(document, origin), header)
}

/// Blocks as the API's objects: arguments under the API's names, a block of which there is one as an object.
fn blocks(attributes: &Entries, kind: &str, names: &[(&str, &str)], header: Span) -> Value {
    let Some(blocks) = attributes.get(kind) else { return Value::tuple(Vec::new(), Origin::literal(header)) };
    let Some(items) = blocks.items() else { return blocks.clone() };
    let object = |block: &Value| {
        let Some(arguments) = block.entries() else { return block.clone() };
        let named = names.iter().filter_map(|(argument, name)| {
            let value = arguments.get(*argument).filter(|value| !matches!(value.data, Data::Null))?;
            let single = (*argument == "condition").then(|| value.items()).flatten();
            Some(((*name).into(), single.and_then(|items| items.first()).unwrap_or(value).clone()))
        });
        Value::object(named.collect(), block.origin.clone())
    };
    Value::tuple(items.iter().map(object).collect(), blocks.origin.clone())
}
