//! Templates: quoted strings and heredocs with interpolations and directives.

use super::error::{Outcome, refuse, refuse_because};
use super::evaluator::Evaluator;
use super::expression::{computed, expected};
use super::functions::{FunctionError, TemplateRenderer};
use super::instance::Instance;
use super::scope::Scope;
use super::{constant, iteration, types};
use crate::evaluate::{Data, Origin, Part, Reason, TextMap, Unknown, Value};
use crate::parse::hcl;
use crate::parse::hcl::ast::{Attribute, Call, Expr, Name, Template, TemplatePart};
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources, Span};
use std::collections::BTreeMap;
use std::rc::Rc;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Bytes one text may have. Texts that hold one another twice double at every step.
const TEXT: usize = 10_000_000;
/// Bytes that a hole in a text counts for.
const HOLE: usize = 64;
/// Values whose origin the text of a template keeps.
const ORIGINS: usize = 1_000;

/// A string as it is put together.
struct Pieces<'s> {
    /// The whole template.
    span: Span,
    parts: Vec<Part>,
    /// Known text after the last hole.
    pending: String,
    /// Bytes so far, of texts and holes.
    length: usize,
    /// The values that went into it.
    from: Vec<Value>,
    /// A directive could not be decided, so not even the known parts are certain.
    uncertain: bool,
    /// A condition or a collection of a directive is sensitive.
    sensitive: bool,
    /// Where the text so far was written, for a template of several lines.
    map: Option<TextMap>,
    /// It has lines, of its own or in what is put in.
    lines: bool,
    sources: &'s Sources,
}

impl<'p> Evaluator<'p> {
    /// The value of a template. A lone interpolation keeps its type.
    pub(super) fn template(&self, template: &Template, span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        if let [TemplatePart::Interpolation(only)] = template.parts.as_slice() {
            return self.evaluate(only, scope);
        }
        let mut pieces = Pieces::of(span, self.sources, scope.in_template);
        self.parts(&template.parts, scope, &mut pieces)?;
        pieces.bounded()?;
        Ok(pieces.finish())
    }

    fn parts(&self, parts: &[TemplatePart], scope: &Scope<'p>, pieces: &mut Pieces<'_>) -> Outcome<()> {
        for part in parts {
            pieces.bounded()?;
            match part {
                TemplatePart::Literal(text, span) => pieces.literal(text, *span),
                TemplatePart::Interpolation(expr) => {
                    let value = self.evaluate(expr, scope)?;
                    pieces.value(value, expr.span)?;
                }
                TemplatePart::If { condition, then, otherwise } => {
                    let holds = self.evaluate(condition, scope)?;
                    pieces.sensitive |= holds.sensitive;
                    match types::bool_of(&holds) {
                        Some(true) => self.parts(then, scope, pieces)?,
                        Some(false) => self.parts(otherwise, scope, pieces)?,
                        None if holds.is_unknown() => pieces.unsettled(holds),
                        None => return refuse(condition.span, expected("a boolean", &holds)),
                    }
                }
                TemplatePart::For { key_var, value_var, collection, body } => {
                    self.repeat(key_var.as_ref(), value_var, collection, body, scope, pieces)?;
                }
            }
        }
        Ok(())
    }

    fn repeat(
        &self,
        key_var: Option<&Name>,
        value_var: &Name,
        collection: &Expr,
        body: &[TemplatePart],
        scope: &Scope<'p>,
        pieces: &mut Pieces<'_>,
    ) -> Outcome<()> {
        let value = self.evaluate(collection, scope)?;
        pieces.sensitive |= value.sensitive;
        let Some(pairs) = iteration::pairs(&value) else {
            if value.is_unknown() {
                pieces.unsettled(value);
                return Ok(());
            }
            return refuse(collection.span, expected("a list, a set, a map or an object", &value));
        };
        let scope = &scope.among(pairs.len());
        for (key, value) in pairs {
            self.spend(collection.span)?;
            if super::traversal::is_many(&value) {
                pieces.unsettled(value);
                continue;
            }
            let mut inner = scope.clone();
            if let Some(name) = key_var {
                inner = inner.bind(name.text.clone(), key);
            }
            self.parts(body, &inner.bind(value_var.text.clone(), value), pieces)?;
        }
        Ok(())
    }
}

