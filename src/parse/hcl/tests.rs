//! What the native syntax is read as.

use super::ast::{Body, Expr, ExprKind, Template, TemplatePart, TraversalKind};
use super::parse_native;
use crate::source::{FileId, LineIndex};

/// The tree in a short notation, spans left out.
pub(super) fn show(body: &Body) -> String {
    let mut out = Vec::new();
    for attribute in &body.attributes {
        out.push(format!("{}={}", attribute.name.text, expr(&attribute.value)));
    }
    for block in &body.blocks {
        let labels: Vec<_> = block.labels.iter().map(|label| format!("{:?} ", label.text)).collect();
        out.push(format!("{} {}{{{}}}", block.kind.text, labels.concat(), show(&block.body)));
    }
    out.join("; ")
}

fn list(items: &[Expr]) -> String {
    items.iter().map(expr).collect::<Vec<_>>().join(", ")
}

fn expr(value: &Expr) -> String {
    match &value.kind {
        ExprKind::Null => "null".to_owned(),
        ExprKind::Bool(value) => value.to_string(),
        ExprKind::Number(text) => format!("#{text}"),
        ExprKind::String(text) => format!("{text:?}"),
        ExprKind::Template(template) => format!("`{}`", parts(template)),
        ExprKind::Array(items) => format!("[{}]", list(items)),
        ExprKind::Object(items) => {
            let items: Vec<_> =
                items.iter().map(|item| format!("{} = {}", expr(&item.key), expr(&item.value))).collect();
            format!("{{{}}}", items.join(", "))
        }
        ExprKind::Variable(name) => name.to_string(),
        ExprKind::Traversal(base, steps) => {
            let steps: Vec<_> = steps
                .iter()
                .map(|step| match &step.kind {
                    TraversalKind::Attr(name) => format!(".{name}"),
                    TraversalKind::Index(index) => format!("[{}]", expr(index)),
                    TraversalKind::LegacyIndex(index) => format!(".{index}"),
                    TraversalKind::AttrSplat => ".*".to_owned(),
                    TraversalKind::FullSplat => "[*]".to_owned(),
                })
                .collect();
            format!("{}{}", expr(base), steps.concat())
        }
        ExprKind::Call(call) => {
            let more = if call.expand_final { "..." } else { "" };
            format!("{}({}{more})", call.name.text, list(&call.args))
        }
        ExprKind::Unary(op, inner) => format!("{op:?}({})", expr(inner)),
        ExprKind::Binary(op, sides) => format!("{op:?}({}, {})", expr(&sides.0), expr(&sides.1)),
        ExprKind::Conditional(c) => {
            format!("({} ? {} : {})", expr(&c.condition), expr(&c.then), expr(&c.otherwise))
        }
        ExprKind::Parens(inner) => format!("({})", expr(inner)),
        ExprKind::For(f) => {
            let key = f.key_var.as_ref().map(|name| format!("{}, ", name.text)).unwrap_or_default();
            let result = f.key.as_ref().map(|key| format!("{} => ", expr(key))).unwrap_or_default();
            let group = if f.grouping { "..." } else { "" };
            let condition = f.condition.as_ref().map(|c| format!(" if {}", expr(c))).unwrap_or_default();
            let intro = format!("{key}{} in {}", f.value_var.text, expr(&f.collection));
            format!("<for {intro} : {result}{}{group}{condition}>", expr(&f.value))
        }
        ExprKind::Invalid => "INVALID".to_owned(),
    }
}

fn parts(template: &Template) -> String {
    fn all(parts: &[TemplatePart]) -> String {
        let shown = parts.iter().map(|part| match part {
            TemplatePart::Literal(text, _) => format!("{text:?}"),
            TemplatePart::Interpolation(inner) => format!("${{{}}}", expr(inner)),
            TemplatePart::If { condition, then, otherwise } => {
                format!("%if({})[{}][{}]", expr(condition), all(then), all(otherwise))
            }
            TemplatePart::For { value_var, collection, body, .. } => {
                format!("%for({} in {})[{}]", value_var.text, expr(collection), all(body))
            }
        });
        shown.collect::<Vec<_>>().join(" ")
    }
    all(&template.parts)
}

