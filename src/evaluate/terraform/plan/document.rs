//! What a plan says, taken out of its JSON. What is not as Terraform writes it is left out and reported.

use super::address::ResourceAddress;
use super::configuration::Configuration;
use crate::parse::tree::{Entry, Node, NodeKind};
use crate::source::{Diagnostic, FileId, Level, Span};
use std::collections::{BTreeMap, BTreeSet};

/// Levels of modules that are gone into.
const MAX_DEPTH: usize = 64;

/// A plan, with what it holds still in JSON.
pub(super) struct Plan<'n> {
    pub(super) file: FileId,
    /// What will exist, by address.
    pub(super) resources: BTreeMap<&'n str, Planned<'n>>,
    /// The values of the root module's variables.
    pub(super) variables: BTreeMap<&'n str, &'n Node>,
    /// The root module's outputs, known ones.
    pub(super) outputs: BTreeMap<&'n str, &'n Node>,
    pub(super) configuration: Configuration<'n>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// A resource instance that will exist.
pub(super) struct Planned<'n> {
    pub(super) address: ResourceAddress<'n>,
    /// Where the address stands.
    pub(super) place: Span,
    pub(super) provider_name: Option<&'n str>,
    pub(super) values: Option<&'n Node>,
    /// Of the same shape, `true` where the value is known after apply.
    pub(super) unknown: Option<&'n Node>,
    /// Of the same shape, `true` where the value is sensitive.
    pub(super) sensitive: Option<&'n Node>,
    /// Nothing says what is unknown but that it is not in the values: what is null is.
    pub(super) omits_unknown: bool,
}

impl Planned<'_> {
    /// Whether an attribute that is set may be unknown because nothing is said of it.
    pub(super) fn omits(&self, name: &str) -> bool {
        self.omits_unknown && self.values.is_none_or(|values| values.get(name).is_none())
    }
}

impl<'n> Plan<'n> {
    pub(super) fn read(file: FileId, root: &'n Node) -> Plan<'n> {
        let (configuration, place) = (root.get("configuration"), Span::new(file, 0, 0));
        let mut reader = Reader::default();
        for change in list(root.get("resource_changes"), &mut reader.odd, place) {
            reader.change(change);
        }
        for (at, values) in
            [root.get("planned_values"), root.get("prior_state").and_then(|s| s.get("values"))]
                .into_iter()
                .enumerate()
        {
            let Some(values) = values else { continue };
            match values.kind {
                // What is in the prior state exists before; of data sources that is what they were read as.
                NodeKind::Mapping(_) => reader.module(values.get("root_module"), at > 0, 0),
                NodeKind::Null => {}
                _ => reader.odd.push(values.span),
            }
        }
        let outputs = root.get("planned_values").and_then(|values| values.get("outputs"));
        Plan {
            file,
            resources: reader.found,
            variables: fields(root.get("variables"))
                .filter_map(|(name, one)| Some((name, one.get("value")?)))
                .collect(),
            outputs: fields(outputs).filter(|(_, one)| one.get("value").is_some()).collect(),
            configuration: Configuration::read(configuration),
            diagnostics: notes(root, &reader.odd, place),
        }
    }

    /// What the root module declares, as far as the plan tells: addresses without keys, `module.m` for calls.
    pub(super) fn declared_in_root(&self) -> BTreeSet<String> {
        if let Some(root) = self.configuration.module("") {
            return root.declared().collect();
        }
        let of = |planned: &Planned<'_>| match planned.address.module {
            "" => planned.address.declared.to_owned(),
            module => super::address::without_keys(module).split('.').take(2).collect::<Vec<_>>().join("."),
        };
        self.resources.values().map(of).collect()
    }
}

#[derive(Default)]
struct Reader<'n> {
    found: BTreeMap<&'n str, Planned<'n>>,
    /// Addresses of what a plan does away with.
    gone: BTreeSet<&'n str>,
    /// Places that are not as Terraform writes them.
    odd: Vec<Span>,
}

impl<'n> Reader<'n> {
    /// An element of `resource_changes`.
    fn change(&mut self, node: &'n Node) {
        // A deposed object is what is left of an earlier replacement, and is to be deleted.
        if node.get("deposed").is_some() {
            return;
        }
        let change = node.get("change");
        let actions = change.and_then(|change| change.get("actions"));
        let (Some(change), Some(actions), Some(address)) = (change, actions, node.get("address")) else {
            self.odd.push(node.span);
            return;
        };
        let stays = match (&actions.kind, change.get("after").map(|after| &after.kind)) {
            (NodeKind::Sequence(_), Some(NodeKind::Mapping(_))) => true,
            (NodeKind::Sequence(_), None | Some(NodeKind::Null)) => false,
            _ => return self.odd.push(node.span),
        };
        match (stays, change.get("after"), address.as_str()) {
            (true, Some(after), _) => {
                let unknown = change.get("after_unknown");
                self.planned(node, Some(after), unknown, change.get("after_sensitive"), false);
            }
            (_, _, Some(address)) => {
                self.gone.insert(address);
            }
            _ => self.odd.push(node.span),
        }
    }

