//! Expressions to values.

use super::arms::Undecided;
use super::error::{Outcome, refuse, refuse_because};
use super::evaluator::{Evaluator, copied};
use super::scope::Scope;
use super::types;
use crate::evaluate::{Data, LinkKind, Number, Origin, Reason, Value};
use crate::parse::hcl::ast::{BinaryOp, Call, Conditional, Expr, ExprKind, ObjectItem, UnaryOp};
use crate::source::Span;
use std::collections::BTreeMap;
use std::sync::Arc;

impl<'p> Evaluator<'p> {
    /// The value of an expression. Deep expressions and long chains of references grow the stack on the heap.
    pub(super) fn evaluate(&self, expr: &Expr, scope: &Scope<'p>) -> Outcome<Value> {
        self.spend(expr.span)?;
        let _level = self.descend(expr.span)?;
        stacker::maybe_grow(128 * 1024, 4 * 1024 * 1024, || self.once(expr, scope, || self.made(expr, scope)))
    }

    /// The value, with what it occupies taken from the budget where the expression makes it.
    fn made(&self, expr: &Expr, scope: &Scope<'p>) -> Outcome<Value> {
        let value = self.evaluate_kind(expr, scope)?;
        match expr.kind {
            ExprKind::Template(_)
            | ExprKind::Call(_)
            | ExprKind::For(_)
            | ExprKind::Array(_)
            | ExprKind::Object(_) => self.charge(&value, expr.span).map(|()| value),
            _ => Ok(value),
        }
    }

    fn evaluate_kind(&self, expr: &Expr, scope: &Scope<'p>) -> Outcome<Value> {
        let here = || Origin::literal(expr.span);
        match &expr.kind {
            ExprKind::Null => Ok(Value::new(Data::Null, here())),
            ExprKind::Bool(value) => {
                let value = self.inputs.assumed.get(&expr.span).unwrap_or(value);
                Ok(Value::new(Data::Bool(*value), here()))
            }
            ExprKind::Number(text) => match Number::parse(text) {
                Some(number) => Ok(Value::new(Data::Number(number), here())),
                None => refuse(expr.span, format!("{text} is not a number Terraform can represent")),
            },
            ExprKind::String(text) => Ok(Value::string(super::template::composed(text), here())),
            ExprKind::Template(template) => self.template(template, expr.span, scope),
            ExprKind::Array(items) => {
                let element = |item| Ok(put_in(self.evaluate(item, scope)?, item.span));
                let values = items.iter().map(element).collect::<Outcome<Vec<Value>>>()?;
                let copied = items.iter().zip(&values).filter(|(item, _)| !is_structure(item));
                bounded(copied.map(|(_, value)| value), expr.span)?;
                Ok(Value::tuple(values, here()))
            }
            ExprKind::Object(items) => self.object(items, expr.span, scope),
            ExprKind::Variable(_) => self.traversal(expr, &[], expr.span, scope),
            ExprKind::Traversal(base, steps) => self.traversal(base, steps, expr.span, scope),
            ExprKind::Call(call) => self.call(call, expr.span, scope),
            ExprKind::Unary(operator, operand) => self.unary(*operator, operand, expr.span, scope),
            ExprKind::Binary(operator, operands) => self.binary(*operator, operands, expr.span, scope),
            ExprKind::Conditional(conditional) => self.conditional(conditional, scope),
            ExprKind::Parens(inner) => self.evaluate(inner, scope),
            ExprKind::For(expression) => self.for_expression(expression, expr.span, scope),
            ExprKind::Invalid => Ok(Value::unknown(Reason::Invalid, here())),
        }
    }

    fn object(&self, items: &[ObjectItem], span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        let mut entries = BTreeMap::new();
        let mut open = Vec::new();
        let mut sensitive = false;
        for item in items {
            if item.key.is_ambiguous_key() {
                return refuse(item.key.span, "put a reference in parentheses, or a text in quotes");
            }
            let key = self.evaluate(&item.key, scope)?;
            let value = put_in(self.evaluate(&item.value, scope)?, item.key.span.to(item.value.span));
            if !is_structure(&item.value) {
                bounded([&value], item.value.span)?;
            }
            sensitive |= key.sensitive;
            if key.is_unknown() {
                open.push((key, value));
                continue;
            }
            let Some(text) = types::text_of(&key) else {
                return refuse(item.key.span, "a key must be a string, a number or a boolean");
            };
            entries.insert(text, value);
        }
        if open.is_empty() {
            return Ok(Value { sensitive, ..Value::object(entries, Origin::literal(span)) });
        }
        let known =
            entries.into_iter().map(|(key, value)| (Value::string(key, Origin::literal(span)), value));
        open.extend(known);
        Ok(keyed(open, span))
    }

