//! What Terraform plans by itself, without a provider: its own resource `terraform_data`, and the ids that
//! `import` blocks give.

use super::module::{Module, argument};
use super::types;
use crate::evaluate::{Data, Origin, Reason, Unknown, Value};
use crate::parse::hcl::ast::{Expr, ExprKind, TraversalKind};
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

/// The ids that `import` blocks of a root module give, by the address of what is imported.
pub(super) fn imports(root: &Module) -> BTreeMap<String, &Expr> {
    let blocks = root.statements.iter().filter(|block| &*block.kind.text == "import");
    blocks.filter_map(|block| Some((address(argument(block, "to")?)?, argument(block, "id")?))).collect()
}

/// The address that an expression spells: names and fixed keys alone.
fn address(expr: &Expr) -> Option<String> {
    let ExprKind::Traversal(base, steps) = &expr.kind else { return None };
    let ExprKind::Variable(first) = &base.kind else { return None };
    let mut address = first.to_string();
    for step in steps {
        match &step.kind {
            TraversalKind::Attr(name) => address.extend([".", name]),
            TraversalKind::Index(Expr { kind: ExprKind::Number(at), .. }) => address.extend(["[", at, "]"]),
            TraversalKind::Index(Expr { kind: ExprKind::String(key), .. }) => {
                address.push_str(&super::expand::index_text(key));
            }
            _ => return None,
        }
    }
    Some(address)
}