/// The tree and the errors, each as `line:column message`.
fn read(text: &str) -> (String, Vec<String>) {
    let (file, diagnostics) = parse_native(FileId(0), text);
    let lines = LineIndex::new(text);
    let errors = diagnostics.iter().map(|diagnostic| {
        let at = lines.position(diagnostic.span.map_or(0, |span| span.start), text);
        format!("{}:{} {}", at.line, at.column, diagnostic.message)
    });
    (show(&file.body), errors.collect())
}

fn good(text: &str) -> String {
    let (tree, errors) = read(text);
    assert_eq!(errors, Vec::<String>::new(), "{text}");
    tree
}

#[test]
fn expressions() {
    let table = [
        ("a + b * c - d", "Sub(Add(a, Mul(b, c)), d)"),
        ("a || b && c == d < e + 1", "Or(a, And(b, Eq(c, Less(d, Add(e, #1)))))"),
        ("x ? 1 : y ? 2 : 3", "(x ? #1 : (y ? #2 : #3))"),
        ("-b[0]", "Neg(b[#0])"),
        ("!b.c", "Not(b.c)"),
        ("1e5", "#1e5"),
        ("010", "#010"),
        ("9007199254740993.5e-3", "#9007199254740993.5e-3"),
        ("a.0.b[*].c.*.d[1]", "a.0.b[*].c.*.d[#1]"),
        ("upper (\"a\")", "upper(\"a\")"),
        ("core::upper(\"a\")", "core::upper(\"a\")"),
        ("max(1, l...)", "max(#1, l...)"),
        ("[1, 2,]", "[#1, #2]"),
        ("[\n1\n,\n2 # c\n]", "[#1, #2]"),
        (
            "{ a = 1, \"b\" : 2\n (c) = 3\n null = 4\n a.b = 5 }",
            "{\"a\" = #1, \"b\" = #2, (c) = #3, \"null\" = #4, a.b = #5}",
        ),
        ("{ a = 1\n a = 2 }", "{\"a\" = #1, \"a\" = #2}"),
        ("{for k, v in m : k => v... if v}", "<for k, v in m : k => v... if v>"),
        ("[\n for x in [1] :\n x\n if x > 1\n ]", "<for x in [#1] : x if Greater(x, #1)>"),
        ("format(\"%d\", 1)", "format(\"%d\", #1)"),
        ("(\n1\n+ 2\n)", "(Add(#1, #2))"),
        ("a /* c */ . b", "a.b"),
        ("null", "null"),
    ];
    for (text, tree) in table {
        assert_eq!(good(&format!("x = {text}\n")), format!("x={tree}"), "{text}");
    }
}