impl Evaluator<'_> {
    /// Evaluates a parsed template that sees nothing but `variables`.
    fn render(
        &self,
        template: Result<Expr, Diagnostic>,
        variables: &BTreeMap<Arc<str>, Value>,
    ) -> Result<Value, FunctionError> {
        let template = template.map_err(|found| FunctionError::new(found.message))?;
        let mut scope = Scope::of(Rc::new(Instance::new(self.project.nothing(), None, None)));
        scope.in_template = true;
        for (name, value) in variables {
            scope = scope.bind(name.clone(), value.clone());
        }
        constant::check_template(&template, variables.keys())
            .and_then(|()| self.evaluate(&template, &scope))
            .map_err(|error| FunctionError { reason: error.reason, ..FunctionError::new(error.message) })
    }
}

impl TemplateRenderer for Evaluator<'_> {
    fn render_file(
        &self,
        file: FileId,
        variables: &BTreeMap<Arc<str>, Value>,
    ) -> Result<Value, FunctionError> {
        let text = self.sources.file(file).text.clone();
        self.render(hcl::parse_template(file, &text, 0), variables)
    }

    fn render_text(
        &self,
        template: &Value,
        variables: &BTreeMap<Arc<str>, Value>,
    ) -> Result<Value, FunctionError> {
        let text =
            template.as_str().ok_or_else(|| FunctionError::new("the template must be a known string"))?;
        // The text may have been computed: its places are not those of a file.
        let file = self.sources.add("<template>", FileKind::Text, text);
        let rendered = self.render(hcl::parse_template(file, text, 0), variables)?;
        let written = || TextMap::of(template, self.sources);
        let places = match rendered.origin.text_map() {
            Some(map) => Some(map.copied(file, &written())),
            // Nothing was put in anywhere.
            None => (rendered.as_str() == Some(text)).then(written),
        };
        Ok(match places {
            Some(map) => Value { origin: rendered.origin.with_text(map), ..rendered },
            None => rendered,
        })
    }

    fn definitions(&self, text: &str) -> Result<BTreeMap<Arc<str>, Value>, FunctionError> {
        let file = self.sources.add("<variables>", FileKind::Variables, text);
        let (parsed, diagnostics) = hcl::parse(self.sources, file);
        if let Some(found) = diagnostics.into_iter().find(|found| found.level == Level::Error) {
            return Err(FunctionError::new(found.message));
        }
        if !parsed.body.blocks.is_empty() {
            return Err(FunctionError::new("blocks are not allowed among variables"));
        }
        let scope = Scope::of(Rc::new(Instance::new(self.project.nothing(), None, None)));
        let value = |attribute: &Attribute| {
            let value =
                constant::check(&attribute.value).and_then(|()| self.evaluate(&attribute.value, &scope));
            let value = value.map_err(|error| FunctionError::new(error.message))?;
            Ok((attribute.name.text.clone(), value))
        };
        parsed.body.attributes.iter().map(value).collect()
    }
}

/// Whether `templatefile` or `templatestring` may be called like that.
pub(super) fn check_call(name: &str, call: &Call, span: Span, scope: &Scope<'_>) -> Outcome<()> {
    if scope.in_template {
        return refuse(span, format!("{name}() cannot be called inside a template that a function reads"));
    }
    match call.args.first() {
        Some(template) if name == "templatestring" && !template.is_reference() => {
            let message = "templatestring() takes its template by a direct reference, like `local.template`";
            refuse(template.span, message)
        }
        _ => Ok(()),
    }
}

