//! The evaluation of one root module with everything it calls: what names refer to, and the budgets.

use super::ephemeral::Ephemeral;
use super::error::{EvaluationError, Outcome, refuse, refuse_because};
use super::functions::{self, CallContext};
use super::host::Host;
use super::imports::Imports;
use super::inputs::RootInputs;
use super::instance::{Instance, Memo};
use super::project::Project;
use crate::evaluate::{Data, LinkKind, MappingKind, Origin, Part, Reason, SequenceKind, Value};
use crate::source::{Diagnostic, Level, Sources, Span};
use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;
use std::sync::Arc;

/// Steps of evaluation one root may take: hours of loops written in a few lines end here.
const STEPS: u64 = 50_000_000;
/// Bytes that the values one root makes may occupy, as far as is counted: texts, and a part's own size for each
/// element. A few lines can ask for thousands of texts of the greatest length there may be.
const MEMORY: usize = 1 << 30;
/// What an element of a structure takes.
const PART: usize = 64;
/// Nesting of expressions and of references through them.
const DEPTH: u32 = 4_000;
/// Undeclared names listed for one directory.
const NAMES: usize = 8;
/// Errors reported for one root; more of them help nobody.
const ERRORS: usize = 100;

/// By directory: where the first name is used that is not declared there, and all of them.
type Undeclared = BTreeMap<Arc<str>, (Span, BTreeSet<String>)>;

/// The evaluation of one root module.
pub(super) struct Evaluator<'p> {
    pub(super) project: &'p Project,
    pub(super) sources: &'p Sources,
    pub(super) inputs: &'p RootInputs,
    /// Directory of the root module.
    pub(super) root: Arc<str>,
    /// What the ids of its resources begin with: the directory, unless it is evaluated several times over.
    pub(super) label: Arc<str>,
    /// What a plan says that its data sources have read, by address.
    pub(super) read: BTreeMap<String, Value>,
    pub(super) diagnostics: RefCell<Vec<Diagnostic>>,
    /// Resource instances made so far.
    pub(super) made: Cell<usize>,
    /// Blocks that dynamic blocks have made so far.
    pub(super) blocks: Cell<usize>,
    /// Above zero while something is worked out that may not exist: its errors may not either.
    doubtful: Cell<u32>,
    /// By directory: names that are used but not declared, and where the first one is.
    undeclared: RefCell<Undeclared>,
    /// Answer as Terraform would, errors included, instead of making the best of what is here.
    pub(super) strict: bool,
    /// Names and functions beside Terraform's.
    host: Option<&'p dyn Host>,
    /// What must not be kept.
    pub(super) ephemeral: Ephemeral,
    /// The ids that `import` blocks of the root give, by the address of what they are imported to.
    pub(super) imports: Memo<(), Imports>,
    steps: Cell<u64>,
    memory: Cell<usize>,
    depth: Rc<Cell<u32>>,
}

/// Gives a level of depth back when it goes.
pub(super) struct Descent(Rc<Cell<u32>>);

impl Drop for Descent {
    fn drop(&mut self) {
        self.0.set(self.0.get().saturating_sub(1));
    }
}

impl<'p> Evaluator<'p> {
    pub(super) fn new(
        project: &'p Project,
        sources: &'p Sources,
        inputs: &'p RootInputs,
        root: Arc<str>,
    ) -> Self {
        Evaluator {
            project,
            sources,
            inputs,
            label: root.clone(),
            read: BTreeMap::new(),
            diagnostics: RefCell::default(),
            made: Cell::new(0),
            blocks: Cell::new(0),
            doubtful: Cell::new(0),
            undeclared: RefCell::default(),
            strict: false,
            host: None,
            ephemeral: Ephemeral::default(),
            imports: Memo::default(),
            steps: Cell::new(STEPS),
            memory: Cell::new(MEMORY),
            depth: Rc::default(),
            root,
        }
    }

    /// The same, answering as Terraform would.
    pub(super) fn strict(self) -> Self {
        Evaluator { strict: true, ..self }
    }

