//! `[for ...]` and `{for ...}`.

use super::error::{Outcome, refuse};
use super::evaluator::Evaluator;
use super::expression::{bounded, expected, many, many_like, unknown_from};
use super::scope::Scope;
use super::{iteration, types};
use crate::evaluate::{Data, LinkKind, Origin, Value};
use crate::parse::hcl::ast::For;
use crate::source::Span;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    /// The value of a `for` expression.
    pub(super) fn for_expression(&self, expression: &For, span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        let collection = self.evaluate(&expression.collection, scope)?;
        let Some(pairs) = iteration::pairs(&collection) else {
            if collection.is_unknown() {
                return Ok(self.of_unknown(expression, collection, span, scope));
            }
            return refuse(
                expression.collection.span,
                expected("a list, a set, a map or an object", &collection),
            );
        };
        let mut results = ForResults::new(expression, span);
        let scope = &scope.among(pairs.len());
        for (key, value) in pairs {
            self.spend(span)?;
            if let Data::Unknown(unknown) = &value.data
                && unknown.many
            {
                match self.like_each(expression, &value, scope) {
                    Some(made) => results.items.extend(made),
                    None => results.more(value),
                }
                continue;
            }
            let mut inner = scope.clone();
            if let Some(name) = &expression.key_var {
                inner = inner.bind(name.text.clone(), key);
            }
            inner = inner.bind(expression.value_var.text.clone(), value);
            if let Some(condition) = &expression.condition {
                let holds = self.evaluate(condition, &inner)?;
                results.sensitive |= holds.sensitive;
                match types::bool_of(&holds) {
                    Some(true) => {}
                    Some(false) => continue,
                    None if holds.is_unknown() => {
                        results.more(holds);
                        continue;
                    }
                    None => return refuse(condition.span, expected("a boolean", &holds)),
                }
            }
            let key = expression.key.as_ref().map(|key| self.evaluate(key, &inner)).transpose()?;
            results.add(key, self.evaluate(&expression.value, &inner)?)?;
        }
        results.sensitive |= collection.sensitive;
        let value = Value { sensitive: results.sensitive, ..results.finish() };
        bounded([&value], span)?;
        Ok(value)
    }
}

impl<'p> Evaluator<'p> {
    /// Of an unknown collection. What is made of each element is known as far as it does not depend on it.
    fn of_unknown(&self, expression: &For, collection: Value, span: Span, scope: &Scope<'p>) -> Value {
        let mut value = unknown_from(std::slice::from_ref(&collection), span);
        if !self.strict
            && !expression.grouping
            && let Data::Unknown(unknown) = &mut value.data
        {
            let element = collection.each().cloned();
            let element = element.unwrap_or_else(|| unknown_from(std::slice::from_ref(&collection), span));
            let each = self.of_each(expression, &collection, element, scope).flatten();
            Arc::make_mut(unknown).each = each;
        }
        value
    }

    /// What stands for the results of elements that are unknown, where something is known of each of them; nothing
    /// where there is none. Only of a list.
    fn like_each(&self, expression: &For, unknown: &Value, scope: &Scope<'p>) -> Option<Vec<Value>> {
        let each = unknown.each()?;
        if self.strict || expression.key.is_some() {
            return None;
        }
        let span = expression.value.span;
        let made = self.of_each(expression, unknown, each.clone(), scope)?;
        Some(
            made.map(|made| many_like(Some(made), std::slice::from_ref(unknown), span)).into_iter().collect(),
        )
    }

    /// What a `for` expression makes of an element of something unknown: none within, where it leaves all of them out.
    fn of_each(
        &self,
        expression: &For,
        unknown: &Value,
        each: Value,
        scope: &Scope<'p>,
    ) -> Option<Option<Value>> {
        let mut inner = scope.clone();
        if let Some(name) = &expression.key_var {
            let key = unknown_from(std::slice::from_ref(unknown), expression.value.span);
            inner = inner.bind(name.text.clone(), key);
        }
        inner = inner.bind(expression.value_var.text.clone(), each);
        if let Some(condition) = &expression.condition {
            let holds = self.evaluate(condition, &inner).ok()?;
            if types::bool_of(&holds) == Some(false) {
                return Some(None);
            }
        }
        self.evaluate(&expression.value, &inner).ok().map(Some)
    }
}

/// The results of a `for` expression as they come.
struct ForResults<'e> {
    expression: &'e For,
    span: Span,
    items: Vec<Value>,
    entries: BTreeMap<Arc<str>, Value>,
    groups: BTreeMap<Arc<str>, Vec<Value>>,
    /// What makes the number of results unknown.
    open: Vec<Value>,
    /// A key, a condition or the collection is sensitive.
    sensitive: bool,
}

impl<'e> ForResults<'e> {
    fn new(expression: &'e For, span: Span) -> ForResults<'e> {
        let (items, open) = (Vec::new(), Vec::new());
        ForResults {
            expression,
            span,
            items,
            entries: BTreeMap::new(),
            groups: BTreeMap::new(),
            open,
            sensitive: false,
        }
    }

    fn more(&mut self, cause: Value) {
        self.open.push(cause);
    }

    fn add(&mut self, key: Option<Value>, value: Value) -> Outcome<()> {
        let Some(key) = key else {
            self.items.push(value);
            return Ok(());
        };
        if key.is_unknown() {
            self.open.extend([key, value]);
            return Ok(());
        }
        self.sensitive |= key.sensitive;
        let at = self.expression.key.as_ref().map_or(self.span, |key| key.span);
        let Some(text) = types::text_of(&key) else { return refuse(at, expected("a string", &key)) };
        if self.expression.grouping {
            self.groups.entry(text).or_default().push(value);
            return Ok(());
        }
        match self.entries.entry(text) {
            Entry::Occupied(_) if key.sensitive => {
                refuse(at, "two elements have the same key, which is sensitive; use `...` to group them")
            }
            Entry::Occupied(entry) => {
                refuse(at, format!("two elements have the key \"{}\"; use `...` to group them", entry.key()))
            }
            Entry::Vacant(entry) => {
                entry.insert(value);
                Ok(())
            }
        }
    }

    fn finish(mut self) -> Value {
        let origin = Origin::new(LinkKind::Computed, self.span, Vec::new());
        let open = !self.open.is_empty();
        if self.expression.key.is_none() {
            if open {
                self.items.push(many(&self.open, self.span));
            }
            return Value::tuple(self.items, origin);
        }
        if open {
            let known = self.entries.into_values().chain(self.groups.into_values().flatten());
            self.open.extend(known);
            return unknown_from(&self.open, self.span);
        }
        let groups = self.groups.into_iter().map(|(key, items)| (key, Value::tuple(items, origin.clone())));
        self.entries.extend(groups);
        Value::object(self.entries, origin)
    }
}
