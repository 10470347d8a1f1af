//! The machine and the interpreter over every construct, held to what the language says of each.

use super::super::compile::{Module, Rules, compile, interpreter};
use super::*;
use std::fmt::Write;

const SEMANTICS: &str = include_str!("../../../testdata/policy/semantics.rego");

fn compiled(text: &str, input: &Value) -> Result<String, Stop> {
    let module = Module::parse("t.rego", text).unwrap();
    let own = Rules::new([("t.rego", &module)]);
    let program = compile(&own, &Rules::default(), "data.semantics.deny").unwrap();
    let elements = run(&program, input, 100_000)?.ok_or(Stop::Broken)?;
    Ok(Value::from(elements.into_iter().collect::<BTreeSet<_>>()).to_string())
}

fn interpreted(text: &str, input: &Value) -> String {
    let module = Module::parse("t.rego", text).unwrap();
    let mut engine = interpreter([("t.rego", &module)], "data.semantics.deny").unwrap();
    engine.set_input(input.clone());
    engine.eval_rule("data.semantics.deny".to_owned()).unwrap().to_string()
}

#[test]
fn both_engines_run_every_construct_as_the_language_says() {
    let input =
        Value::from_json_str(r#"{"name": "me", "list": [1, 2], "objects": [{"id": 1}, {}]}"#).unwrap();
    let (rules, helpers): (Vec<&str>, Vec<&str>) =
        SEMANTICS.lines().filter(|line| !line.starts_with('#')).partition(|line| line.starts_with("deny"));
    assert!(rules.len() > 50);
    let mut wrong = String::new();
    for rule in rules {
        let (rule, expected) = rule.split_once(" # ").expect("what it yields");
        let text = format!("{}\n{rule}\n", helpers.join("\n"));
        let results = [compiled(&text, &input).unwrap(), interpreted(&text, &input)];
        if results != [expected, expected] {
            let _ = writeln!(wrong, "{rule}: {results:?}, not {expected}");
        }
    }
    assert_eq!(wrong, "");
}

#[test]
fn what_is_used_first_inside_a_comprehension_is_there_after_it_too() {
    let text = "package semantics
f(r) := array.concat([1 | some s in r.empty; some p in input.list[s]], [w | some w in input.list])
deny contains f({\"empty\": []}) if true
";
    let input = Value::from_json_str(r#"{"list": [1, 2]}"#).unwrap();
    assert_eq!(compiled(text, &input).unwrap(), "[[1,2]]");
}

#[test]
fn stops() {
    let input = Value::from_json_str(r#"{"list": [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]}"#).unwrap();
    let loops: String = ('a'..='h').map(|name| format!("some {name} in input.list; ")).collect();
    let endless = format!("package semantics\ndeny contains 1 if {{ {loops}a == 11 }}");
    assert_eq!(compiled(&endless, &input), Err(Stop::Limit));
    let torn = "package semantics\nx := 1 if true\nx := 2 if true\ndeny contains x if true";
    assert_eq!(compiled(torn, &input), Err(Stop::Conflict("data.semantics.x".to_owned())));
}

#[test]
fn variables_go_through_what_they_are_an_index_of() {
    let rules = [
        ("deny contains [i, j] if { input.a[i].b[j] == 2 }", "[[0,1],[1,0]]"),
        ("deny contains x if { some i; x := input.a[i].b[i] }", "[1,5]"),
        ("deny contains k if { input.o[k] == 2 }", r#"["y"]"#),
        ("deny contains 1 if { not input.a[_].b[_] == 7 }", "[1]"),
        ("deny contains y if { y := x + 1; x := 1 }", "[2]"),
        ("deny contains y if { x = 1; [x, y] = [1, 2] }", "[2]"),
        ("deny contains input.o[_] if true", "[1,2]"),
        ("deny contains count([1 | input.a[_].b[_] > 1]) if true", "[3]"),
        ("deny contains x if { some x, 2 in input.o }", r#"["y"]"#),
        ("deny contains v if { some v in {w | w := input.a[_].b[_]}; every q in [1, 2] { v > q } }", "[5]"),
    ];
    let input =
        Value::from_json_str(r#"{"a": [{"b": [1, 2]}, {"b": [2, 5]}], "o": {"x": 1, "y": 2}}"#).unwrap();
    for (rule, expected) in rules {
        assert_eq!(compiled(&format!("package semantics\n{rule}"), &input).unwrap(), expected, "{rule}");
    }
}

#[test]
fn functions_of_the_language() {
    let calls = [
        (
            r#"sprintf("%s %v %d%% %v", ["a", [1, "b", {"c": null}], 3, {"s"}])"#,
            r#""a [1, \"b\", {\"c\": null}] 3% {\"s\"}""#,
        ),
        (r#"object.get({"a": {"b": 1}}, ["a", "b"], 2)"#, "1"),
        (r#"object.get({"a": 1}, "z", 2)"#, "2"),
        (r#"object.union({"a": {"b": 1, "c": 1}}, {"a": {"b": 2}})"#, r#"{"a":{"b":2,"c":1}}"#),
        (r#"object.remove({"a": 1, "b": 2}, ["a"])"#, r#"{"b":2}"#),
        (r#"object.keys({"a": 1})"#, r#"["a"]"#),
        ("array.slice([1, 2, 3], 1, 9)", "[2,3]"),
        ("array.slice([1, 2, 3], -1, 1)", "[1]"),
        (r#"concat(", ", {"b", "a"})"#, r#""a, b""#),
        (r#"split("a.b", ".")"#, r#"["a","b"]"#),
        (r#"substring("abc", 1, -1)"#, r#""bc""#),
        (r#"indexof("äbc", "c")"#, "2"),
        (r#"trim_left("00a0", "0")"#, r#""a0""#),
        (r#"to_number("1.5")"#, "1.5"),
        (r#"replace("aba", "a", "c")"#, r#""cbc""#),
        (r#"net.cidr_contains("10.0.0.0/8", "10.1.0.0/16")"#, "true"),
        (r#"net.cidr_contains("::/0", "2001:db8::1")"#, "true"),
        (r#"glob.match("s3:Get*", null, "s3:GetObject.x")"#, "true"),
        (r#"glob.match("*.b.?", [], "a.b.c")"#, "true"),
        (r#"glob.match("*.c", [], "a.b.c")"#, "false"),
        (r#"glob.match("a/**", ["/"], "a/b/c")"#, "true"),
        (r#"glob.match("a/*", ["/"], "a/b/c")"#, "false"),
        (r#"glob.match("{a,b?}-[0-9]", null, "bc-7")"#, "true"),
        (r#"glob.match("{a,b?}-[!0-9]", null, "a-7")"#, "false"),
        (r#"regex.match("^a+$", "aa")"#, "true"),
        (r#"regex.split("[ ,]+", "a, b c")"#, r#"["a","b","c"]"#),
        (r#"regex.replace("a1b2", "[0-9]", "_")"#, r#""a_b_""#),
        (r#"object.filter({"a": 1, "b": 2}, {"a"})"#, r#"{"a":1}"#),
        (r#"strings.any_prefix_match(["ab", "cd"], "c")"#, "true"),
        (r#"strings.any_suffix_match("ab", {"a", "x"})"#, "false"),
        (r#"regex.find_n("[0-9]", "a1b2", 1)"#, r#"["1"]"#),
        ("max([1, 3, 2])", "3"),
        ("sum({1, 2})", "3"),
        ("sort([2, 1])", "[1,2]"),
        ("intersection({{1, 2}, {2, 3}})", "[2]"),
        ("union({{1}, {2}})", "[1,2]"),
        ("numbers.range(2, 0)", "[2,1,0]"),
        ("format_int(10, 16)", r#""a""#),
        ("ceil(1.2)", "2"),
        (r#"type_name({"a": 1})"#, r#""object""#),
        (r#"count("äö")"#, "2"),
        (r#"upper("a")"#, r#""A""#),
    ];
    for (call, expected) in calls {
        let text = format!("package semantics\ndeny contains x if {{ x := {call} }}");
        assert_eq!(compiled(&text, &Value::Null).unwrap(), format!("[{expected}]"), "{call}");
        assert_eq!(interpreted(&text, &Value::Null), format!("[{expected}]"), "{call}, interpreted");
    }
    for call in [
        "to_number(\"x\")",
        "max([])",
        "1 / 0",
        "sprintf(\"%d\", [\"a\"])",
        "array.concat(1, [])",
        "count(1)",
    ] {
        let text = format!("package semantics\ndeny contains x if {{ x := {call} }}");
        assert_eq!(compiled(&text, &Value::Null).unwrap(), "[]", "{call}");
    }
}

#[test]
fn says_what_is_not_compiled() {
    let refused = |rule: &str| {
        let module = Module::parse("t.rego", &format!("package p\n\n{rule}\n")).unwrap();
        let own = Rules::new([("t.rego", &module)]);
        compile(&own, &Rules::default(), "data.p.deny").unwrap_err().to_string()
    };
    let errors = [
        refused("deny contains 1 if {\n\tinput.a == 1 with input as {}\n}"),
        refused("deny contains 1 if walk(input, [p, v])"),
        refused("deny contains 1 if nothing(input)"),
        refused("deny contains sprintf(\"%5.1f%%\", [1]) if true"),
        refused("deny contains sprintf(\"100%\", []) if true"),
        refused("deny contains sprintf(\"%s: %d%%\", [1]) if true"),
        refused("deny contains 1 if f(1, 2)\nf(x) := x"),
        refused("deny contains 1 if f(1)\nf(x) := f(x)"),
        refused("deny contains 1 if a[1]\na[x] contains y if {\n\tsome x, y in input\n}"),
        refused("deny contains 1 if nowhere == 1"),
    ];
    insta::assert_snapshot!(errors.join("\n"), @r"
    t.rego:4: `with` is not compiled
    t.rego:3: the function `walk` is not compiled
    t.rego:3: there is no function `nothing`
    t.rego:3: `%5` in `sprintf` is not compiled
    t.rego:3: a lone `%` at the end of a format; write `%%`
    t.rego:3: `sprintf` has 2 verbs and 1 values
    t.rego:3: `f` takes 1 arguments, not 2
    t.rego:4: `data.p.f` needs itself
    t.rego:4: `name[key] contains value` and names of several parts are not compiled (write `name[key] := {value | ...}`)
    t.rego:3: `nowhere` stands for nothing
    ");
}