    fn call(&self, call: &Call, span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        let name = call.name.text.strip_prefix("core::").unwrap_or(&call.name.text);
        if matches!(name, "try" | "can") {
            return self.try_or_can(name == "try", call, span, scope);
        }
        if matches!(name, "templatefile" | "templatestring") {
            super::template::check_call(name, call, span, scope)?;
        }
        let mut args = Vec::with_capacity(call.args.len());
        for arg in &call.args {
            args.push(self.evaluate(arg, scope)?);
        }
        if call.expand_final {
            let Some(last) = args.pop() else { return refuse(span, "`...` needs an argument to expand") };
            match last.data {
                Data::Sequence(_, items) => args.extend(items.iter().cloned()),
                Data::Unknown(_) => {
                    args.push(last);
                    return Ok(unknown_from(&args, span));
                }
                _ => return refuse(span, "only a list, a set or a tuple can be expanded with `...`"),
            }
        }
        let result = self.function(name, &args, span)?;
        bounded([&result], span)?;
        Ok(result)
    }

    /// The first argument that evaluates without an error, or whether the only one does. What `...` expands is evaluated
    /// before, and may not fail.
    fn try_or_can(&self, is_try: bool, call: &Call, span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        let (args, expanded) = match call.args.split_last().filter(|_| call.expand_final) {
            None => (call.args.as_slice(), Vec::new()),
            Some((last, args)) => {
                let list = self.evaluate(last, scope)?;
                match list.data {
                    Data::Sequence(_, ref items) if !items.iter().any(super::traversal::is_many) => {
                        (args, super::traversal::elements(&list, span).collect())
                    }
                    Data::Sequence(..) | Data::Unknown(_) => return Ok(unknown_from(&[list], span)),
                    _ => return refuse(span, "only a list, a set or a tuple can be expanded with `...`"),
                }
            }
        };
        let count = args.len() + expanded.len();
        if count == 0 || (!is_try && count > 1) {
            let wanted = if is_try { "at least one argument" } else { "one argument" };
            return refuse(span, format!("{}() takes {wanted}", call.name.text));
        }
        let flag = |value| Value::new(Data::Bool(value), Origin::new(LinkKind::Computed, span, Vec::new()));
        let scope = scope.attempting();
        let evaluated = args.iter().map(|arg| (arg.span, self.evaluate(arg, &scope)));
        let expanded = expanded.into_iter().map(|value| (span, Ok(value)));
        for (at, (place, value)) in evaluated.chain(expanded).enumerate() {
            match value {
                Ok(value) if is_try && value.is_unknown() && at + 1 < count => {
                    let origin = Origin::new(LinkKind::Tried, place, vec![value.origin.clone()]);
                    return Ok(Value { origin, ..value });
                }
                Ok(value) if is_try => return Ok(value),
                // What an unknown turns out to be may still make the expression fail.
                Ok(value) if !value.is_wholly_known() => return Ok(unknown_from(&[value], span)),
                Ok(_) => return Ok(flag(true)),
                Err(error) if error.reported => return Err(error),
                Err(_) => {}
            }
        }
        if is_try { refuse(span, "every argument of try() fails") } else { Ok(flag(false)) }
    }

    fn unary(&self, operator: UnaryOp, operand: &Expr, span: Span, scope: &Scope<'p>) -> Outcome<Value> {
        let value = self.evaluate(operand, scope)?;
        if value.is_unknown() {
            let like = if operator == UnaryOp::Neg { Data::Number(0_i64.into()) } else { Data::Bool(false) };
            return Ok(operated(&[value], like, span));
        }
        let data = match operator {
            UnaryOp::Neg => types::number_of(&value).map(|number| Data::Number(number.neg())),
            UnaryOp::Not => types::bool_of(&value).map(|flag| Data::Bool(!flag)),
        };
        let wanted = if operator == UnaryOp::Neg { "a number" } else { "a boolean" };
        match data {
            Some(data) => Ok(computed(data, &[value], span)),
            None => refuse(operand.span, format!("this must be {wanted}, not {}", types::kind_name(&value))),
        }
    }