impl<'s> Pieces<'s> {
    fn of(span: Span, sources: &'s Sources, in_template: bool) -> Pieces<'s> {
        let file = sources.file(span.file);
        let has_places = in_template || !file.is_made_up();
        let lines = file.text.get(span.range()).is_some_and(|text| text.contains('\n'));
        Pieces {
            span,
            parts: Vec::new(),
            pending: String::new(),
            length: 0,
            from: Vec::new(),
            uncertain: false,
            sensitive: false,
            map: has_places.then(TextMap::default),
            lines,
            sources,
        }
    }

    /// Text of the template itself.
    fn literal(&mut self, text: &str, span: Span) {
        if let Some(map) = &mut self.map {
            map.push_written(text, span, self.sources);
        }
        self.text(text);
    }

    fn bounded(&self) -> Outcome<()> {
        if self.length <= TEXT {
            return Ok(());
        }
        refuse_because(self.span, format!("this text is longer than {TEXT} bytes"), Reason::Limit)
    }

    fn text(&mut self, text: &str) {
        self.length = self.length.saturating_add(text.len());
        if self.length <= TEXT {
            self.pending.push_str(text);
        }
    }

    fn hole(&mut self, value: &Value) {
        self.length = self.length.saturating_add(HOLE);
        if !self.pending.is_empty() {
            self.parts.push(Part::Text(std::mem::take(&mut self.pending).into()));
        }
        self.parts.push(Part::Hole(value.clone()));
    }

    fn value(&mut self, value: Value, span: Span) -> Outcome<()> {
        match &value.data {
            Data::Unknown(unknown) if !unknown.parts.is_empty() => {
                let mut known = 0;
                for part in &unknown.parts {
                    match part {
                        Part::Text(text) => {
                            known += text.len();
                            self.text(text);
                        }
                        Part::Hole(hole) => self.hole(hole),
                    }
                }
                self.put_in(known, &value);
            }
            Data::Unknown(_) => self.hole(&value),
            _ => match types::text_of(&value) {
                Some(text) => {
                    self.put_in(text.len(), &value);
                    self.text(&text);
                }
                None => {
                    return refuse(span, format!("cannot put {} into a string", types::kind_name(&value)));
                }
            },
        }
        self.came_from(value);
        Ok(())
    }

    fn put_in(&mut self, length: usize, value: &Value) {
        if let Some(map) = &mut self.map {
            map.push_value(length, value, self.sources);
            self.lines |=
                value.origin.text_map().is_some() || value.as_str().is_some_and(|text| text.contains('\n'));
        }
    }

    /// Keeps where the text came from. Of very many values, not all are told.
    fn came_from(&mut self, value: Value) {
        let first_secret = value.sensitive && !self.from.iter().any(|earlier| earlier.sensitive);
        if self.from.len() < ORIGINS || first_secret {
            self.from.push(value);
        }
    }

    fn unsettled(&mut self, cause: Value) {
        self.uncertain = true;
        self.hole(&cause);
        self.came_from(cause);
    }

    fn finish(mut self) -> Value {
        let hole = self.parts.iter().find_map(|part| match part {
            Part::Hole(value) => Some(value),
            Part::Text(_) => None,
        });
        let map = self.map.take().filter(|_| self.lines && !self.uncertain);
        let data = match hole {
            None => Data::String(composed(&self.pending.into())),
            Some(hole) => {
                let reason = match &hole.data {
                    Data::Unknown(unknown) => unknown.reason.clone(),
                    _ => Reason::Computed,
                };
                if !self.pending.is_empty() {
                    self.parts.push(Part::Text(self.pending.into()));
                }
                let parts = if self.uncertain { Vec::new() } else { self.parts };
                Data::Unknown(Arc::new(Unknown { not_null: true, parts, ..Unknown::because(reason) }))
            }
        };
        let mut value = computed(data, &self.from, self.span);
        value.sensitive |= self.sensitive;
        if self.from.is_empty() {
            value.origin = Origin::literal(self.span);
        }
        match map {
            Some(map) => Value { origin: value.origin.with_text(map), ..value },
            None => value,
        }
    }
}

/// Terraform keeps all strings in Unicode's composed form, also across the seams of a template.
pub(super) fn composed(text: &Arc<str>) -> Arc<str> {
    if text.is_ascii() { text.clone() } else { text.nfc().collect::<String>().into() }
}
