//! Which blocks and arguments the language itself knows, and where. What is inside a resource, a data source or a
//! provider is the provider's business.

use crate::evaluate::terraform::error::{EvaluationError, refuse};
use crate::parse::hcl::ast::{Attribute, Block, Body};
use crate::source::Span;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What a kind of block may hold.
struct Schema {
    /// What its labels are called.
    labels: &'static [&'static str],
    /// Arguments; none where any may stand.
    arguments: Option<&'static [&'static str]>,
    required: &'static [&'static str],
    /// Nested blocks.
    blocks: Nested,
}

/// The nested blocks a block may hold.
enum Nested {
    /// These, and others too.
    Open(&'static [(&'static str, Schema)]),
    /// These alone.
    Only(&'static [(&'static str, Schema)]),
}

const ANYTHING: Schema = Schema { labels: &[], arguments: None, required: &[], blocks: Nested::Open(&[]) };

const CONDITION: Schema = Schema {
    labels: &[],
    arguments: Some(&["condition", "error_message"]),
    required: &["condition", "error_message"],
    blocks: Nested::Only(&[]),
};

const CONDITIONS: [(&str, Schema); 2] = [("precondition", CONDITION), ("postcondition", CONDITION)];

const PROVISIONER: (&str, Schema) =
    ("provisioner", Schema { labels: &["type"], arguments: None, required: &[], blocks: Nested::Open(&[]) });

const RESOURCE_BLOCKS: [(&str, Schema); 3] = [
    (
        "lifecycle",
        Schema {
            labels: &[],
            arguments: Some(&[
                "create_before_destroy",
                "prevent_destroy",
                "ignore_changes",
                "replace_triggered_by",
                // OpenTofu's.
                "enabled",
            ]),
            required: &[],
            blocks: Nested::Only(&CONDITIONS),
        },
    ),
    PROVISIONER,
    ("connection", ANYTHING),
];

const DATA_BLOCKS: [(&str, Schema); 1] = [(
    "lifecycle",
    Schema { labels: &[], arguments: Some(&["enabled"]), required: &[], blocks: Nested::Only(&CONDITIONS) },
)];

const TERRAFORM_BLOCKS: [(&str, Schema); 5] = [
    ("backend", Schema { labels: &["type"], arguments: None, required: &[], blocks: Nested::Open(&[]) }),
    ("cloud", ANYTHING),
    ("encryption", ANYTHING),
    (
        "provider_meta",
        Schema { labels: &["provider"], arguments: None, required: &[], blocks: Nested::Open(&[]) },
    ),
    ("required_providers", Schema { labels: &[], arguments: None, required: &[], blocks: Nested::Only(&[]) }),
];

const DATA: Schema =
    Schema { labels: &["type", "name"], arguments: None, required: &[], blocks: Nested::Open(&DATA_BLOCKS) };

const FILE_BLOCKS: [(&str, Schema); 13] = [
    (
        "terraform",
        Schema {
            labels: &[],
            arguments: Some(&["required_version", "experiments", "language"]),
            required: &[],
            blocks: Nested::Only(&TERRAFORM_BLOCKS),
        },
    ),
    ("provider", Schema { labels: &["name"], arguments: None, required: &[], blocks: Nested::Open(&[]) }),
    (
        "variable",
        Schema {
            labels: &["name"],
            arguments: Some(&[
                "description",
                "default",
                "type",
                "sensitive",
                "ephemeral",
                "nullable",
                "deprecated",
            ]),
            required: &[],
            blocks: Nested::Only(&[("validation", CONDITION)]),
        },
    ),
    ("locals", Schema { labels: &[], arguments: None, required: &[], blocks: Nested::Only(&[]) }),
    (
        "output",
        Schema {
            labels: &["name"],
            arguments: Some(&["description", "value", "depends_on", "sensitive", "ephemeral", "deprecated"]),
            required: &["value"],
            blocks: Nested::Only(&[("precondition", CONDITION)]),
        },
    ),
    (
        "module",
        Schema { labels: &["name"], arguments: None, required: &["source"], blocks: Nested::Only(&[]) },
    ),
    (
        "resource",
        Schema {
            labels: &["type", "name"],
            arguments: None,
            required: &[],
            blocks: Nested::Open(&RESOURCE_BLOCKS),
        },
    ),
    ("data", DATA),
    ("ephemeral", DATA),
    (
        "moved",
        Schema {
            labels: &[],
            arguments: Some(&["from", "to"]),
            required: &["from", "to"],
            blocks: Nested::Only(&[]),
        },
    ),
    (
        "removed",
        Schema {
            labels: &[],
            arguments: Some(&["from"]),
            required: &["from"],
            blocks: Nested::Only(&[
                (
                    "lifecycle",
                    Schema {
                        labels: &[],
                        arguments: Some(&["destroy"]),
                        required: &["destroy"],
                        blocks: Nested::Only(&[]),
                    },
                ),
                PROVISIONER,
                ("connection", ANYTHING),
            ]),
        },
    ),
    (
        "import",
        Schema {
            labels: &[],
            arguments: Some(&["to", "id", "provider", "for_each", "identity"]),
            required: &["to"],
            blocks: Nested::Only(&[]),
        },
    ),
    (
        "check",
        Schema {
            labels: &["name"],
            arguments: Some(&[]),
            required: &[],
            blocks: Nested::Only(&[("data", DATA), ("assert", CONDITION)]),
        },
    ),
];

