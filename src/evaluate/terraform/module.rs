//! A module as it is written: the declarations of all files of one directory, overrides applied.

use super::error::{EvaluationError, refuse};
use super::validate::structure;
use crate::parse::hcl::ast::{Attribute, Block, Body, Expr, ExprKind, HclFile};
use crate::source::{Diagnostic, FileId, Level, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What identifies a resource or data source inside a module.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct ResourceKey {
    /// A `data` block.
    pub(super) data_source: bool,
    /// The type.
    pub(super) kind: Arc<str>,
    /// The name.
    pub(super) name: Arc<str>,
}

/// The declarations of one directory.
#[derive(Debug, Default)]
pub(super) struct Module {
    /// Directory relative to the top.
    pub(super) dir: Arc<str>,
    /// Kept by somebody else: fetched by a tool.
    pub(super) foreign: bool,
    pub(super) variables: BTreeMap<Arc<str>, Block>,
    pub(super) locals: BTreeMap<Arc<str>, Attribute>,
    pub(super) outputs: BTreeMap<Arc<str>, Block>,
    pub(super) resources: BTreeMap<ResourceKey, Block>,
    pub(super) calls: BTreeMap<Arc<str>, Block>,
    /// `provider` blocks, by local name and alias: `aws`, `aws.west`.
    pub(super) providers: BTreeMap<Arc<str>, Block>,
    /// Blocks that declare nothing to refer to: `terraform`, `moved`, `import`, `removed`, `check`.
    pub(super) statements: Vec<Block>,
    /// Variables whose type an override file sets, and where.
    pub(super) retyped: BTreeMap<Arc<str>, Span>,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What Terraform refuses about the files as they are written.
    pub(super) refusals: Vec<EvaluationError>,
    /// The start of its first file: stands for the module where nothing more exact does.
    place: Option<Span>,
}

impl Module {
    /// A module of nothing but local values.
    pub(super) fn of_locals(dir: Arc<str>, locals: BTreeMap<Arc<str>, Attribute>) -> Module {
        Module { dir, locals, ..Module::default() }
    }

    /// Whether nothing is declared.
    pub(super) fn is_empty(&self) -> bool {
        self.place.is_none()
    }

    /// A place that stands for the module as a whole.
    pub(super) fn span(&self) -> Span {
        self.place.unwrap_or_else(|| Span::new(FileId::NONE, 0, 0))
    }

    /// Assembles a module from its files, which come ordered by path; `true` marks an override file.
    pub(super) fn assemble(dir: Arc<str>, foreign: bool, files: Vec<(HclFile, bool)>) -> Module {
        let place = files.first().map(|(file, _)| Span::new(file.file, 0, 0));
        let mut module = Module { dir, foreign, place, ..Module::default() };
        for (file, is_override) in &files {
            let native = !file.json;
            module.refusals.extend(structure::check(&file.body, native, *is_override));
        }
        let (overrides, files): (Vec<_>, Vec<_>) =
            files.into_iter().partition(|(_, is_override)| *is_override);
        for (file, _) in files {
            file.body.blocks.into_iter().for_each(|block| module.declare(block));
        }
        for (file, _) in overrides {
            file.body.blocks.into_iter().for_each(|block| module.override_with(block));
        }
        module
    }

    fn declare(&mut self, block: Block) {
        if &*block.kind.text == "locals" {
            for attribute in block.body.attributes {
                let name = attribute.name.text.clone();
                if let Some(first) = self.locals.insert(name, attribute.clone()) {
                    self.repeated("local value", &attribute.name.text, attribute.span);
                    self.locals.insert(first.name.text.clone(), first);
                }
            }
            return;
        }
        let span = block.header;
        let Some(slot) = self.slot(&block) else {
            self.statements.push(block);
            return;
        };
        let repeated = slot.insert(block);
        if let Some((what, name)) = repeated {
            self.repeated(what, &name, span);
        }
    }

    fn repeated(&mut self, what: &str, name: &str, span: Span) {
        let message =
            format!("the {what} \"{name}\" is declared more than once; the first declaration is used");
        self.refusals.extend(refuse::<()>(span, message.as_str()).err().map(|error| *error));
        self.diagnostics.push(Diagnostic::at(Level::Warning, "terraform-duplicate", span, message));
    }

    /// The place a block's declaration belongs in; none for blocks that declare nothing to refer to.
    fn slot(&mut self, block: &Block) -> Option<Slot<'_>> {
        let label = |at: usize| block.labels.get(at).map(|label| label.text.clone());
        match &*block.kind.text {
            "variable" => Some(Slot::Named("variable", &mut self.variables, label(0)?)),
            "output" => Some(Slot::Named("output", &mut self.outputs, label(0)?)),
            "module" => Some(Slot::Named("module call", &mut self.calls, label(0)?)),
            "provider" => {
                let name = match argument(block, "alias").map(|alias| &alias.kind) {
                    Some(ExprKind::String(alias)) => format!("{}.{alias}", label(0)?).into(),
                    _ => label(0)?,
                };
                Some(Slot::Named("provider configuration", &mut self.providers, name))
            }
            kind @ ("resource" | "data" | "ephemeral") => {
                let key = ResourceKey { data_source: kind != "resource", kind: label(0)?, name: label(1)? };
                Some(Slot::Resource(&mut self.resources, key))
            }
            _ => None,
        }
    }

    fn override_with(&mut self, block: Block) {
        if &*block.kind.text == "locals" {
            for attribute in block.body.attributes {
                let span = attribute.span;
                if self.locals.insert(attribute.name.text.clone(), attribute).is_none() {
                    self.overrides_nothing(span);
                }
            }
            return;
        }
        let header = block.header;
        if let ("variable", Some(name), Some(_)) =
            (&*block.kind.text, block.labels.first(), argument(&block, "type"))
        {
            self.retyped.insert(name.text.clone(), header);
        }
        // A provider that nothing configures has an empty configuration of its own to override.
        let is_default_provider = &*block.kind.text == "provider" && argument(&block, "alias").is_none();
        let Some(mut slot) = self.slot(&block) else { return };
        match slot.existing() {
            Some(existing) => merge_body(&mut existing.body, block.body),
            None => {
                slot.insert(block);
                if !is_default_provider {
                    self.overrides_nothing(header);
                }
            }
        }
    }

    /// Terraform refuses an override of nothing; reading it as a declaration loses nothing.
    fn overrides_nothing(&mut self, span: Span) {
        let message = "this overrides something that no other file declares";
        self.refusals.extend(refuse::<()>(span, message).err().map(|error| *error));
    }
}

