//! Writes a module out again in a form that regorus interprets as the language says: for policies that the compiler
//! refuses.
//!
//! The interpreter (0.14.1) drops all elements of a set where one is undefined. So every assignment is followed by a
//! statement that holds only where something was assigned, and every term and element is assigned first. Every
//! statement stays on its line, so that errors name it. `testdata/policy/semantics.rego` holds both engines to that.

use super::PolicyError;
use super::syntax::{
    ArithOp, AssignOp, Body, CompareOp, Expr, Head, Literal, Module, Place, Query, Rule, SetOp, Statement,
};
use regorus::utils::limits::PolicyLengthConfig;
use std::num::NonZeroU32;

/// An interpreter with `modules`, each with its path, loaded and checked.
///
/// # Errors
/// What regorus does not take.
pub fn interpreter<'m>(
    modules: impl IntoIterator<Item = (&'m str, &'m Module)>,
    entry_point: &str,
) -> Result<regorus::Engine, PolicyError> {
    let mut engine = regorus::Engine::new();
    // What was read was short enough; here a whole definition stands on one line.
    let lengths = PolicyLengthConfig { max_col: NonZeroU32::MAX, ..PolicyLengthConfig::default() };
    engine.set_policy_length_config(lengths);
    let mut last = "";
    for (path, module) in modules {
        last = path;
        engine
            .add_policy(path.to_owned(), emit(module)?)
            .map_err(|error| PolicyError::from_engine(path, &error.to_string()))?;
    }
    // As the machine, and as the language has it: what a builtin cannot do is undefined.
    engine.set_strict_builtin_errors(false);
    engine
        .compile_with_entrypoint(&entry_point.into())
        .map_err(|error| PolicyError::from_engine(last, &error.to_string()))?;
    Ok(engine)
}

fn emit(module: &Module) -> Result<String, PolicyError> {
    let mut emitter = Emitter { module, out: String::new(), line: 1, fresh: 0 };
    emitter.module()?;
    Ok(emitter.out)
}

struct Emitter<'m> {
    module: &'m Module,
    out: String,
    /// The line being written, 1-based.
    line: u32,
    /// Variables made up so far.
    fresh: u32,
}

type Emitted = Result<(), PolicyError>;

impl<'m> Emitter<'m> {
    fn put(&mut self, text: &str) {
        self.out.push_str(text);
    }

    /// Goes on at the line of `place`, at the earliest on a new one.
    fn line(&mut self, place: &Place) {
        self.put("\n");
        self.line += 1;
        while self.line < place.line {
            self.put("\n");
            self.line += 1;
        }
    }

    /// Goes on at the line of `place`, if it is not reached yet.
    fn line_up(&mut self, place: &Place) {
        if self.line < place.line {
            self.line(place);
        }
    }

    fn variable(&mut self) -> String {
        self.fresh += 1;
        format!("purlin__{}", self.fresh)
    }

    fn module(&mut self) -> Emitted {
        let module = self.module;
        self.line_up(&module.package_place);
        self.put(&format!("package {}", module.package.join(".")));
        let mut imports: Vec<_> = module.imports.iter().collect();
        imports.sort_by_key(|(_, import)| import.place.line);
        for (name, import) in imports {
            if import.path.first().is_some_and(|first| first == "data" || first == "input") {
                self.line(&import.place);
                self.put(&format!("import {} as {name}", import.path.join(".")));
            }
        }
        module.rules.iter().try_for_each(|rule| self.rule(rule))
    }

    fn rule(&mut self, rule: &'m Rule) -> Emitted {
        match rule {
            Rule::Default { span, refr, args, value } => {
                self.line(span);
                self.put("default ");
                self.expr(refr)?;
                if !args.is_empty() {
                    self.bracketed("(", args, ")")?;
                }
                self.put(" := ");
                self.expr(value)
            }
            Rule::Spec { span, head, bodies } => {
                self.line(span);
                self.bodies(span, head, bodies)
            }
        }
    }

    fn bodies(&mut self, span: &Place, head: &'m Head, bodies: &'m [Body]) -> Emitted {
        if bodies.is_empty() {
            return self.head(head, None);
        }
        for (at, body) in bodies.iter().enumerate() {
            let element = element(head).map(|key| (self.variable(), key));
            if body.is_else {
                self.put(" else");
                if let Some(assign) = &body.assign {
                    self.put(" := ");
                    self.expr(&assign.value)?;
                }
            } else {
                if at > 0 {
                    self.line(span);
                }
                self.head(head, element.as_ref().map(|(name, _)| name.as_str()))?;
            }
            self.put(" if { true");
            self.query(&body.query)?;
            if let Some((name, key)) = element {
                self.put(&format!("; {name} := "));
                self.expr(key)?;
                self.put(&format!("; {name} == {name}"));
            }
            self.put(" }");
        }
        Ok(())
    }