const FILE: Schema =
    Schema { labels: &[], arguments: Some(&[]), required: &[], blocks: Nested::Only(&FILE_BLOCKS) };

/// Names of variables that would be taken for meta-arguments of a module call.
const RESERVED: [&str; 8] =
    ["source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals"];

/// What in a file is not where the language has it. `native`: written in the native syntax, where each argument
/// has one meaning; in JSON an object may be an argument or a block. `partial`: an override file, which leaves
/// out what it does not change.
pub(in super::super) fn check(file: &Body, native: bool, partial: bool) -> Vec<EvaluationError> {
    let mut check = Check { native, partial, found: Vec::new() };
    check.body(file, &FILE, None);
    let mut found = check.found;
    for block in &file.blocks {
        declaration(block, &mut found);
    }
    found
}

/// A check of one file.
struct Check {
    native: bool,
    partial: bool,
    found: Vec<EvaluationError>,
}

impl Check {
    fn body(&mut self, content: &Body, schema: &Schema, header: Option<Span>) {
        let found = &mut self.found;
        let mut names = BTreeSet::new();
        for attribute in &content.attributes {
            let name = &attribute.name;
            if !names.insert(&*name.text) {
                note(found, name.span, format!("the argument \"{}\" is set more than once", name.text));
            }
            if schema.arguments.is_some_and(|known| !known.contains(&&*name.text)) {
                note(found, name.span, format!("an argument named \"{}\" is not expected here", name.text));
            }
        }
        for required in schema.required.iter().filter(|required| !self.partial && !names.contains(**required))
        {
            let place = header.unwrap_or(content.span);
            note(found, place, format!("the argument \"{required}\" is required here"));
        }
        for block in &content.blocks {
            let (known, open) = match schema.blocks {
                Nested::Open(known) => (known, true),
                Nested::Only(known) => (known, false),
            };
            match known.iter().find(|(kind, _)| *kind == &*block.kind.text) {
                Some((_, schema)) => {
                    labels(block, schema, &mut self.found);
                    self.body(&block.body, schema, Some(block.header));
                }
                None if open || !self.native => {}
                None => {
                    let message = format!("blocks of type \"{}\" are not expected here", block.kind.text);
                    note(&mut self.found, block.kind.span, message);
                }
            }
        }
    }
}

fn labels(block: &Block, schema: &Schema, found: &mut Vec<EvaluationError>) {
    let kind = &block.kind.text;
    if let Some(missing) = schema.labels.get(block.labels.len()) {
        note(found, block.kind.span, format!("the {missing} of this {kind} block is missing"));
    } else if let Some(extra) = block.labels.get(schema.labels.len()) {
        let message = format!("a {kind} block has {} labels, this is one more", schema.labels.len());
        note(found, extra.span, message);
    }
    let named =
        matches!(&**kind, "variable" | "output" | "module" | "resource" | "data" | "ephemeral" | "check");
    for label in block.labels.iter().filter(|label| named && !is_identifier(&label.text)) {
        let message = "a name starts with a letter or underscore and has only letters, digits, _ and -";
        note(found, label.span, message.to_owned());
    }
}

/// What cannot be said by a schema.
fn declaration(block: &Block, found: &mut Vec<EvaluationError>) {
    let argument = |name: &str| block.body.attributes.iter().find(|found| &*found.name.text == name);
    match &*block.kind.text {
        "variable" => {
            let name = block.labels.first();
            if let Some(name) = name.filter(|name| RESERVED.contains(&&*name.text)) {
                note(found, name.span, format!("\"{}\" is a reserved name", name.text));
            }
        }
        "resource" | "data" | "ephemeral" | "module" => {
            if let (Some(_), Some(for_each)) = (argument("count"), argument("for_each")) {
                let message = "\"count\" and \"for_each\" cannot both be set";
                note(found, for_each.name.span, message.to_owned());
            }
            once(block, "lifecycle", found);
        }
        "locals" => {
            for Attribute { name, .. } in &block.body.attributes {
                if !is_identifier(&name.text) {
                    note(found, name.span, format!("\"{}\" is not a valid name", name.text));
                }
            }
        }
        "terraform" => once(block, "required_providers", found),
        _ => {}
    }
}

/// A nested block of which there may be one.
fn once(block: &Block, kind: &str, found: &mut Vec<EvaluationError>) {
    if let Some(second) = block.body.blocks.iter().filter(|inner| &*inner.kind.text == kind).nth(1) {
        note(found, second.header, format!("there is more than one {kind} block"));
    }
}

fn note(found: &mut Vec<EvaluationError>, span: Span, message: String) {
    if let Err(error) = refuse::<()>(span, message) {
        found.push(*error);
    }
}

/// Whether a text is a name in Terraform's sense.
pub(super) fn is_identifier(text: &Arc<str>) -> bool {
    let mut chars = text.chars();
    chars.next().is_some_and(|first| first == '_' || unicode_ident::is_xid_start(first))
        && chars.all(|next| next == '-' || unicode_ident::is_xid_continue(next))
}