    /// A module of `planned_values` or of the prior state, of which only data sources count.
    fn module(&mut self, module: Option<&'n Node>, prior: bool, depth: usize) {
        let Some(module) = module.filter(|_| depth < MAX_DEPTH) else { return };
        for node in list(module.get("resources"), &mut self.odd, module.span) {
            let is_data_source = node.get("mode").and_then(Node::as_str) == Some("data");
            if prior && !is_data_source || node.get("deposed_key").is_some() {
                continue;
            }
            match node.get("values").map(|values| (&values.kind, values)) {
                // Left out where nothing of it is known yet.
                None | Some((NodeKind::Null, _)) => {
                    self.planned(node, None, None, node.get("sensitive_values"), !prior)
                }
                Some((NodeKind::Mapping(_), values)) => {
                    self.planned(node, Some(values), None, node.get("sensitive_values"), !prior);
                }
                Some(_) => self.odd.push(node.span),
            }
        }
        let children = list(module.get("child_modules"), &mut self.odd, module.span);
        children.iter().for_each(|child| self.module(Some(child), prior, depth + 1));
    }

    fn planned(
        &mut self,
        node: &'n Node,
        values: Option<&'n Node>,
        unknown: Option<&'n Node>,
        sensitive: Option<&'n Node>,
        omits_unknown: bool,
    ) {
        let entry = node.entry("address");
        let text = entry.and_then(|entry| entry.value.as_str());
        let parsed = text.and_then(|text| Some((text, ResourceAddress::parse(text)?)));
        let (Some(entry), Some((text, address))) = (entry, parsed) else {
            self.odd.push(node.span);
            return;
        };
        if self.gone.contains(text) {
            return;
        }
        let provider_name = node.get("provider_name").and_then(Node::as_str);
        let place = place(entry);
        let planned = Planned { address, place, provider_name, values, unknown, sensitive, omits_unknown };
        self.found.entry(text).or_insert(planned);
    }
}

/// What a reader of the report should know of the plan as a whole.
fn notes(root: &Node, odd: &[Span], place: Span) -> Vec<Diagnostic> {
    let mut notes = Vec::new();
    if let Some(first) = odd.first() {
        let place = Span::new(first.file, first.start as usize, first.start as usize + 1);
        let message = match odd.len() {
            1 => "this part of the plan is not as Terraform writes it, and was left out".to_owned(),
            more => format!("{more} parts of the plan are not as Terraform writes them, and were left out"),
        };
        let found = Diagnostic::at(Level::Error, "plan-format", place, message);
        notes.push(found.with_help("write it anew: terraform show -json PLAN > plan.json"));
    }
    let version = root.get("format_version").and_then(Node::as_str).unwrap_or_default();
    if !["0", "1"].contains(&version.split('.').next().unwrap_or_default()) {
        let message = "this plan has a format that is not known here; it was read as version 1";
        notes.push(Diagnostic::at(Level::Warning, "plan-format", place, message));
    }
    if matches!(root.get("errored").map(|node| &node.kind), Some(NodeKind::Bool(true))) {
        let message = "making this plan failed, so it does not say all that will be";
        notes.push(Diagnostic::at(Level::Warning, "plan-incomplete", place, message));
    }
    notes
}

/// The elements of a list; something else where a list should be is odd.
fn list<'n>(node: Option<&'n Node>, odd: &mut Vec<Span>, place: Span) -> &'n [Node] {
    match node.map(|node| (&node.kind, node.span)) {
        Some((NodeKind::Sequence(items), _)) => items,
        None | Some((NodeKind::Null, _)) => &[],
        Some((_, span)) => {
            odd.push(if span.start == span.end { place } else { span });
            &[]
        }
    }
}

/// The entries of an object; none of anything else.
pub(super) fn fields(node: Option<&Node>) -> impl Iterator<Item = (&str, &Node)> {
    let entries = match node.map(|node| &node.kind) {
        Some(NodeKind::Mapping(entries)) => &entries[..],
        _ => &[],
    };
    entries.iter().map(|entry| (&*entry.key, &entry.value))
}

/// Where an entry is to be pointed at: a scalar with its key, a structure by its key alone.
pub(super) fn place(entry: &Entry) -> Span {
    match entry.value.kind {
        NodeKind::Mapping(_) | NodeKind::Sequence(_) => entry.key_span,
        _ => Span { end: entry.value.span.end, ..entry.key_span },
    }
}
