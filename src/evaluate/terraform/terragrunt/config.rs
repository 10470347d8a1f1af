//! One Terragrunt file with what it includes.

use super::functions::Names;
use super::merge::merged;
use crate::evaluate::terraform::evaluator::{Evaluator, copied};
use crate::evaluate::terraform::inputs::RootInputs;
use crate::evaluate::terraform::instance::Instance;
use crate::evaluate::terraform::module::{Module, argument};
use crate::evaluate::terraform::module_source::{join, normalised};
use crate::evaluate::terraform::project::Project;
use crate::evaluate::terraform::scope::Scope;
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Reason, Value};
use crate::parse::hcl;
use crate::parse::hcl::ast::{Block, HclFile};
use crate::source::{Diagnostic, FileId, Level, Sources, Span, directory};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Files that read each other.
const DEPTH: usize = 8;
/// Files read for one unit, counted each time: files that read many others double the work from level to level.
const READS: usize = 400;

/// Blocks that say how Terragrunt runs, not what a module is given, and are taken as they are.
const RUN: [&str; 5] = ["catalog", "engine", "errors", "exclude", "feature"];

/// What a file comes to.
#[derive(Debug)]
pub(super) struct Config {
    pub(super) locals: Value,
    pub(super) inputs: Option<Value>,
    /// The source of its module, and where it is set.
    pub(super) source: Option<(Value, Span)>,
    /// Something that may set inputs could not be read: this unknown stands for them.
    pub(super) incomplete: Option<Value>,
    /// Where it begins.
    pub(super) place: Span,
}

/// Where a file is read from.
#[derive(Clone, Debug)]
pub(super) struct From {
    /// The directory of the unit: where relative paths and searches upwards start.
    pub(super) unit: Arc<str>,
    /// The directory of the file itself, where it is included by the unit.
    pub(super) included: Option<Arc<str>>,
    /// Files above it that read it.
    pub(super) depth: usize,
}

/// An `include` block, read.
struct Include {
    label: Option<Arc<str>>,
    dir: Arc<str>,
    config: Config,
    exposed: bool,
    /// None where it is not merged.
    deep: Option<bool>,
}

/// Reads files, and keeps what there is to say of them.
pub(super) struct Reader<'s> {
    pub(super) sources: &'s Sources,
    parsed: RefCell<BTreeMap<FileId, Rc<HclFile>>>,
    included: RefCell<BTreeSet<Arc<str>>>,
    /// Reads left for the unit.
    left: Cell<usize>,
    passed_over: RefCell<BTreeMap<String, BTreeSet<Span>>>,
    diagnostics: RefCell<Vec<Diagnostic>>,
}