/// Where a declaration is kept.
enum Slot<'a> {
    Named(&'static str, &'a mut BTreeMap<Arc<str>, Block>, Arc<str>),
    Resource(&'a mut BTreeMap<ResourceKey, Block>, ResourceKey),
}

impl Slot<'_> {
    /// Keeps the block unless there is one already; then says what is declared twice.
    fn insert(self, block: Block) -> Option<(&'static str, String)> {
        match self {
            Slot::Named(what, map, name) => {
                let repeated = map.contains_key(&name).then(|| (what, name.to_string()));
                map.entry(name).or_insert(block);
                repeated
            }
            Slot::Resource(map, key) => {
                let repeated =
                    map.contains_key(&key).then(|| ("resource", format!("{}.{}", key.kind, key.name)));
                map.entry(key).or_insert(block);
                repeated
            }
        }
    }

    fn existing(&mut self) -> Option<&mut Block> {
        match self {
            Slot::Named(_, map, name) => map.get_mut(name),
            Slot::Resource(map, key) => map.get_mut(key),
        }
    }
}

/// Arguments are replaced one by one; nested blocks of a kind are replaced all together.
fn merge_body(body: &mut Body, replacement: Body) {
    for attribute in replacement.attributes {
        match body.attributes.iter_mut().find(|old| old.name.text == attribute.name.text) {
            Some(old) => *old = attribute,
            None => body.attributes.push(attribute),
        }
    }
    let replaced: Vec<Arc<str>> = replacement.blocks.iter().map(|block| block.kind.text.clone()).collect();
    body.blocks.retain(|block| !replaced.contains(&block.kind.text));
    body.blocks.extend(replacement.blocks);
}

/// The value of an attribute of a block.
pub(super) fn argument<'a>(block: &'a Block, name: &str) -> Option<&'a Expr> {
    block.body.attributes.iter().find(|attribute| &*attribute.name.text == name).map(|found| &found.value)
}
