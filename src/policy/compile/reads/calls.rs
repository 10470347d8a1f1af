//! Calls: functions are followed, builtins are told apart by what they look at.

use super::super::syntax::Expr;
use super::super::value::Abstract;
use super::{Analysis, Scope};

impl<'a> Analysis<'a> {
    pub(super) fn call(&mut self, function: &'a Expr, params: &'a [Expr], scope: &mut Scope<'a>) -> Abstract {
        let name = function.static_path().unwrap_or_default();
        let Some((first, rest)) = name.split_first() else { return Abstract::default() };
        let mut path = self.global(first, scope.module);
        path.extend(rest.iter().cloned());
        if self.rules.contains_key(&path) {
            let arguments: Vec<Abstract> = params.iter().map(|param| self.value(param, scope)).collect();
            return self.follow(&path, Some(&arguments));
        }
        self.builtin(&name.join("."), params, scope)
    }

    fn builtin(&mut self, name: &str, params: &'a [Expr], scope: &mut Scope<'a>) -> Abstract {
        let mut values = params.iter().map(|param| self.value(param, scope)).collect::<Vec<_>>().into_iter();
        let first = values.next().unwrap_or_default();
        match name {
            "count" => {
                self.read(&first.each());
                self.read(&first.length());
                Abstract::computed()
            }
            "object.keys" => first.keys(),
            "is_array" | "is_boolean" | "is_null" | "is_number" | "is_object" | "is_set" | "is_string"
            | "type_name" => Abstract::computed(),
            "array.concat" | "array.slice" | "array.reverse" => {
                let mut all = first;
                values.for_each(|value| all.join(value));
                let element = all.each();
                self.read(&element);
                Abstract::collection(element)
            }
            "object.union" => {
                let mut both = first;
                values.for_each(|value| both.join(value));
                both
            }
            "object.get" => {
                let mut found =
                    self.object_get(&first, params.get(1), values.next().unwrap_or_default(), scope);
                self.read(&found);
                values.for_each(|default| found.join(default));
                found
            }
            _ => {
                self.read_deep(&first);
                values.for_each(|value| self.read_deep(&value));
                Abstract::computed()
            }
        }
    }

    /// `object.get(object, key or path, default)`.
    fn object_get(
        &mut self,
        object: &Abstract,
        written: Option<&'a Expr>,
        key: Abstract,
        scope: &mut Scope<'a>,
    ) -> Abstract {
        if let Some(Expr::Array { items }) = written {
            let mut found = object.clone();
            for item in items {
                found = match item.as_string() {
                    Some(key) => found.get(key),
                    None => self.index(&found, item, scope),
                };
            }
            return found;
        }
        self.read_deep(&key);
        if let Some(keys) = key.element.as_ref().and_then(|element| element.steps()) {
            // A path whose order is not known: any of its keys may be the first.
            let found = object.any_of(keys);
            self.read_deep(&found);
            return found;
        }
        key.constants().map_or_else(|| object.each(), |keys| object.any_of(keys))
    }
}