    /// The same with more names and functions in sight.
    pub(super) fn hosted(self, host: &'p dyn Host) -> Self {
        Evaluator { host: Some(host), ..self }
    }

    /// What a name stands for that is not Terraform's.
    pub(super) fn foreign_name(&self, name: &str, span: Span) -> Option<Value> {
        self.host?.value(name, span)
    }

    /// The same with a label of its own for the ids of its resources.
    pub(super) fn labelled(self, label: Arc<str>) -> Self {
        Evaluator { label, ..self }
    }

    /// The same with what the data sources of a plan have read.
    pub(super) fn reading(self, read: BTreeMap<String, Value>) -> Self {
        Evaluator { read, ..self }
    }

    /// Everything reported, and what is better said once for a whole directory.
    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        let mut diagnostics = self.diagnostics.into_inner();
        for (_, (first, names)) in self.undeclared.into_inner() {
            let shown: Vec<&str> = names.iter().take(NAMES).map(String::as_str).collect();
            let more = match names.len().saturating_sub(NAMES) {
                0 => String::new(),
                more => format!(" and {more} more"),
            };
            let message = format!("used but not declared in this directory: {}{more}", shown.join(", "));
            let found = Diagnostic::at(Level::Warning, "terraform-undeclared", first, message);
            diagnostics.push(found.with_help(
                "they count as unknown; files that a wrapper such as Terragrunt generates are not read",
            ));
        }
        diagnostics
    }

    /// Takes one step of the budget.
    pub(super) fn spend(&self, span: Span) -> Outcome<()> {
        match self.steps.get().checked_sub(1) {
            Some(left) => {
                self.steps.set(left);
                Ok(())
            }
            None => refuse_because(span, format!("evaluation stopped after {STEPS} steps"), Reason::Limit),
        }
    }

    /// Takes what a value that was just made occupies, its parts aside, from the budget of memory.
    pub(super) fn charge(&self, value: &Value, span: Span) -> Outcome<()> {
        let size = match &value.data {
            Data::String(text) => text.len(),
            Data::Sequence(_, items) => items.len().saturating_mul(PART),
            Data::Mapping(_, entries) => entries.len().saturating_mul(PART),
            Data::Unknown(unknown) => unknown.parts.iter().map(Part::length).sum(),
            _ => 0,
        };
        match self.memory.get().checked_sub(size) {
            Some(left) => {
                self.memory.set(left);
                Ok(())
            }
            None => {
                let limit = MEMORY >> 20;
                refuse_because(
                    span,
                    format!("the values of this root take more than {limit} MB"),
                    Reason::Limit,
                )
            }
        }
    }

    /// Goes one level deeper for as long as the result lives.
    pub(super) fn descend(&self, span: Span) -> Outcome<Descent> {
        let depth = self.depth.get() + 1;
        if depth > DEPTH {
            return refuse_because(
                span,
                format!("expressions and references are nested more than {DEPTH} levels deep"),
                Reason::Limit,
            );
        }
        self.depth.set(depth);
        Ok(Descent(self.depth.clone()))
    }

    /// The value, or an unknown one in place of an error, which is reported unless it has been.
    pub(super) fn settle(&self, outcome: Outcome<Value>, span: Span) -> Value {
        match outcome {
            Ok(value) => value,
            Err(error) => {
                self.report(&error);
                Value::unknown(error.reason, Origin::literal(span))
            }
        }
    }

    /// Writes an error down as a diagnostic, once.
    pub(super) fn report(&self, error: &EvaluationError) {
        let mut diagnostics = self.diagnostics.borrow_mut();
        if !error.reported && self.doubtful.get() == 0 && diagnostics.len() < ERRORS {
            let found =
                Diagnostic::at(Level::Warning, "terraform-evaluation", error.span, error.message.clone());
            // A module called many times fails many times in the same place, and a name that is missing is
            // missing wherever it is used.
            let same = |other: &Diagnostic| {
                other.message == found.message
                    && other.span.map(|span| span.file) == found.span.map(|span| span.file)
            };
            if !diagnostics.iter().any(same) {
                diagnostics.push(found);
            }
        }
    }

    /// Says something that is worth saying once, unless it is said of something that may not exist.
    pub(super) fn note(&self, found: Diagnostic) {
        let mut diagnostics = self.diagnostics.borrow_mut();
        if self.doubtful.get() == 0 && diagnostics.len() < ERRORS && !diagnostics.contains(&found) {
            diagnostics.push(found);
        }
    }

    /// Works out something that may not exist, such as the one instance that stands for an unknown number.
    pub(super) fn doubting<T>(&self, work: impl FnOnce() -> T) -> T {
        self.doubtful.set(self.doubtful.get() + 1);
        let result = work();
        self.doubtful.set(self.doubtful.get() - 1);
        result
    }

    /// Marks an error that a memo keeps as reported.
    pub(super) fn remember(&self, outcome: Outcome<Value>) -> Outcome<Value> {
        outcome.map_err(|mut error| {
            self.report(&error);
            error.reported = self.doubtful.get() == 0;
            error
        })
    }

    /// Calls a function with evaluated arguments.
    pub(super) fn function(&self, name: &str, args: &[Value], span: Span) -> Outcome<Value> {
        if name == "ephemeralasnull"
            && let [value] = args
            && self.ephemeral.reaches(value)
        {
            return Ok(Value::new(Data::Null, Origin::new(LinkKind::Computed, span, Vec::new())));
        }
        if let Some(outcome) = self.host.and_then(|host| host.call(name, args, span)) {
            return outcome;
        }
        let told = told_by_type(name, args);
        let args = told.as_ref().map_or(args, std::slice::from_ref);
        let context = CallContext {
            span,
            sources: self.sources,
            root_dir: &self.root,
            templates: self,
            strict: self.strict,
        };
        functions::call(name, args, &context)
            .map(|value| match args {
                [text] if name == "base64encode" => {
                    let from = value.origin.link().from.clone();
                    value.with_origin(Origin::new(LinkKind::Base64(text.clone()), span, from))
                }
                _ => value,
            })
            .or_else(|error| refuse_because(span, format!("{name}(): {}", error.message), error.reason))
    }

    /// A name that the module uses but does not declare: an error to Terraform; otherwise an unknown value, and
    /// the names of a directory are reported together, since one missing file is behind most of them.
    pub(super) fn undeclared(
        &self,
        instance: &Instance<'p>,
        name: String,
        span: Span,
        message: impl FnOnce() -> String,
    ) -> Outcome<Value> {
        if self.strict {
            return refuse(span, message());
        }
        let mut undeclared = self.undeclared.borrow_mut();
        let entry = undeclared.entry(instance.module.dir.clone()).or_insert_with(|| (span, BTreeSet::new()));
        let value = Value::unknown(Reason::Undeclared(name.as_str().into()), Origin::literal(span));
        entry.1.insert(name);
        Ok(value)
    }
}

impl<'p> Instance<'p> {
    /// A place that stands for the module as a whole: its call, or for the root the start of a file.
    pub(super) fn module_span(&self) -> Span {
        match &self.caller {
            Some(caller) => caller.block.header,
            None => self.module.span(),
        }
    }
}

/// The value with one more station it was copied through.
pub(super) fn copied(value: Value, kind: LinkKind, span: Span) -> Value {
    let origin = Origin::new(kind, span, vec![value.origin.clone()]);
    value.with_origin(origin)
}

/// What stands in for an unknown argument where a function needs no more than its type: the names of an object's
/// attributes and the length of a tuple.
fn told_by_type(function: &str, args: &[Value]) -> Option<Value> {
    let [Value { data: Data::Unknown(unknown), .. }] = args else { return None };
    unknown.like.clone().filter(|like| match &like.data {
        Data::Mapping(kind, _) => *kind != MappingKind::Map && matches!(function, "keys" | "length"),
        Data::Sequence(kind, _) => *kind == SequenceKind::Tuple && function == "length",
        _ => false,
    })
}