    fn binary(
        &self,
        operator: BinaryOp,
        operands: &(Expr, Expr),
        span: Span,
        scope: &Scope<'p>,
    ) -> Outcome<Value> {
        let (left, right) = match (self.evaluate(&operands.0, scope), self.evaluate(&operands.1, scope)) {
            (Ok(left), Ok(right)) => (left, right),
            // Terraform 1.12 and later do not look at what no longer matters on the right. What is in error on the left is
            // one of the values that are given here; it may well be none where others are.
            (Ok(one), Err(_)) | (Err(_), Ok(one)) if !self.strict && decides(operator, &one) => {
                return Ok(computed(one.data.clone(), &[one], span));
            }
            (left, right) => (left?, right?),
        };
        if matches!(operator, BinaryOp::Eq | BinaryOp::NotEq) {
            return Ok(match types::equal(&left, &right) {
                Some(equal) => {
                    computed(Data::Bool(equal == (operator == BinaryOp::Eq)), &[left, right], span)
                }
                None => operated(&[left, right], Data::Bool(false), span),
            });
        }
        // Known operands of a wrong type are an error whatever the other one is.
        let place = |at: usize| if at == 0 { operands.0.span } else { operands.1.span };
        let mut booleans = Vec::new();
        let mut numbers = Vec::new();
        for (at, value) in [&left, &right].into_iter().enumerate() {
            if value.is_unknown() {
                continue;
            }
            if matches!(operator, BinaryOp::And | BinaryOp::Or) {
                match types::bool_of(value) {
                    Some(flag) => booleans.push(flag),
                    None => return refuse(place(at), expected("a boolean", value)),
                }
            } else {
                match types::number_of(value) {
                    Some(number) => numbers.push(number),
                    None => return refuse(place(at), expected("a number", value)),
                }
            }
        }
        let result = match (booleans.as_slice(), numbers.as_slice()) {
            ([a, b], _) if operator == BinaryOp::And => Some(Data::Bool(*a && *b)),
            ([a, b], _) => Some(Data::Bool(*a || *b)),
            // Whatever the other side turns out to be, though Terraform does not say so before it is applied.
            ([one], _) if !self.strict && *one == (operator == BinaryOp::Or) => Some(Data::Bool(*one)),
            (_, [a, b]) => Some(arithmetic(operator, a, b, span)?),
            _ => None,
        };
        Ok(match result {
            Some(data) => computed(data, &[left, right], span),
            None => operated(&[left, right], kind_of(operator), span),
        })
    }

    fn conditional(&self, conditional: &Conditional, scope: &Scope<'p>) -> Outcome<Value> {
        let condition = self.evaluate(&conditional.condition, scope)?;
        let span = conditional.condition.span.to(conditional.otherwise.span);
        if condition.is_unknown() {
            // Whichever arm is taken in the end: an error in one of them is none before that is known.
            let arm = |arm: &Expr| {
                let value = self.evaluate(arm, scope);
                value.unwrap_or_else(|error| Value::unknown(error.reason, Origin::literal(arm.span)))
            };
            let (then, otherwise) = (arm(&conditional.then), arm(&conditional.otherwise));
            let undecided = Undecided { condition: &condition, span, strict: self.strict };
            return match types::conditional(&then, &otherwise) {
                Ok(like) => Ok(undecided.value(&then, &otherwise, like)),
                Err(message) => refuse(span, message),
            };
        }
        let Some(flag) = types::bool_of(&condition) else {
            return refuse(conditional.condition.span, expected("a boolean", &condition));
        };
        let (chosen, other) = match flag {
            true => (&conditional.then, &conditional.otherwise),
            false => (&conditional.otherwise, &conditional.then),
        };
        let value = self.evaluate(chosen, scope)?;
        // The arms have one type, so the one not chosen matters: `true ? 1 : "a"` is "1".
        let value = match self.evaluate(other, scope) {
            Ok(other) => match types::conditional(&value, &other) {
                Ok(unified) => unified,
                Err(message) => return refuse(span, message),
            },
            Err(_) => value,
        };
        let sensitive = value.sensitive || condition.sensitive;
        let origin = Origin::new(LinkKind::Arm, chosen.span, vec![value.origin.clone(), condition.origin]);
        Ok(Value { sensitive, ..value.with_origin(origin) })
    }
}

/// Parts one value may have. Structures that hold one another twice double at every step.
const PARTS: usize = 1_000_000;

/// Levels of one value, which is walked over by recursion. Each name may add one to what it refers to.
const LEVELS: usize = 1_000;

/// Refuses values that would be too large to walk over.
pub(super) fn bounded<'v>(values: impl IntoIterator<Item = &'v Value>, span: Span) -> Outcome<()> {
    if !Value::exceed(values, PARTS, LEVELS) {
        return Ok(());
    }
    let message = format!("this value has more than {PARTS} parts or more than {LEVELS} levels");
    refuse_because(span, message, Reason::Limit)
}

/// Written out in place: its own parts have been counted where they were evaluated.
fn is_structure(expr: &Expr) -> bool {
    matches!(expr.kind, ExprKind::Array(_) | ExprKind::Object(_))
}

/// An element that stands for any number of elements.
pub(super) fn many(causes: &[Value], span: Span) -> Value {
    let mut value = unknown_from(causes, span);
    if let Data::Unknown(unknown) = &mut value.data {
        Arc::make_mut(unknown).many = true;
    }
    value
}