impl<'s> Reader<'s> {
    pub(super) fn new(sources: &'s Sources) -> Reader<'s> {
        Reader {
            sources,
            parsed: RefCell::default(),
            included: RefCell::default(),
            left: Cell::new(0),
            passed_over: RefCell::default(),
            diagnostics: RefCell::default(),
        }
    }

    /// The file of a unit.
    pub(super) fn unit(&self, path: &str) -> Option<Config> {
        self.left.set(READS);
        self.read(path, &From { unit: directory(path).into(), included: None, depth: 0 })
    }

    /// Whether a file was included by another.
    pub(super) fn is_included(&self, path: &str) -> bool {
        self.included.borrow().contains(path)
    }

    pub(super) fn take_diagnostics(&self) -> Vec<Diagnostic> {
        std::mem::take(&mut *self.diagnostics.borrow_mut())
    }

    /// Notes something that is not evaluated.
    pub(super) fn pass_over(&self, what: String, span: Span) {
        self.passed_over.borrow_mut().entry(what).or_default().insert(span);
    }

    /// What was not evaluated, in words.
    pub(super) fn passed_over(&self) -> Option<String> {
        let passed_over = self.passed_over.borrow();
        let counted: Vec<String> =
            passed_over.iter().map(|(what, places)| format!("{} {what}", places.len())).collect();
        (!counted.is_empty()).then(|| format!("of Terragrunt's files, not evaluated: {}", counted.join(", ")))
    }

    fn warn(&self, span: Span, message: String) {
        self.diagnostics.borrow_mut().push(Diagnostic::at(Level::Warning, "terragrunt", span, message));
    }

    /// A file by its path from the top; none where it cannot be read, or too much has been.
    pub(super) fn read(&self, path: &str, from: &From) -> Option<Config> {
        self.left.set(self.left.get().checked_sub(1)?);
        let id = self.sources.load(path).ok().filter(|_| from.depth <= DEPTH)?;
        let file = self.parse(id);
        let module = Module::of_locals(from.unit.clone(), locals(&file));
        let (includes, unread) = self.includes(&file, &module, from);
        let names = Names::new(self, from, includes.iter().map(Include::seen).collect());
        let config = self.evaluated(&module, &from.unit, &names, |evaluator, scope| {
            let attributes = &file.body.attributes;
            let inputs = attributes.iter().find(|attribute| &*attribute.name.text == "inputs");
            let inputs = inputs
                .map(|found| evaluator.settle(evaluator.evaluate(&found.value, scope), found.value.span));
            let terraform = file.body.blocks.iter().filter(|block| &*block.kind.text == "terraform");
            let source = terraform.filter_map(|block| argument(block, "source")).next_back();
            let source =
                source.map(|expr| (evaluator.settle(evaluator.evaluate(expr, scope), expr.span), expr.span));
            let value = |(name, attribute): (&Arc<str>, &hcl::ast::Attribute)| {
                let value =
                    evaluator.settle(evaluator.evaluate(&attribute.value, scope), attribute.value.span);
                (name.clone(), copied(value, LinkKind::Local(name.clone()), attribute.span))
            };
            // The values of a unit's own locals are asked for one by one.
            let wanted = from.depth > 0;
            let locals = module.locals.iter().filter(|_| wanted).map(value).collect();
            self.count(&file);
            let place = Span::new(id, 0, 0);
            let locals = Value::object(locals, Origin::literal(place));
            Config { locals, inputs, source, incomplete: unread, place }
        });
        Some(config.over(includes))
    }

    fn parse(&self, id: FileId) -> Rc<HclFile> {
        if let Some(file) = self.parsed.borrow().get(&id) {
            return file.clone();
        }
        let (file, found) = hcl::parse(self.sources, id);
        self.diagnostics.borrow_mut().extend(found);
        let file = Rc::new(file);
        self.parsed.borrow_mut().insert(id, file.clone());
        file
    }

    /// Lets `work` evaluate what a file says.
    fn evaluated<T>(
        &self,
        module: &Module,
        dir: &Arc<str>,
        names: &Names<'_, 's>,
        work: impl for<'p> FnOnce(&Evaluator<'p>, &Scope<'p>) -> T,
    ) -> T {
        let (project, inputs) = (Project::default(), RootInputs::default());
        let evaluator = Evaluator::new(&project, self.sources, &inputs, dir.clone()).hosted(names);
        let result = {
            let scope = Scope::of(Rc::new(Instance::new(module, None, None)));
            work(&evaluator, &scope)
        };
        self.diagnostics.borrow_mut().extend(evaluator.into_diagnostics());
        result
    }

    /// The files that a file includes, and an unknown where one of them cannot be read.
    fn includes(&self, file: &HclFile, module: &Module, from: &From) -> (Vec<Include>, Option<Value>) {
        let mut includes = Vec::new();
        let mut unread = None;
        for block in file.body.blocks.iter().filter(|block| &*block.kind.text == "include") {
            if from.included.is_some() {
                self.pass_over("`include` inside of an included file".to_owned(), block.header);
                continue;
            }
            match self.include(block, module, from) {
                Some(include) => includes.push(include),
                None => {
                    self.warn(block.header, "the file that this includes cannot be read here".to_owned());
                    unread = Some(Value::unknown(Reason::Terragrunt, Origin::literal(block.header)));
                }
            }
        }
        (includes, unread)
    }

    fn include(&self, block: &Block, module: &Module, from: &From) -> Option<Include> {
        let names = Names::new(self, from, Vec::new());
        let text = |name: &str| {
            let expr = argument(block, name)?;
            self.evaluated(module, &from.unit, &names, |evaluator, scope| {
                Some(evaluator.settle(evaluator.evaluate(expr, scope), expr.span))
            })
        };
        let path = text("path")?;
        let path = from_top(self.sources, &from.unit, path.as_str()?)?;
        let dir: Arc<str> = directory(&path).into();
        let inner = From { included: Some(dir.clone()), depth: from.depth + 1, ..from.clone() };
        let config = self.read(&path, &inner)?;
        self.included.borrow_mut().insert(path);
        let deep = match text("merge_strategy").as_ref().and_then(Value::as_str) {
            Some("no_merge") => None,
            Some("deep") => Some(true),
            _ => Some(false),
        };
        let exposed = text("expose").is_some_and(|value| value.as_bool() == Some(true));
        let label = block.labels.first().map(|label| label.text.clone());
        Some(Include { label, dir, config, exposed, deep })
    }

    /// Counts what a file says and is not evaluated.
    fn count(&self, file: &HclFile) {
        for block in &file.body.blocks {
            match &*block.kind.text {
                "locals" | "include" => {}
                "terraform" => {
                    for inner in &block.body.blocks {
                        self.pass_over(format!("`{}` of `terraform`", inner.kind.text), inner.header);
                    }
                }
                kind if RUN.contains(&kind) => {}
                kind => self.pass_over(format!("`{kind}`"), block.header),
            }
        }
        let generated = file.body.attributes.iter().filter(|attribute| {
            matches!(&*attribute.name.text, "generate" | "remote_state" | "dependencies")
        });
        generated.for_each(|attribute| self.pass_over(format!("`{}`", attribute.name.text), attribute.span));
    }
}

impl Config {
    /// What a file makes of itself and of what it includes: later ones are stronger, the file itself strongest.
    fn over(mut self, includes: Vec<Include>) -> Config {
        let mut below: Option<Value> = None;
        let (mut source, mut any_deep) = (None, false);
        for Include { config, deep, .. } in includes {
            let Some(deep) = deep else { continue };
            below = joined(below, config.inputs, deep, &mut self.incomplete);
            any_deep |= deep;
            source = config.source.or(source);
            self.incomplete = self.incomplete.take().or(config.incomplete);
        }
        let own = self.inputs.take();
        self.inputs = joined(below, own, any_deep, &mut self.incomplete);
        self.source = self.source.or(source);
        self
    }

