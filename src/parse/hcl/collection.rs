//! Expressions in brackets: arrays, objects, `for`, calls.

use super::ast::{Call, Expr, ExprKind, For, Name, ObjectItem};
use super::cursor::{Parsed, Parser};

impl Parser<'_> {
    /// At `[`.
    pub(super) fn array(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let kind = self.with_newlines_free(|parser| {
            parser.skip_space();
            if parser.at_keyword("for") { parser.for_expression(false) } else { parser.elements() }
        })?;
        Ok(Expr { kind, span: self.since(start) })
    }

    fn elements(&mut self) -> Parsed<ExprKind> {
        let mut items = Vec::new();
        loop {
            self.skip_space();
            if self.eat("]") {
                return Ok(ExprKind::Array(items));
            }
            items.push(self.expression()?);
            self.skip_space();
            if !self.eat(",") && self.byte() != Some(b']') {
                return Err(self.unexpected("expected `,` or `]` after the element"));
            }
        }
    }

    /// At `{`.
    pub(super) fn object(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let is_for = self.with_newlines_free(|parser| {
            let before = parser.at;
            parser.skip_space();
            let found = parser.at_keyword("for");
            if !found {
                parser.at = before;
            }
            found
        });
        let kind = if is_for {
            self.with_newlines_free(|parser| parser.for_expression(true))?
        } else {
            self.with_newlines(true, Parser::items)?
        };
        Ok(Expr { kind, span: self.since(start) })
    }

    fn items(&mut self) -> Parsed<ExprKind> {
        let mut items = Vec::new();
        loop {
            self.skip_between_items();
            if self.eat("}") {
                return Ok(ExprKind::Object(items));
            }
            let key = literal_key(self.expression()?);
            self.skip_space();
            if self.looking_at("=>") || !(self.eat("=") || self.eat(":")) {
                return Err(self.unexpected("expected `=` and a value after the key"));
            }
            let value = self.expression()?;
            items.push(ObjectItem { key, value });
            self.skip_space();
            if !self.eat(",") && self.byte() != Some(b'}') && !self.at_line_end() {
                return Err(self.unexpected("expected a newline, `,` or `}` after the value"));
            }
        }
    }

    /// At the word `for`, behind the opening bracket.
    fn for_expression(&mut self, object: bool) -> Parsed<ExprKind> {
        self.eat_keyword("for");
        let (key_var, value_var, collection) = self.for_intro()?;
        self.skip_space();
        if !self.eat(":") {
            return Err(self.unexpected("expected `:` after the collection of the `for` expression"));
        }
        let first = self.expression()?;
        let (key, value) =
            if self.eat_after_space("=>") { (Some(first), self.expression()?) } else { (None, first) };
        self.skip_space();
        if object && key.is_none() {
            return Err(self.unexpected("expected `=>` and a value: a `for` in braces makes an object"));
        }
        let grouping = object && self.eat("...");
        self.skip_space();
        let condition = if self.eat_keyword("if") { Some(self.expression()?) } else { None };
        self.skip_space();
        if !object && key.is_some() {
            return Err(self.unexpected("`=>` makes an object, which needs braces around the `for`"));
        }
        let close = if object { "}" } else { "]" };
        if !self.eat(close) {
            return Err(self.unexpected(&format!("expected `{close}` to end the `for` expression")));
        }
        let parts = For { key_var, value_var, collection, key, value, grouping, condition };
        Ok(ExprKind::For(Box::new(parts)))
    }

    /// `k, v in collection`, in expressions and templates.
    pub(super) fn for_intro(&mut self) -> Parsed<(Option<Name>, Name, Expr)> {
        let first = self.for_name()?;
        self.skip_space();
        let second = if self.eat(",") { Some(self.for_name()?) } else { None };
        self.skip_space();
        if !self.eat_keyword("in") {
            return Err(self.unexpected("expected `in` and what to iterate over"));
        }
        let collection = self.expression()?;
        Ok(match second {
            Some(second) => (Some(first), second, collection),
            None => (None, first, collection),
        })
    }

    fn for_name(&mut self) -> Parsed<Name> {
        self.skip_space();
        self.name().ok_or_else(|| self.unexpected("expected a name for the element"))
    }

    /// Behind the first word of a function's name.
    pub(super) fn call(&mut self, start: usize, first: Name) -> Parsed<Expr> {
        let mut name = first;
        while self.eat("::") {
            self.skip_space();
            let part = self.name().ok_or_else(|| self.unexpected("expected a function's name after `::`"))?;
            let text = format!("{}::{}", name.text, part.text);
            name = Name { text: text.into(), span: self.since(start) };
            self.skip_space();
        }
        if !self.eat("(") {
            return Err(self.unexpected("expected `(` and the arguments of the function"));
        }
        let (args, expand_final) = self.with_newlines_free(Parser::arguments)?;
        let kind = ExprKind::Call(Box::new(Call { name, args, expand_final }));
        Ok(Expr { kind, span: self.since(start) })
    }

    fn arguments(&mut self) -> Parsed<(Vec<Expr>, bool)> {
        let mut args = Vec::new();
        loop {
            self.skip_space();
            if self.eat(")") {
                return Ok((args, false));
            }
            args.push(self.expression()?);
            self.skip_space();
            if self.eat("...") {
                self.skip_space();
                if self.eat(")") {
                    return Ok((args, true));
                }
                return Err(self.unexpected("expected `)` after `...`"));
            }
            if !self.eat(",") && self.byte() != Some(b')') {
                return Err(self.unexpected("expected `,` or `)` after the argument"));
            }
        }
    }
}

/// A bare word as an object's key is its text, also where it is a keyword elsewhere.
fn literal_key(key: Expr) -> Expr {
    let text = match &key.kind {
        ExprKind::Variable(name) => name.clone(),
        ExprKind::Null => "null".into(),
        ExprKind::Bool(true) => "true".into(),
        ExprKind::Bool(false) => "false".into(),
        _ => return key,
    };
    Expr { kind: ExprKind::String(text), span: key.span }
}