    /// The head of a definition; `element` names the variable that holds what it adds to a set.
    fn head(&mut self, head: &'m Head, element: Option<&str>) -> Emitted {
        match head {
            Head::Compr { refr, assign } => {
                self.expr(refr)?;
                self.assigned(assign.as_ref().map(|assign| &assign.value))
            }
            Head::Set { refr, key } => {
                self.expr(refr)?;
                match (element, key) {
                    (Some(element), _) => self.put(&format!(" contains {element}")),
                    (None, Some(key)) => {
                        self.put(" contains ");
                        self.expr(key)?;
                    }
                    (None, None) => {}
                }
                Ok(())
            }
            Head::Func { refr, args, assign } => {
                self.expr(refr)?;
                self.put("(");
                self.list(args)?;
                self.put(")");
                self.assigned(assign.as_ref().map(|assign| &assign.value))
            }
        }
    }

    fn assigned(&mut self, value: Option<&'m Expr>) -> Emitted {
        let Some(value) = value else { return Ok(()) };
        self.put(" := ");
        self.expr(value)
    }

    /// Statements that come after another one.
    fn query(&mut self, query: &'m Query) -> Emitted {
        query.stmts.iter().try_for_each(|statement| {
            self.put("; ");
            self.statement(statement)
        })
    }