/// The same, each of which is like `each` as far as that is known.
pub(super) fn many_like(each: Option<Value>, causes: &[Value], span: Span) -> Value {
    let mut value = many(causes, span);
    if let Data::Unknown(unknown) = &mut value.data {
        Arc::make_mut(unknown).each = each;
    }
    value
}

/// A value computed from others.
pub(super) fn computed(data: Data, from: &[Value], span: Span) -> Value {
    let kind = match data {
        Data::Bool(_) | Data::Number(_) => LinkKind::Reduced,
        _ => LinkKind::Computed,
    };
    let origin = Origin::new(kind, span, Value::contributing(from));
    Value { data, origin, sensitive: from.iter().any(types::is_sensitive) }
}

/// A value as an entry of an object or an element of a list, with the place of that where nobody gave the value, or what
/// gave it is not to be changed for it: an output of a module, a variable that is declared sensitive.
fn put_in(value: Value, span: Span) -> Value {
    let is_handed = || {
        let copies = std::iter::successors(Some(&value.origin), |origin| origin.copied_from());
        let mut copies = copies.take(Origin::LONGEST_COPY).map(|origin| &origin.link().kind);
        copies.any(|kind| matches!(kind, LinkKind::Unset(_) | LinkKind::Output(_) | LinkKind::Sensitive(_)))
    };
    let may_be = value.is_unknown() || value.sensitive;
    if may_be && is_handed() { copied(value, LinkKind::Element, span) } else { value }
}

/// An unknown value computed from others, with the first unknown's reason.
pub(super) fn unknown_from(from: &[Value], span: Span) -> Value {
    let reason = from.iter().find_map(first_reason).unwrap_or(Reason::Computed);
    computed(Value::unknown(reason, Origin::literal(span)).data, from, span)
}

/// An object of which some keys are unknown; the first of them says why it is.
pub(super) fn keyed(entries: Vec<(Value, Value)>, span: Span) -> Value {
    let causes = entries.iter().flat_map(|(key, value)| [key, value]);
    let causes: Vec<Value> = causes.cloned().collect();
    let mut value = unknown_from(&causes, span);
    if let Data::Unknown(unknown) = &mut value.data {
        Arc::make_mut(unknown).keyed = entries;
    }
    value
}

/// An unknown result of an operator: never null, and of the type of `like`.
fn operated(from: &[Value], like: Data, span: Span) -> Value {
    let mut value = unknown_from(from, span);
    value.origin = value.origin.reduced();
    let like = Value::new(like, value.origin.clone());
    if let Data::Unknown(unknown) = &mut value.data {
        let unknown = Arc::make_mut(unknown);
        unknown.not_null = true;
        unknown.like = Some(like);
    }
    value
}

/// Some result of an operator.
fn kind_of(operator: BinaryOp) -> Data {
    match operator {
        BinaryOp::Add | BinaryOp::Sub | BinaryOp::Mul | BinaryOp::Div | BinaryOp::Mod => {
            Data::Number(0_i64.into())
        }
        _ => Data::Bool(false),
    }
}

fn first_reason(value: &Value) -> Option<Reason> {
    match &value.data {
        Data::Unknown(unknown) => Some(unknown.reason.clone()),
        Data::Sequence(_, items) => items.iter().find_map(first_reason),
        Data::Mapping(_, entries) => entries.values().find_map(first_reason),
        _ => None,
    }
}

/// Whether an operand of `&&` or `||` settles the result.
fn decides(operator: BinaryOp, operand: &Value) -> bool {
    matches!((operator, operand.as_bool()), (BinaryOp::And, Some(false)) | (BinaryOp::Or, Some(true)))
}

fn arithmetic(operator: BinaryOp, left: &Number, right: &Number, span: Span) -> Outcome<Data> {
    let number = match operator {
        BinaryOp::Add => left.add(right),
        BinaryOp::Sub => left.sub(right),
        BinaryOp::Mul => left.mul(right),
        BinaryOp::Div => left.div(right),
        BinaryOp::Mod => left.rem(right),
        BinaryOp::Less => return Ok(Data::Bool(left < right)),
        BinaryOp::LessEq => return Ok(Data::Bool(left <= right)),
        BinaryOp::Greater => return Ok(Data::Bool(left > right)),
        _ => return Ok(Data::Bool(left >= right)),
    };
    match number {
        Some(number) => Ok(Data::Number(number)),
        None => refuse(span, "the result of this operation is not a number that can be represented"),
    }
}

pub(super) fn expected(wanted: &str, value: &Value) -> String {
    format!("this must be {wanted}, not {}", types::kind_name(value))
}
