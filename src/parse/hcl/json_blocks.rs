//! Which objects of Terraform's JSON syntax are nested blocks. Only a provider's schema says so: a table has those
//! arguments that hold a map or an object, by name and, where other kinds have a block of the name, by kind. All other
//! objects are blocks.

use crate::parse::tree::{Entry, Node, NodeKind};
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// An argument a line. `name` is a map wherever there is one, `name + kinds` in these kinds only, `name - kinds` in all
/// but these; a kind may end in `*`. Made by `tools/map_attributes.py` from the schemas of the large providers.
const TABLE: &str = include_str!("map_attributes.txt");

/// Maps of providers that the table was not made from.
const OTHERS: &str = "\
defined_tags
default_labels
freeform_tags
";

/// In which kinds an argument is a map.
#[derive(Debug)]
enum In {
    All,
    These(Vec<&'static str>),
    AllBut(Vec<&'static str>),
}

static MAPS: LazyLock<BTreeMap<&'static str, In>> = LazyLock::new(|| {
    let line = |line: &'static str| {
        let mut words = line.split(' ');
        let name = words.next()?;
        let kinds = match words.next() {
            Some("+") => In::These(words.collect()),
            Some("-") => In::AllBut(words.collect()),
            _ => In::All,
        };
        Some((name, kinds))
    };
    OTHERS.lines().chain(TABLE.lines()).filter_map(line).collect()
});

fn is_map(kind: &str, name: &str) -> bool {
    let is_among = |kinds: &[&str]| {
        kinds.iter().any(|row| match row.strip_suffix('*') {
            Some(start) => kind.starts_with(start),
            None => *row == kind,
        })
    };
    match MAPS.get(name) {
        None => false,
        Some(In::All) => true,
        Some(In::These(kinds)) => is_among(kinds),
        Some(In::AllBut(kinds)) => !is_among(kinds),
    }
}

/// Whether a type of resource or data source is Terraform's own, or made to hold any values: it has no blocks.
pub(super) fn has_none(kind: &str) -> bool {
    matches!(kind, "terraform_data" | "terraform_remote_state" | "null_resource" | "null_data_source")
}

/// Whether an entry of a resource of type `kind`, or of a block in one, stands for nested blocks.
pub(super) fn is_block(kind: &str, entry: &Entry) -> bool {
    let is_object = |node: &Node| matches!(node.kind, NodeKind::Mapping(_));
    match (&*entry.key, &entry.value.kind) {
        ("for_each", _) => false,
        (name, NodeKind::Mapping(_)) => !is_map(kind, name),
        (name, NodeKind::Sequence(items)) => {
            !items.is_empty() && items.iter().all(is_object) && !is_map(kind, name)
        }
        _ => false,
    }
}