    fn statement(&mut self, statement: &'m Statement) -> Emitted {
        self.line_up(&statement.span);
        let text = &self.module.text;
        self.literal(&statement.literal, text)?;
        for with in &statement.with_mods {
            self.put(" with ");
            self.expr(&with.refr)?;
            self.put(" as ");
            self.expr(&with.r#as)?;
        }
        // An assignment is checked after its `with` clauses, which do not apply to the check.
        if let Literal::Expr { expr: Expr::AssignExpr { lhs, rhs, .. } } = &statement.literal {
            for side in [lhs, rhs] {
                match &**side {
                    Expr::Var { value } if value != "_" => self.put(&format!("; {value} == {value}")),
                    _ => {}
                }
            }
        }
        Ok(())
    }

    fn literal(&mut self, literal: &'m Literal, text: &str) -> Emitted {
        match literal {
            Literal::SomeVars { vars } => {
                let names: Vec<&str> = vars.iter().map(|place| place.of(text)).collect();
                self.put(&format!("some {}", names.join(", ")));
                Ok(())
            }
            Literal::SomeIn { key, value, collection } => {
                self.put("some ");
                if let Some(key) = key {
                    self.expr(key)?;
                    self.put(", ");
                }
                self.expr(value)?;
                self.put(" in ");
                self.expr(collection)
            }
            Literal::Expr { expr: Expr::AssignExpr { op, lhs, rhs } } => self.assignment(*op, lhs, rhs),
            Literal::Expr { expr } => self.expr(expr),
            Literal::NotExpr { expr } => {
                self.put("not ");
                self.expr(expr)
            }
            Literal::Every { key, value, domain, query } => {
                let key = key.map(|key| format!("{}, ", key.of(text))).unwrap_or_default();
                self.put(&format!("every {key}{} in ", value.of(text)));
                self.expr(domain)?;
                self.put(" { true");
                self.query(query)?;
                self.put(" }");
                Ok(())
            }
        }
    }

    fn assignment(&mut self, op: AssignOp, lhs: &'m Expr, rhs: &'m Expr) -> Emitted {
        self.expr(lhs)?;
        self.put(match op {
            AssignOp::Eq => " = ",
            AssignOp::ColEq => " := ",
        });
        self.expr(rhs)
    }

    fn expr(&mut self, expr: &'m Expr) -> Emitted {
        match expr {
            Expr::String { value } | Expr::RawString { value } => self.put(&quoted(value)),
            Expr::Number { value } => self.put(&value.to_string()),
            Expr::Bool { value } => self.put(if *value { "true" } else { "false" }),
            Expr::Null {} => self.put("null"),
            Expr::Var { value } => self.put(value),
            Expr::Array { items } => return self.bracketed("[", items, "]"),
            Expr::Set { items } if items.is_empty() => self.put("set()"),
            Expr::Set { items } => return self.bracketed("{", items, "}"),
            Expr::Object { fields } => return self.object(fields),
            Expr::ArrayCompr { term, query } => return self.comprehension("[", None, term, query, "]"),
            Expr::SetCompr { term, query } => return self.comprehension("{", None, term, query, "}"),
            Expr::ObjectCompr { key, value, query } => {
                return self.comprehension("{", Some(key), value, query, "}");
            }
            Expr::Call { fcn, params } => {
                self.expr(fcn)?;
                return self.bracketed("(", params, ")");
            }
            Expr::UnaryExpr { expr } => {
                self.put("-");
                return self.expr(expr);
            }
            Expr::RefDot { refr, field } => {
                self.expr(refr)?;
                self.put(&format!("[{}]", quoted(&field.1)));
            }
            Expr::RefBrack { refr, index } => {
                self.expr(refr)?;
                return self.bracketed("[", std::slice::from_ref(&**index), "]");
            }
            Expr::BinExpr { op, lhs, rhs } => {
                let op = match op {
                    SetOp::Intersection => "&",
                    SetOp::Union => "|",
                };
                return self.infix(lhs, op, rhs);
            }
            Expr::BoolExpr { op, lhs, rhs } => return self.infix(lhs, compare_sign(*op), rhs),
            Expr::ArithExpr { op, lhs, rhs } => return self.infix(lhs, arith_sign(*op), rhs),
            Expr::AssignExpr { lhs, rhs, .. } => return self.infix(lhs, "=", rhs),
            Expr::Membership { key, value, collection } => {
                self.put("(");
                if let Some(key) = key {
                    self.expr(key)?;
                    self.put(", ");
                }
                self.expr(value)?;
                self.put(" in ");
                self.expr(collection)?;
                self.put(")");
            }
        }
        Ok(())
    }

    fn infix(&mut self, lhs: &'m Expr, sign: &str, rhs: &'m Expr) -> Emitted {
        self.put("(");
        self.expr(lhs)?;
        self.put(&format!(" {sign} "));
        self.expr(rhs)?;
        self.put(")");
        Ok(())
    }

    fn bracketed(&mut self, open: &str, items: &'m [Expr], close: &str) -> Emitted {
        self.put(open);
        self.list(items)?;
        self.put(close);
        Ok(())
    }

    fn list(&mut self, items: &'m [Expr]) -> Emitted {
        for (at, item) in items.iter().enumerate() {
            if at > 0 {
                self.put(", ");
            }
            self.expr(item)?;
        }
        Ok(())
    }

    fn object(&mut self, fields: &'m [(Place, Expr, Expr)]) -> Emitted {
        self.put("{");
        for (at, (_, key, value)) in fields.iter().enumerate() {
            if at > 0 {
                self.put(", ");
            }
            self.expr(key)?;
            self.put(": ");
            self.expr(value)?;
        }
        self.put("}");
        Ok(())
    }

    /// `[x | query; x := term]` for `[term | query]`.
    fn comprehension(
        &mut self,
        open: &str,
        key: Option<&'m Expr>,
        term: &'m Expr,
        query: &'m Query,
        close: &str,
    ) -> Emitted {
        let key = key.map(|key| (self.variable(), key));
        let value = self.variable();
        self.put(open);
        if let Some((name, _)) = &key {
            self.put(&format!("{name}: "));
        }
        self.put(&format!("{value} | true"));
        self.query(query)?;
        if let Some((name, key)) = key {
            self.put(&format!("; {name} := "));
            self.expr(key)?;
            self.put(&format!("; {name} == {name}"));
        }
        self.put(&format!("; {value} := "));
        self.expr(term)?;
        self.put(&format!("; {value} == {value}{close}"));
        Ok(())
    }
}

fn compare_sign(op: CompareOp) -> &'static str {
    match op {
        CompareOp::Lt => "<",
        CompareOp::Le => "<=",
        CompareOp::Eq => "==",
        CompareOp::Ge => ">=",
        CompareOp::Gt => ">",
        CompareOp::Ne => "!=",
    }
}

fn arith_sign(op: ArithOp) -> &'static str {
    match op {
        ArithOp::Add => "+",
        ArithOp::Sub => "-",
        ArithOp::Mul => "*",
        ArithOp::Div => "/",
        ArithOp::Mod => "%",
    }
}

/// A string literal: JSON's escapes are Rego's.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// What a definition adds to a set, unless it is as simple as can be.
fn element(head: &Head) -> Option<&Expr> {
    match head {
        Head::Set { key: Some(Expr::Var { .. } | Expr::String { .. }), .. } => None,
        Head::Set { key, .. } => key.as_ref(),
        _ => None,
    }
}