    /// What expressions see of it: what is not here is unknown, not absent.
    pub(super) fn as_value(&self) -> Value {
        let origin = || Origin::literal(self.place);
        let mut entries = BTreeMap::from([(Arc::from("locals"), self.locals.clone())]);
        entries.extend(self.inputs.clone().map(|inputs| (Arc::from("inputs"), inputs)));
        let source = self.source.clone().map(|(source, _)| (Arc::from("source"), source));
        entries.extend(
            source.map(|source| (Arc::from("terraform"), Value::object(BTreeMap::from([source]), origin()))),
        );
        Value::new(Data::Mapping(MappingKind::Resource, Arc::new(entries)), origin())
    }
}

/// Inputs on top of others; where one of them is no object, what it sets is unknown.
fn joined(
    base: Option<Value>,
    over: Option<Value>,
    deep: bool,
    incomplete: &mut Option<Value>,
) -> Option<Value> {
    let mut usable = |value: Option<Value>| match value {
        Some(value) if value.entries().is_none() => {
            incomplete.get_or_insert(Value::unknown(Reason::Terragrunt, value.origin));
            None
        }
        other => other,
    };
    match (usable(base), usable(over)) {
        (Some(base), Some(over)) => Some(merged(base, over, deep)),
        (base, over) => over.or(base),
    }
}

impl Include {
    /// What the file that includes it sees: its label, its directory, and its values if it is exposed.
    fn seen(&self) -> (Option<Arc<str>>, Arc<str>, Option<Value>) {
        (self.label.clone(), self.dir.clone(), self.exposed.then(|| self.config.as_value()))
    }
}

fn locals(file: &HclFile) -> BTreeMap<Arc<str>, hcl::ast::Attribute> {
    let blocks = file.body.blocks.iter().filter(|block| &*block.kind.text == "locals");
    let attributes = blocks.flat_map(|block| &block.body.attributes);
    attributes.map(|attribute| (attribute.name.text.clone(), attribute.clone())).collect()
}

/// A path as an expression has it, from the top: relative ones start at the unit. None beyond the top.
pub(super) fn from_top(sources: &Sources, unit: &str, path: &str) -> Option<Arc<str>> {
    match path.starts_with('/') {
        false => Some(normalised(&join(unit, path))),
        true => {
            let path = std::path::Path::new(path).strip_prefix(sources.top()).ok()?;
            Some(normalised(&path.to_string_lossy()))
        }
    }
}
