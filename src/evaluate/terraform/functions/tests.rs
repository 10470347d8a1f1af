//! Functions called as a configuration calls them, compared with Terraform's answers.

use crate::evaluate::terraform::functions::{CallContext, FunctionError, TemplateRenderer, call};
use crate::evaluate::terraform::{Inputs, answer_expressions};
use crate::evaluate::{
    Data, LinkKind, MappingKind, Number, Origin, Part, Reason, SequenceKind, Unknown, Value,
};
use crate::source::{FileId, FileKind, Sources, Span};
use proptest::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What an answer of `purlin eval` comes to, in the words of the table.
fn short(answer: &str) -> String {
    let answer: serde_json::Value = serde_json::from_str(answer).unwrap();
    match (answer.get("value"), answer.get("error")) {
        (Some(value), _) => value.to_string(),
        (None, Some(_)) => "error".to_owned(),
        (None, None) if answer.get("partial").is_some() => "partial".to_owned(),
        (None, None) => "unknown".to_owned(),
    }
}

#[test]
fn gives_what_terraform_gives() {
    let root = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/evaluate/module");
    let sources = Sources::new(root);
    let files = vec![sources.load("main.tf").unwrap()];
    let table = include_str!("../../../../testdata/evaluate/functions.txt");
    let cases: Vec<(&str, &str)> = table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.rsplit_once(" => "))
        .collect();
    assert!(cases.len() > 300, "only {} cases were read", cases.len());
    let expressions: Vec<String> = cases.iter().map(|(expression, _)| (*expression).to_owned()).collect();
    let answers = answer_expressions(&sources, &files, ".", &Inputs::default(), &expressions);
    let mut wrong = Vec::new();
    for ((expression, expected), answer) in cases.iter().zip(&answers) {
        let expected = match serde_json::from_str::<serde_json::Value>(expected) {
            Ok(value) => value.to_string(),
            Err(_) => (*expected).to_owned(),
        };
        if short(answer) != expected {
            wrong.push(format!("{expression}\n  expected {expected}\n  got      {answer}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

struct NoTemplates;

impl TemplateRenderer for NoTemplates {
    fn render_file(&self, _: FileId, _: &BTreeMap<Arc<str>, Value>) -> Result<Value, FunctionError> {
        Err(FunctionError::new("no templates here"))
    }

    fn render_text(&self, _: &Value, _: &BTreeMap<Arc<str>, Value>) -> Result<Value, FunctionError> {
        Err(FunctionError::new("no templates here"))
    }

    fn definitions(&self, _: &str) -> Result<BTreeMap<Arc<str>, Value>, FunctionError> {
        Err(FunctionError::new("no templates here"))
    }
}

/// Sources with one file whose bytes stand for the places of values.
struct Fixture {
    sources: Sources,
    file: FileId,
}

impl Fixture {
    fn new() -> Fixture {
        let sources = Sources::new(".");
        let file = sources.add("main.tf", FileKind::Terraform, "0123456789");
        Fixture { sources, file }
    }

    fn origin(&self, at: usize) -> Origin {
        Origin::new(LinkKind::Local("x".into()), self.span(at), vec![Origin::literal(self.span(at))])
    }

    fn span(&self, at: usize) -> Span {
        Span::new(self.file, at, at + 1)
    }

    fn text(&self, text: &str, at: usize) -> Value {
        Value::string(text, self.origin(at))
    }

    fn number(&self, number: i64) -> Value {
        Value::new(Data::Number(Number::from(number)), self.origin(0))
    }

    fn unknown(&self, at: usize) -> Value {
        Value::unknown(Reason::Computed, self.origin(at))
    }

    fn call(&self, name: &str, args: &[Value]) -> Result<Value, FunctionError> {
        self.answer(name, args, true)
    }

    fn answer(&self, name: &str, args: &[Value], strict: bool) -> Result<Value, FunctionError> {
        let span = self.span(9);
        let context =
            CallContext { span, sources: &self.sources, root_dir: ".", templates: &NoTemplates, strict };
        call(name, args, &context)
    }
}

fn object(entries: &[(&str, Value)], origin: Origin) -> Value {
    Value::object(entries.iter().map(|(key, value)| ((*key).into(), value.clone())).collect(), origin)
}

/// Where the stations of a value are, from its use to its source.
fn way(value: &Value) -> Vec<u32> {
    let stations = std::iter::successors(Some(&value.origin), |station| station.copied_from());
    stations.map(|station| station.span().start).collect()
}

#[test]
fn elements_keep_their_origins() {
    let fixture = Fixture::new();
    let (first, second) = (fixture.text("a", 1), fixture.text("b", 2));
    let list = Value::tuple(vec![first.clone(), second.clone()], fixture.origin(0));
    let index = fixture.number(1);
    let found = fixture.call("element", &[list.clone(), index]).unwrap();
    assert_eq!(way(&found), [0, 2, 2]);

    let left = object(&[("k", first)], fixture.origin(0));
    let right = object(&[("k", second.clone())], fixture.origin(0));
    let merged = fixture.call("merge", &[left.clone(), right]).unwrap();
    assert_eq!(merged.origin.span(), fixture.span(9));
    assert_eq!(way(merged.get("k").unwrap()), [0, 2, 2]);
    let found = fixture.call("lookup", &[left, fixture.text("none", 3), second.clone()]).unwrap();
    assert_eq!(found.origin.span(), fixture.span(2));

    let empty = fixture.text("", 3);
    assert_eq!(fixture.call("coalesce", &[empty, second]).unwrap().origin.span(), fixture.span(2));
    for name in ["tolist", "toset", "flatten", "distinct", "sort", "reverse", "compact"] {
        let result = fixture.call(name, std::slice::from_ref(&list)).unwrap();
        let spans: Vec<u32> = result.items().unwrap().iter().map(|item| item.origin.span().start).collect();
        assert!(spans == [1, 2] || spans == [2, 1], "{name}: {spans:?}");
    }

    let joined = fixture.call("join", &[fixture.text("-", 4), list]).unwrap();
    assert_eq!(joined.origin.span(), fixture.span(9));
    let from: Vec<u32> = joined.origin.link().from.iter().map(|origin| origin.span().start).collect();
    assert!(from.contains(&1) && from.contains(&2), "{from:?}");
}

#[test]
fn unknown_parts_stay_beside_known_ones() {
    let fixture = Fixture::new();
    let joined = fixture.call("format", &[fixture.text("arn:%s/*", 1), fixture.unknown(2)]).unwrap();
    let Data::Unknown(unknown) = &joined.data else { panic!("{joined:?}") };
    let [Part::Text(before), Part::Hole(hole), Part::Text(after)] = unknown.parts.as_slice() else {
        panic!("{:?}", unknown.parts)
    };
    assert_eq!((&**before, hole.origin.span(), &**after), ("arn:", fixture.span(2), "/*"));
    assert!(unknown.not_null);

    let policy =
        object(&[("Action", fixture.text("*", 1)), ("Resource", fixture.unknown(2))], fixture.origin(0));
    let encoded = fixture.call("jsonencode", &[policy]).unwrap();
    assert!(encoded.is_unknown() && encoded.origin.encoded().is_some());
    let decoded = fixture.call("jsondecode", &[encoded]).unwrap();
    assert_eq!(decoded.get("Action").unwrap().as_str(), Some("*"));

    let blocks = Value::tuple(vec![fixture.text("0.0.0.0/0", 1)], fixture.origin(0));
    let all = fixture.call("concat", &[blocks, fixture.unknown(2)]).unwrap();
    let [known, open] = all.items().unwrap() else { panic!("{all:?}") };
    assert_eq!(known.as_str(), Some("0.0.0.0/0"));
    assert!(matches!(&open.data, Data::Unknown(unknown) if unknown.many));
    assert!(fixture.call("length", std::slice::from_ref(&all)).unwrap().is_unknown());
    assert!(fixture.call("contains", &[all.clone(), fixture.text("x", 1)]).unwrap().is_unknown());
    let found = fixture.call("contains", &[all, fixture.text("0.0.0.0/0", 1)]).unwrap();
    assert_eq!(found.as_bool(), Some(true));
}

#[test]
fn sensitive_arguments_make_sensitive_results() {
    let fixture = Fixture::new();
    let secret = Value { sensitive: true, ..fixture.text("secret", 1) };
    let list = Value::tuple(vec![secret.clone(), fixture.text("x", 2)], fixture.origin(0));
    assert!(fixture.call("upper", std::slice::from_ref(&secret)).unwrap().sensitive);
    assert!(fixture.call("join", &[fixture.text(",", 1), list.clone()]).unwrap().sensitive);
    assert!(fixture.call("jsonencode", std::slice::from_ref(&list)).unwrap().sensitive);
    assert!(fixture.call("toset", std::slice::from_ref(&list)).unwrap().sensitive);
    assert!(!fixture.call("element", &[list, fixture.number(1)]).unwrap().sensitive);
    assert!(!fixture.call("nonsensitive", &[secret]).unwrap().sensitive);
}

#[test]
fn every_result_is_bounded() {
    let fixture = Fixture::new();
    let numbers = Value::tuple((0..1_000).map(|number| fixture.number(number)).collect(), fixture.origin(0));
    let large = fixture.text(&"a".repeat(100_000), 1);
    let rows =
        Value::tuple((0..1_000).map(|row| fixture.text(&row.to_string(), 1)).collect(), fixture.origin(0));
    let nested_groups = format!("{}.*{}", "(".repeat(150), ")".repeat(150));
    let holes = fixture.call(
        "join",
        &[fixture.text("-", 1), Value::tuple(vec![fixture.unknown(2); 100_000], fixture.origin(0))],
    );
    let holes = Value::tuple(vec![holes.unwrap(); 2], fixture.origin(0));
    let mut names: BTreeMap<Arc<str>, Value> =
        (0..1_000).map(|name| (format!("n{name}").into(), fixture.number(0))).collect();
    names.insert("n".repeat(100_000).into(), fixture.number(0));
    let names = Value::object(names, fixture.origin(0));
    let bomb: String =
        (1..40).map(|level| format!("a{level}: &a{level} [*a{0}, *a{0}]\n", level - 1)).collect();
    let limited: &[(&str, Vec<Value>)] = &[
        ("setproduct", vec![numbers.clone(), numbers.clone(), numbers]),
        ("replace", vec![large.clone(), fixture.text("a", 1), large.clone()]),
        ("replace", vec![large.clone(), fixture.text("/a/", 1), large.clone()]),
        ("indent", vec![fixture.number(i64::MAX), fixture.text("a\nb", 1)]),
        ("join", vec![large.clone(), Value::tuple(vec![fixture.text("x", 1); 1_000], fixture.origin(0))]),
        ("join", vec![fixture.text("", 1), holes]),
        ("formatlist", vec![fixture.text("%100000s", 1), rows.clone()]),
        ("format", vec![fixture.text(&"%100000[1]s".repeat(1_000), 1), fixture.text("x", 1)]),
        ("replace", vec![large.clone(), fixture.text("/.+/", 1), fixture.text(&"$0".repeat(50_000), 1)]),
        ("regex", vec![fixture.text(&nested_groups, 1), large.clone()]),
        ("regexall", vec![fixture.text(&nested_groups, 1), large]),
        ("regex", vec![fixture.text(&"{".repeat(1_000_000), 1), fixture.text("a", 1)]),
        ("transpose", vec![object(&[(&"k".repeat(100_000), rows)], fixture.origin(0))]),
        ("yamlencode", vec![nested(&fixture, &"a\n".repeat(500_000), 100)]),
        ("provider::terraform::encode_expr", vec![names]),
        ("yamldecode", vec![fixture.text(&"[".repeat(300), 1)]),
        ("jsondecode", vec![fixture.text(&"[".repeat(100_000), 1)]),
        ("yamldecode", vec![fixture.text(&format!("a0: &a0 x\n{bomb}"), 1)]),
    ];
    for (name, args) in limited {
        assert_eq!(fixture.call(name, args).unwrap_err().reason, Reason::Limit, "{name}");
    }
    let refused: &[(&str, Vec<Value>)] = &[
        ("format", vec![fixture.text("%1000000000d", 1), fixture.number(1)]),
        ("format", vec![fixture.text("%.1000000000f", 1), fixture.number(1)]),
        ("range", vec![fixture.number(2_000)]),
        ("regex", vec![fixture.text("((a{100}){100}){100}", 1), fixture.text("a", 1)]),
        ("yamldecode", vec![fixture.text(&"[".repeat(100_000), 1)]),
        ("tonumber", vec![fixture.text("1e1000000000", 1)]),
    ];
    for (name, args) in refused {
        assert!(fixture.call(name, args).is_err(), "{name}");
    }
}

/// A text in lists inside of each other.
fn nested(fixture: &Fixture, text: &str, levels: usize) -> Value {
    (0..levels).fold(fixture.text(text, 1), |inner, _| Value::tuple(vec![inner], fixture.origin(0)))
}

/// What would be built on the way, or computed with, must be no larger than the result.
#[test]
fn results_cost_no_more_than_they_hold() {
    let fixture = Fixture::new();
    let numbers = Value::tuple((0..1_000).map(|number| fixture.number(number)).collect(), fixture.origin(0));
    let none = Value::tuple(Vec::new(), fixture.origin(0));
    let args = [numbers.clone(), numbers.clone(), numbers, none];
    assert_eq!(fixture.call("setproduct", &args).unwrap().items().map(<[Value]>::len), Some(0));
    let subnet = |block: &str, bits, number| {
        let args = [fixture.text(block, 1), fixture.number(bits), fixture.number(number)];
        fixture.call("cidrsubnet", &args).map(|block| block.as_str().unwrap().to_owned())
    };
    for bits in [i64::MIN, i64::MIN + 32, -4_000_000_000, -121] {
        assert_eq!(subnet("10.0.0.0/8", bits, 0).as_deref(), Ok("<nil>"));
        assert!(subnet("10.0.0.0/8", bits, 1).is_err());
    }
}

#[test]
fn knows_its_names() {
    let fixture = Fixture::new();
    for name in ["upper", "core::upper"] {
        assert_eq!(fixture.call(name, &[fixture.text("x", 1)]).unwrap().as_str(), Some("X"), "{name}");
    }
    for name in ["nope", "Upper", "try", ""] {
        assert!(fixture.call(name, &[fixture.text("x", 1)]).is_err(), "{name}");
    }
    assert!(fixture.call("provider::aws::arn_parse", &[fixture.text("x", 1)]).unwrap().is_unknown());
}

/// What configurations of Terraform 0.14 and before call is read by `check`, and refused by `eval`.
#[test]
fn reads_functions_of_former_versions() {
    let fixture = Fixture::new();
    let pair = [fixture.text("acl", 1), fixture.text("private", 2)];
    let map = fixture.answer("map", &pair, false).unwrap();
    assert_eq!(map.get("acl").and_then(Value::as_str), Some("private"));
    assert_eq!(map.get("acl").map(|value| value.origin.span()), Some(fixture.origin(2).span()));
    let list = fixture.answer("list", &[fixture.text("a", 1), fixture.unknown(2)], false).unwrap();
    assert_eq!(list.items().map(<[Value]>::len), Some(2));
    let keyed = fixture.answer("map", &[fixture.unknown(1), fixture.text("x", 2)], false);
    assert!(keyed.unwrap().is_unknown());
    assert!(fixture.answer("map", &pair[..1], false).is_err());
    for name in ["map", "list"] {
        let refused = fixture.answer(name, &pair, true).unwrap_err();
        assert!(refused.message.contains("since 0.15"), "{}", refused.message);
    }
}

fn names() -> Vec<&'static str> {
    super::FAMILIES.iter().flat_map(|family| family.iter().map(|signature| signature.name)).collect()
}

/// Numbers and texts that ask for much.
const EDGES: [&str; 20] = [
    "-9223372036854775808",
    "9223372036854775807",
    "-4294967000",
    "4294967296",
    "-121",
    "1000000",
    "1e6000",
    "-1e-6000",
    "Inf",
    "10.0.0.0/8",
    "::/0",
    "%100000s",
    "%100000.100000e",
    "%[9]d",
    "/.+/",
    "$0$0",
    "((((.*))))",
    "(a{1000}){1000}",
    "[[[[[[",
    "2006-01-02T15:04:05Z",
];

/// Any value: known, unknown, open, nested.
fn any_value() -> impl Strategy<Value = Value> {
    let fixture = Fixture::new();
    let origin = fixture.origin(0);
    let leaf_origin = origin.clone();
    let leaf = prop_oneof![
        Just(Data::Null),
        any::<bool>().prop_map(Data::Bool),
        any::<i64>().prop_map(|number| Data::Number(Number::from(number))),
        prop::sample::select(EDGES.to_vec()).prop_map(|edge| match Number::parse(edge) {
            Some(number) => Data::Number(number),
            None => Data::String(edge.into()),
        }),
        "[a-c0-9./%{}\\[\\]-]{0,6}|10\\.0\\.0\\.0/8|\\PC{0,4}|%[0-9.+#-]{0,3}[a-z]"
            .prop_map(|text| Data::String(text.into())),
        any::<(bool, bool)>().prop_map(|(many, not_null)| {
            let unknown = Unknown { many, not_null, ..Unknown::because(Reason::Computed) };
            Data::Unknown(Arc::new(unknown))
        }),
    ]
    .prop_map(move |data| Value::new(data, leaf_origin.clone()));
    leaf.prop_recursive(3, 16, 4, move |inner| {
        let (own, other) = (origin.clone(), origin.clone());
        let kind = prop_oneof![Just(SequenceKind::List), Just(SequenceKind::Set), Just(SequenceKind::Tuple)];
        let mapping =
            prop_oneof![Just(MappingKind::Map), Just(MappingKind::Object), Just(MappingKind::Resource)];
        prop_oneof![
            (kind, prop::collection::vec(inner.clone(), 0..4)).prop_map(move |(kind, items)| Value::new(
                Data::Sequence(kind, Arc::new(items)),
                own.clone()
            )),
            (mapping, prop::collection::btree_map("[a-c]{1,2}", inner, 0..4)).prop_map(
                move |(kind, entries)| {
                    let entries = entries.into_iter().map(|(key, value)| (Arc::from(key), value)).collect();
                    Value::new(Data::Mapping(kind, Arc::new(entries)), other.clone())
                }
            ),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(ProptestConfig::default().cases.max(2_000)))]

    /// No function panics, whatever it is given.
    #[test]
    fn never_panics(
        name in prop::sample::select(names()),
        args in prop::collection::vec(any_value(), 0..4),
    ) {
        let _ = Fixture::new().call(name, &args);
    }

    #[test]
    fn numbers_read_back_what_they_print(mantissa in any::<i128>(), scale in -60i32..60) {
        let number = Number::parse(&format!("{mantissa}e{scale}")).unwrap();
        let sum = number.add(&Number::from(1i64)).unwrap();
        prop_assert!(sum > number);
        prop_assert_eq!(Number::parse(&number.to_string()).unwrap(), number);
    }
}

/// What is known of a text, `?` for what is not.
fn outline(value: &Value) -> String {
    match &value.data {
        Data::String(text) => text.to_string(),
        Data::Unknown(unknown) if !unknown.parts.is_empty() => {
            let part = |part: &Part| match part {
                Part::Text(text) => text.to_string(),
                Part::Hole(hole) => outline(hole),
            };
            unknown.parts.iter().map(part).collect()
        }
        _ => "?".to_owned(),
    }
}

#[test]
fn a_placeholder_is_replaced_by_what_is_unknown() {
    let fixture = Fixture::new();
    let replaced = |text: &Value, search: &str, by: Value| {
        let args = [text.clone(), fixture.text(search, 1), by];
        (fixture.answer("replace", &args, false).unwrap(), fixture.call("replace", &args).unwrap())
    };
    let (text, strict) = replaced(&fixture.text("a <key> b <key>", 2), "<key>", fixture.unknown(3));
    assert_eq!((&*outline(&text), &*outline(&strict)), ("a ? b ?", "?"));
    let (text, _) = replaced(&text, "b", fixture.text("/", 4));
    assert_eq!(outline(&text), "a ? / ?");
    for (search, expected) in [("no <key>", "a ? / ?"), ("/a/", "?"), ("", "?"), ("/ x", "?"), ("a _", "?")] {
        let (found, _) = replaced(&text, search, fixture.text("z", 4));
        assert_eq!(
            outline(&found),
            expected,
            "{search}: it may begin in what is known and end in what is not"
        );
    }
    let (found, _) = replaced(&fixture.unknown(2), "_KEY_", fixture.text("z", 4));
    assert_eq!((outline(&found).as_str(), found.origin.span()), ("?", fixture.span(9)), "it is another text");

    let statement = |resource: Value| {
        object(&[("Action", fixture.text("s3:*", 5)), ("Resource", resource)], fixture.origin(6))
    };
    let document = statement(fixture.text("_ARN_/*", 7));
    let document = fixture
        .answer("jsonencode", &[object(&[("Statement", document)], fixture.origin(6))], false)
        .unwrap();
    let (document, _) = replaced(&document, "_ARN_", fixture.unknown(3));
    let statement = document.encoded().and_then(|document| document.get("Statement")).unwrap();
    assert_eq!(
        statement.get("Action").map(|action| (outline(action), action.origin.span())),
        Some(("s3:*".to_owned(), fixture.span(5)))
    );
    assert_eq!(statement.get("Resource").map(outline).as_deref(), Some("?/*"));
    for search in ["\"", "e", "Resource_"] {
        let (found, _) = replaced(&document, search, fixture.unknown(3));
        let is_kept = found.encoded().is_some();
        assert_eq!(is_kept, search == "Resource_", "{search}");
    }
}
