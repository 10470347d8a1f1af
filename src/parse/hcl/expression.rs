//! Expressions: operators, terms, traversals.

use super::ast::{BinaryOp, Conditional, Expr, ExprKind, Traversal, TraversalKind, UnaryOp};
use super::cursor::{Failure, Parsed, Parser, is_name_continue, is_name_start};

/// Digits an exponent may have.
const MAX_EXPONENT_DIGITS: usize = 9;

impl Parser<'_> {
    /// The whole text as one expression; newlines are white space.
    pub(super) fn lone_expression(&mut self) -> Parsed<Expr> {
        self.with_newlines_free(|parser| {
            let expr = parser.expression()?;
            parser.skip_space();
            match parser.byte() {
                None => Ok(expr),
                Some(_) => Err(parser.unexpected("unexpected text after the expression")),
            }
        })
    }

    /// The whole text as the value of an attribute, with nothing but comments behind it.
    pub(super) fn lone_value(&mut self) -> Parsed<Expr> {
        let expr = self.expression()?;
        self.skip_space();
        if !self.at_line_end() {
            return Err(self.unexpected("unexpected text after the value"));
        }
        self.skip_between_items();
        match self.byte() {
            None => Ok(expr),
            Some(_) => Err(self
                .unexpected("the value ended with its line")
                .with_help("put brackets around a value that goes on in the next line")),
        }
    }

    /// An expression. Afterwards the position is right behind it.
    pub(super) fn expression(&mut self) -> Parsed<Expr> {
        self.nested(Parser::conditional)
    }

    fn conditional(&mut self) -> Parsed<Expr> {
        self.skip_space();
        let start = self.at;
        let condition = self.operation(0)?;
        if !self.eat_after_space("?") {
            return Ok(condition);
        }
        let then = self.expression()?;
        if !self.eat_after_space(":") {
            self.skip_space();
            return Err(self
                .unexpected("expected `:` and the value for when the condition is false")
                .with_help("a conditional is written `condition ? value : other_value`"));
        }
        let otherwise = self.expression()?;
        let kind = ExprKind::Conditional(Box::new(Conditional { condition, then, otherwise }));
        Ok(Expr { kind, span: self.since(start) })
    }

    /// Eats `token` if it comes next behind white space; else stays where it is.
    pub(super) fn eat_after_space(&mut self, token: &str) -> bool {
        let before = self.at;
        self.skip_space();
        let found = self.eat(token);
        if !found {
            self.at = before;
        }
        found
    }

    /// A chain of binary operators that bind at least as tightly as `minimum`.
    fn operation(&mut self, minimum: u8) -> Parsed<Expr> {
        self.skip_space();
        let start = self.at;
        let mut left = self.operand()?;
        loop {
            let end = self.at;
            self.skip_space();
            let Some((op, length, binding)) = self.operator().filter(|(_, _, binding)| *binding >= minimum)
            else {
                self.at = end;
                return Ok(left);
            };
            self.at += length;
            let right = self.nested(|parser| parser.operation(binding + 1))?;
            self.grow()?;
            let kind = ExprKind::Binary(op, Box::new((left, right)));
            left = Expr { kind, span: self.since(start) };
        }
    }

    /// The binary operator that comes next, its length, and how tightly it binds.
    fn operator(&self) -> Option<(BinaryOp, usize, u8)> {
        let operator = match (self.byte()?, self.byte_after(1)) {
            (b'|', Some(b'|')) => (BinaryOp::Or, 2, 0),
            (b'&', Some(b'&')) => (BinaryOp::And, 2, 1),
            (b'=', Some(b'=')) => (BinaryOp::Eq, 2, 2),
            (b'!', Some(b'=')) => (BinaryOp::NotEq, 2, 2),
            (b'<', Some(b'=')) => (BinaryOp::LessEq, 2, 3),
            (b'>', Some(b'=')) => (BinaryOp::GreaterEq, 2, 3),
            (b'<', _) => (BinaryOp::Less, 1, 3),
            (b'>', _) => (BinaryOp::Greater, 1, 3),
            (b'+', _) => (BinaryOp::Add, 1, 4),
            (b'-', _) => (BinaryOp::Sub, 1, 4),
            (b'*', _) => (BinaryOp::Mul, 1, 5),
            (b'/', Some(b'/')) => return None,
            (b'/', _) => (BinaryOp::Div, 1, 5),
            (b'%', _) => (BinaryOp::Mod, 1, 5),
            _ => return None,
        };
        Some(operator)
    }

    /// A term with unary operators before it and traversals behind it.
    fn operand(&mut self) -> Parsed<Expr> {
        self.skip_space();
        let start = self.at;
        let op = match self.byte() {
            Some(b'-') => UnaryOp::Neg,
            Some(b'!') => UnaryOp::Not,
            _ => {
                let term = self.term()?;
                return self.traversal(start, term);
            }
        };
        self.at += 1;
        let inner = self.nested(Parser::operand)?;
        Ok(Expr { kind: ExprKind::Unary(op, Box::new(inner)), span: self.since(start) })
    }

    fn term(&mut self) -> Parsed<Expr> {
        let start = self.at;
        match self.byte() {
            Some(b'"') => self.quoted_template(),
            Some(b'<') if self.looking_at("<<") => self.heredoc(),
            Some(b'(') => self.parens(),
            Some(b'[') => self.array(),
            Some(b'{') => self.object(),
            Some(b'0'..=b'9') => self.number(),
            _ if self.rest().starts_with(is_name_start) => {
                let Some(name) = self.name() else { return Err(self.missing_value()) };
                let name_end = self.at;
                self.skip_space();
                if self.byte() == Some(b'(') || self.looking_at("::") {
                    return self.call(start, name);
                }
                self.at = name_end;
                let kind = match &*name.text {
                    "null" => ExprKind::Null,
                    "true" => ExprKind::Bool(true),
                    "false" => ExprKind::Bool(false),
                    _ => ExprKind::Variable(name.text),
                };
                Ok(Expr { kind, span: name.span })
            }
            _ => Err(self.missing_value()),
        }
    }

    fn missing_value(&self) -> Box<Failure> {
        match self.byte() {
            Some(b'\'') => {
                self.unexpected("single quotes do not make a string").with_help("use double quotes: \"text\"")
            }
            Some(b'.') => {
                self.unexpected("expected a value").with_help("a number needs a digit before its point")
            }
            None => self.unexpected("expected a value before the end of the text"),
            Some(b'\n' | b'\r' | b'#') => self
                .unexpected("expected a value before the end of the line")
                .with_help("a value begins on the line of its `=`, or inside parentheses"),
            Some(_) => self.unexpected("expected a value"),
        }
    }

    /// Digits, a fraction, an exponent. Kept as written.
    fn number(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.digits();
        if self.byte() == Some(b'.') && self.byte_after(1).is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
            self.digits();
        }
        if matches!(self.byte(), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(self.byte_after(1), Some(b'+' | b'-')));
            if self.byte_after(1 + sign).is_some_and(|byte| byte.is_ascii_digit()) {
                self.at += 1 + sign;
                let exponent = self.at;
                self.digits();
                if self.at - exponent > MAX_EXPONENT_DIGITS {
                    return Err(self.failure(start, self.at, "this number is too large".to_owned()));
                }
            }
        }
        let second_point =
            self.byte() == Some(b'.') && self.byte_after(1).is_some_and(|b| b.is_ascii_digit());
        if second_point || self.rest().starts_with(|c| is_name_continue(c) && c != '-') {
            return Err(self
                .unexpected("this cannot follow a number")
                .with_help("numbers are decimal: no `0x`, no `_` between digits, no unit"));
        }
        Ok(Expr { kind: ExprKind::Number(self.slice(start, self.at).into()), span: self.since(start) })
    }

    fn digits(&mut self) {
        while self.byte().is_some_and(|byte| byte.is_ascii_digit()) {
            self.at += 1;
        }
    }

    fn parens(&mut self) -> Parsed<Expr> {
        let start = self.at;
        self.at += 1;
        let inner = self.with_newlines_free(|parser| {
            let inner = parser.expression()?;
            parser.skip_space();
            if !parser.eat(")") {
                return Err(parser.unexpected("expected `)`"));
            }
            Ok(inner)
        })?;
        Ok(Expr { kind: ExprKind::Parens(Box::new(inner)), span: self.since(start) })
    }

    /// The steps behind a term that began at `start`.
    fn traversal(&mut self, start: usize, base: Expr) -> Parsed<Expr> {
        let mut steps: Vec<Traversal> = Vec::new();
        loop {
            let end = self.at;
            self.skip_space();
            let step = self.at;
            let kind = match self.byte() {
                Some(b'.') if self.byte_after(1) != Some(b'.') => {
                    self.at += 1;
                    self.attribute_step(&steps)?
                }
                Some(b'[') => {
                    self.at += 1;
                    self.with_newlines_free(Parser::index_step)?
                }
                _ => {
                    self.at = end;
                    break;
                }
            };
            steps.push(Traversal { kind, span: self.since(step) });
        }
        if steps.is_empty() {
            return Ok(base);
        }
        Ok(Expr { kind: ExprKind::Traversal(Box::new(base), steps), span: self.since(start) })
    }

    /// Behind a dot.
    fn attribute_step(&mut self, before: &[Traversal]) -> Parsed<TraversalKind> {
        self.skip_space();
        if let Some(name) = self.name() {
            return Ok(TraversalKind::Attr(name.text));
        }
        let start = self.at;
        // Steps with a dot belong to the splat before them, until an index in brackets.
        let in_splat = before
            .iter()
            .rev()
            .find(|step| !matches!(step.kind, TraversalKind::Attr(_) | TraversalKind::LegacyIndex(_)))
            .is_some_and(|step| matches!(step.kind, TraversalKind::AttrSplat));
        if self.eat("*") {
            if in_splat {
                return Err(self.failure(start, self.at, "a splat inside a `.*` splat".to_owned()));
            }
            return Ok(TraversalKind::AttrSplat);
        }
        self.digits();
        let digits = self.slice(start, self.at);
        if digits.is_empty() {
            return Err(self.unexpected("expected the name of an attribute after `.`"));
        }
        let fraction =
            self.byte() == Some(b'.') && self.byte_after(1).is_some_and(|byte| byte.is_ascii_digit());
        match digits.parse() {
            Ok(index) if !fraction => Ok(TraversalKind::LegacyIndex(index)),
            _ => Err(self
                .failure(start, self.at, "this index cannot be written after a dot".to_owned())
                .with_help("write it in brackets: [0]")),
        }
    }

    /// Behind an opening bracket.
    fn index_step(&mut self) -> Parsed<TraversalKind> {
        self.skip_space();
        let kind =
            if self.eat("*") { TraversalKind::FullSplat } else { TraversalKind::Index(self.expression()?) };
        self.skip_space();
        if self.eat("]") { Ok(kind) } else { Err(self.unexpected("expected `]` to end the index")) }
    }
}
