//! Terraform's own resource, `terraform_data`: the one whose plan needs no provider.

use super::types;
use crate::evaluate::{Data, Origin, Reason, Unknown, Value};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Its type.
pub(super) const TERRAFORM_DATA: &str = "terraform_data";
/// Arguments that may be set.
pub(super) const ARGUMENTS: [&str; 2] = ["input", "triggers_replace"];
/// Attributes that are only read.
pub(super) const COMPUTED: [&str; 2] = ["id", "output"];

/// Every attribute of a `terraform_data` resource that is yet to be created: what is not set is null, the id is
/// made when it is applied unless it is `imported` by it, and the output will be of the input's type.
pub(super) fn terraform_data(
    set: &BTreeMap<Arc<str>, Value>,
    imported: Option<Value>,
    header: Span,
) -> BTreeMap<Arc<str>, Value> {
    let mut attributes = set.clone();
    let null = Value::new(Data::Null, Origin::literal(header));
    for name in ARGUMENTS {
        attributes.entry(name.into()).or_insert_with(|| null.clone());
    }
    let input = attributes.get("input").unwrap_or(&null);
    let output = match &input.data {
        Data::Null => null,
        _ => Value { sensitive: input.sensitive, ..later(false, input.clone(), header) },
    };
    attributes.insert("output".into(), output);
    let id = || later(true, Value::string("", Origin::literal(header)), header);
    attributes.insert("id".into(), imported.unwrap_or_else(id));
    attributes
}

/// A value that is known once it is applied, of the type of another one.
fn later(not_null: bool, like: Value, header: Span) -> Value {
    let like = Some(like).filter(types::has_type);
    let unknown = Unknown { not_null, like, ..Unknown::because(Reason::Computed) };
    Value::new(Data::Unknown(Arc::new(unknown)), Origin::literal(header))
}