#[test]
fn templates() {
    let table = [
        (r#""a$${b}%%{c}$$""#, r#""a${b}%{c}$$""#),
        (r#""$$${1}""#, r#""$${1}""#),
        (r#""\n\t\"\\\u00e9\U0001F600""#, "\"\\n\\t\\\"\\\\é😀\""),
        (r#""${x}""#, "`${x}`"),
        (r#"" ${~ x ~} ""#, r#"`${x} ""`"#),
        ("\"a\\n  ${~ \"b\" ~}  \\n c\"", r#"`"a" ${"b"} "c"`"#),
        (r#""%{ if a }b%{ else }c%{ endif }""#, r#"`%if(a)["b"]["c"]`"#),
        (r#""%{ for k, v in m ~} ${v} %{~ endfor }""#, r#"`%for(v in m)[${v}]`"#),
        ("<<EOT\n  a\n${b}\nEOT", r#"`"  a\n" ${b} "\n"`"#),
        ("<<-EOT\n    a\n\n      b ${c}\n  \n    EOT", r#"`"a\n\n  b " ${c} "\n  \n"`"#),
        (
            "<<-EOT\n  %{ for x in [\"a\",\"b\"] ~}\n  - ${x}\n  %{ endfor ~}\n  done\n  EOT",
            "`%for(x in [\"a\", \"b\"])[\"  - \" ${x} \"\\n\"] \"  done\\n\"`",
        ),
        ("<<EOT\n EOT;\n  EOT", "\" EOT;\\n\""),
        ("<<EOT\nEOT", "\"\""),
        ("<<EOT\na\\n$${b}\nEOT", "\"a\\\\n${b}\\n\""),
    ];
    for (text, tree) in table {
        assert_eq!(good(&format!("x = {text}\n")), format!("x={tree}"), "{text}");
    }
}

#[test]
fn json_configurations() {
    let text = r#"{
  "//": "comment",
  "resource": {"aws_s3_bucket": {"a": {"bucket": "b-${var.x}", "acl": null, "lifecycle": {"prevent_destroy": true},
    "dynamic": {"rule": {"for_each": "${var.r}", "content": {"id": "x"}}}, "tags": {"k${1}": [1, 2.50]},
    "depends_on": ["aws_x.y"]}}},
  "variable": {"v": {"type": "list(string)", "default": "${literal}"}},
  "locals": [{"a": "\u0024{1 + 1}"}, {"b": "$${x}"}]
}"#;
    let (file, diagnostics) = super::json::configuration(FileId(0), text);
    assert_eq!(diagnostics, []);
    let tree = [
        r#"resource "aws_s3_bucket" "a" {bucket=`"b-" ${var.x}`; acl=null; tags={`"k" ${#1}` = [#1, #2.50]}; "#,
        r#"depends_on=[aws_x.y]; lifecycle {prevent_destroy=true}; dynamic "rule" {for_each=`${var.r}`; "#,
        r#"content {id="x"}}}; variable "v" {type=list(string); default="${literal}"}; "#,
        r#"locals {a=`${Add(#1, #1)}`}; locals {b="${x}"}"#,
    ];
    assert_eq!(show(&file.body), tree.concat());
    let header = file.body.blocks[0].header.range();
    assert_eq!(&text[header], "\"a\"");
    let (file, _) = super::json::variables(FileId(0), r#"{"a": "${x}", "b": {"c": [1]}}"#);
    assert_eq!(show(&file.body), r#"a="${x}"; b={"c" = [#1]}"#);
    let (_, diagnostics) = super::json::configuration(FileId(0), r#"{"locals": {"a": "${b c}", "d": "${"}}"#);
    assert_eq!(diagnostics.len(), 2, "{diagnostics:?}");
}

/// Each line: a text, and whether Terraform 1.11.4 takes its syntax.
#[test]
fn accepts_what_terraform_accepts() {
    let table = include_str!("../../../testdata/parse/terraform_accepts.jsonl");
    let mut wrong = Vec::new();
    for line in table.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = case["text"].as_str().unwrap();
        let (tree, errors) = read(text);
        // A heredoc may end with the file: expressions come without a newline behind them.
        let lenient = text == "a = <<EOT\nx\nEOT";
        if !lenient && errors.is_empty() != case["accepted"].as_bool().unwrap() {
            wrong.push(format!("{text:?}: {tree} {errors:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Works out templates over literals, as far as the table below needs it.
fn render(value: &Expr, scope: &[(String, serde_json::Value)]) -> serde_json::Value {
    fn text(value: &serde_json::Value) -> String {
        value.as_str().map_or_else(|| value.to_string(), str::to_owned)
    }
    fn all(parts: &[TemplatePart], scope: &[(String, serde_json::Value)]) -> String {
        let texts = parts.iter().map(|part| match part {
            TemplatePart::Literal(literal, _) => literal.to_string(),
            TemplatePart::Interpolation(inner) => text(&render(inner, scope)),
            TemplatePart::If { condition, then, otherwise } => {
                let chosen = if render(condition, scope) == true { then } else { otherwise };
                all(chosen, scope)
            }
            TemplatePart::For { key_var, value_var, collection, body } => {
                let items = render(collection, scope);
                let bodies = items.as_array().unwrap().iter().enumerate().map(|(index, item)| {
                    let mut inner = vec![(value_var.text.to_string(), item.clone())];
                    inner.extend(key_var.as_ref().map(|name| (name.text.to_string(), index.into())));
                    inner.extend_from_slice(scope);
                    all(body, &inner)
                });
                bodies.collect()
            }
        });
        texts.collect()
    }
    match &value.kind {
        ExprKind::String(text) => text.to_string().into(),
        ExprKind::Number(text) => serde_json::from_str(text).unwrap(),
        ExprKind::Bool(value) => (*value).into(),
        ExprKind::Array(items) => items.iter().map(|item| render(item, scope)).collect(),
        ExprKind::Variable(name) => scope.iter().find(|(own, _)| **own == **name).unwrap().1.clone(),
        ExprKind::Template(template) => match template.parts.as_slice() {
            [TemplatePart::Interpolation(inner)] => render(inner, scope),
            parts => all(parts, scope).into(),
        },
        _ => panic!("{value:?}"),
    }
}

/// Each line: a template, and its value in Terraform 1.11.4.
#[test]
fn templates_have_terraforms_values() {
    let table = include_str!("../../../testdata/parse/template_values.jsonl");
    let mut wrong = Vec::new();
    for line in table.lines() {
        let case: serde_json::Value = serde_json::from_str(line).unwrap();
        let text = format!("x = {}\n", case["template"].as_str().unwrap());
        let (file, diagnostics) = parse_native(FileId(0), &text);
        assert_eq!(diagnostics, [], "{text}");
        let value = render(&file.body.attributes[0].value, &[]);
        if value != case["value"] {
            wrong.push(format!("{text:?}: {value} instead of {}", case["value"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
fn broken_items_leave_their_neighbours() {
    let table: [(&str, &str, &[&str]); 15] = [
        // A value that is none; the rest of the block survives.
        (
            "b {\n  x = 1 2\n  y = 3\n}\nc = 1\n",
            "c=#1; b {x=INVALID; y=#3}",
            &["2:9 expected a newline after the value"],
        ),
        (
            "b {\n  x =\n  y = 3\n}\n",
            "b {x=INVALID; y=#3}",
            &["2:6 expected a value before the end of the line"],
        ),
        // Inside brackets over several lines.
        (
            "b {\n  x = [\n    1\n    2\n  ]\n  y = 3\n}\n",
            "b {x=INVALID; y=#3}",
            &["4:5 expected `,` or `]` after the element"],
        ),
        // A bracket that is never closed.
        (
            "b {\n  x = [\n    1,\n  y = 3\n}\nc = 1\n",
            "c=#1; b {x=INVALID; y=#3}",
            &["4:5 expected `,` or `]` after the element"],
        ),
        (
            "b {\n  x = f(1\n}\nc = 1\n",
            "c=#1; b {x=INVALID}",
            &["3:1 expected `,` or `)` after the argument"],
        ),
        // A string and a heredoc that are never closed.
        (
            "b {\n  x = \"a\n  y = 3\n}\n",
            "b {x=INVALID; y=#3}",
            &["2:9 this string is not closed before the end of its line"],
        ),
        (
            "b {\n  x = <<EOT\n  y = 3\n}\nc {\n}\n",
            "b {x=INVALID; y=#3}; c {}",
            &["2:7 this heredoc is never closed"],
        ),
        // A heredoc that is broken inside.
        (
            "b {\n  x = <<EOT\n${a b}\n}\nEOT\n  y = 3\n}\n",
            "b {x=INVALID; y=#3}",
            &["3:5 expected `}` to end the template sequence"],
        ),
        // A block that is never closed does not swallow the next one.
        (
            "resource \"a\" \"b\" {\n  x = 1\n\nresource \"c\" \"d\" {\n  y = 2\n}\n",
            "resource \"a\" \"b\" {x=#1}; resource \"c\" \"d\" {y=#2}",
            &["1:1 this block is not closed before the next block"],
        ),
        (
            "resource \"a\" \"b\" {\n  i {\n    x = 1\n\n  y = 2\n}\nlocals {\n}\n",
            "resource \"a\" \"b\" {i {x=#1; y=#2}}; locals {}",
            &["2:3 this block is not closed before a brace that closes the block around it"],
        ),
        // One brace too many.
        (
            "resource \"a\" \"b\" {\n  i {\n  }\n  }\n  y = 2\n}\nlocals {\n}\n",
            "resource \"a\" \"b\" {y=#2; i {}}; locals {}",
            &["4:3 there is no open block for this `}` to close"],
        ),
        ("a {\n}\n}\nb {\n}\n", "a {}; b {}", &["3:1 there is no open block for this `}` to close"]),
        // Things next to nothing is lost by.
        (
            "b { x = 1, y = 2 }\nc = 1\n",
            "c=#1; b {x=INVALID}",
            &["1:10 a one-line block holds only one attribute"],
        ),
        ("b\n{\n  x = 1\n}\n", "b {x=#1}", &["2:1 the `{` of a block stands on the line of its header"]),
        ("b {\n  x = \"\\d\"\n}\n", "b {x=\"\\\\d\"}", &["2:8 this escape sequence does not exist"]),
    ];
    for (text, tree, errors) in table {
        let found = read(text);
        assert_eq!(found.0, tree, "{text}");
        assert_eq!(found.1, errors, "{text}");
    }
}

#[test]
fn depth_is_bounded() {
    let deep = |open: &str, inner: &str, close: &str, n: usize| {
        format!("a = 1\nx = {}{inner}{}\nb = 2\n", open.repeat(n), close.repeat(n))
    };
    let chains = [
        deep("[", "1", "]", 5_000),
        deep("(", "1", ")", 5_000),
        deep("{a=", "1", "}", 5_000),
        deep("!", "x", "", 5_000),
        deep("-", "x", "", 5_000),
        deep("f(", "x", ")", 5_000),
        deep("x ? 1 : ", "1", "", 5_000),
        deep("1 + ", "1", "", 5_000),
        deep("\"${", "1", "}\"", 5_000),
        deep("[for x in y : ", "1", "]", 5_000),
        deep("x[", "1", "]", 5_000),
        format!("a = 1\nx = \"{}\"\nb = 2\n", "%{ if x }".repeat(5_000)),
        format!("a = 1\nx = {}1{}\nb = 2\n", "(1 + ".repeat(150), ")".repeat(150)),
    ];
    for text in chains {
        let (tree, errors) = read(&text);
        assert_eq!(tree, "a=#1; x=INVALID; b=#2", "{}", &text[..40]);
        assert_eq!(errors.len(), 1, "{errors:?}");
    }
    let blocks = format!("a = 1\n{}{}b = 2\n", "x {\n".repeat(5_000), "}\n".repeat(5_000));
    let (tree, errors) = read(&blocks);
    assert!(tree.starts_with("a=#1; b=#2; x {x {"), "{}", &tree[..40]);
    assert_eq!(errors.len(), 1, "{errors:?}");
    // What Terraform users write stays within the budget.
    good(&format!("x = {}1\n", "a ? 1 : ".repeat(70)));
    good(&format!("x = {}1\n", "a || ".repeat(150)));
}

#[test]
fn spans_point_at_their_text() {
    let text = "\u{feff}resource \"a\" \"b\" { # c\n  x.y = 1\n  é = [\"${ v.w[0] } z\", 1 + 2]\n}\n";
    let (file, _) = parse_native(FileId(0), text);
    let block = &file.body.blocks[0];
    assert_eq!(&text[block.header.range()], "resource \"a\" \"b\"");
    assert_eq!(&text[block.labels[1].span.range()], "\"b\"");
    assert!(text[block.span.range()].ends_with("]\n}"));
    let attribute = block.body.attributes.last().unwrap();
    assert_eq!(&text[attribute.span.range()], "é = [\"${ v.w[0] } z\", 1 + 2]");
    let ExprKind::Array(items) = &attribute.value.kind else { panic!() };
    assert_eq!(&text[items[1].span.range()], "1 + 2");
    let ExprKind::Template(template) = &items[0].kind else { panic!() };
    let [TemplatePart::Interpolation(inner), TemplatePart::Literal(_, literal)] = &template.parts[..] else {
        panic!()
    };
    assert_eq!(&text[inner.span.range()], "v.w[0]");
    assert_eq!(&text[literal.range()], " z");
    let ExprKind::Traversal(_, steps) = &inner.kind else { panic!() };
    assert_eq!(&text[steps[0].span.range()], ".w");
    let whole = "f(x) + local.y";
    let expr = super::parse_expression(FileId(0), &whole[7..], 7).unwrap();
    assert_eq!(&whole[expr.span.range()], "local.y");
}
