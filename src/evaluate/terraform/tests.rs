//! Whole configurations in memory, and what becomes of their values.

use super::{Evaluation, Given, Inputs, evaluate};
use crate::evaluate::{Data, LinkKind, Origin, Reason, Value};
use crate::source::{FileId, FileKind, Sources};

struct Run {
    sources: Sources,
    evaluation: Evaluation,
}

impl Run {
    fn new(files: &[(&str, &str)]) -> Run {
        Run::with(files, &Inputs::default())
    }

    fn with(files: &[(&str, &str)], inputs: &Inputs) -> Run {
        let dir = tempfile::tempdir().unwrap();
        for (path, text) in files {
            let path = dir.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        }
        let sources = Sources::new(dir.path());
        let ids: Vec<FileId> = files.iter().map(|(path, _)| sources.load(path).unwrap()).collect();
        let ids: Vec<FileId> =
            ids.into_iter().filter(|id| sources.file(*id).kind != FileKind::Text).collect();
        let evaluation = evaluate(&sources, &ids, inputs);
        Run { sources, evaluation }
    }

    /// The value at a dotted path of the resource at an address.
    fn value(&self, address: &str, path: &str) -> Value {
        let resources = self.evaluation.modules.iter().flat_map(|module| &module.resources);
        let mut found = resources.into_iter().filter(|resource| &*resource.address == address);
        let mut value = found.next().unwrap_or_else(|| panic!("no {address}")).attributes.clone();
        for step in path.split('.') {
            value = match step.parse::<usize>() {
                Ok(index) => value.items().unwrap()[index].clone(),
                Err(_) => value.get(step).unwrap_or_else(|| panic!("no {step} of {path}")).clone(),
            };
        }
        value
    }

    /// The stations of a value from the place of use back, as `kind:line:text`.
    fn way(&self, value: &Value) -> Vec<String> {
        let mut way = Vec::new();
        let mut origin: Option<&Origin> = Some(&value.origin);
        while let Some(station) = origin {
            let kind = match &station.link().kind {
                LinkKind::Literal => "literal".to_owned(),
                LinkKind::Attribute(name) => format!("attribute {name}"),
                LinkKind::Default(name) => format!("default {name}"),
                LinkKind::Input(name) => format!("input {name}"),
                LinkKind::Given(name) => format!("given {name}"),
                LinkKind::Argument { call, name } => format!("argument {call}.{name}"),
                LinkKind::Local(name) => format!("local {name}"),
                LinkKind::Output(name) => format!("output {name}"),
                LinkKind::Reference(id, path) => format!("reference {id} {path}"),
                LinkKind::Arm => "arm".to_owned(),
                LinkKind::Tried => "tried".to_owned(),
                LinkKind::Unset(name) => format!("unset {name}"),
                LinkKind::Sensitive(name) => format!("sensitive {name}"),
                LinkKind::Computed => "computed".to_owned(),
                LinkKind::Base64(_) => "base64".to_owned(),
                LinkKind::Part(step) => format!("part {step:?}"),
                LinkKind::Reduced => "reduced".to_owned(),
                LinkKind::Encoded(_) | LinkKind::EncodedYaml(_) => "encoded".to_owned(),
                LinkKind::Element => "element".to_owned(),
                LinkKind::Nonsensitive => "nonsensitive".to_owned(),
                LinkKind::Each => "each".to_owned(),
                LinkKind::Empty(name) => format!("empty {name}"),
            };
            let file = self.sources.file(station.span().file).path.clone();
            way.push(format!("{kind} at {file}:{}", self.sources.position(station.span()).line));
            origin = station.copied_from();
        }
        way
    }

    fn addresses(&self) -> Vec<String> {
        let resources = self.evaluation.modules.iter().flat_map(|module| &module.resources);
        resources.map(|resource| resource.address.to_string()).collect()
    }

    fn messages(&self) -> Vec<String> {
        let modules = self.evaluation.modules.iter().flat_map(|module| &module.diagnostics);
        self.evaluation.diagnostics.iter().chain(modules).map(|found| found.message.clone()).collect()
    }
}

fn reason(value: &Value) -> Option<Reason> {
    match &value.data {
        Data::Unknown(unknown) => Some(unknown.reason.clone()),
        _ => None,
    }
}

const MODULE: &str = "variable \"encrypted\" {\n  default = false\n}\n\
    resource \"aws_db_instance\" \"db\" {\n  storage_encrypted = var.encrypted\n}\n\
    output \"arn\" {\n  value = aws_db_instance.db.arn\n}\n";

#[test]
fn a_default_nobody_set_leads_back_to_itself() {
    let run = Run::new(&[("main.tf", "module \"a\" {\n  source = \"./db\"\n}\n"), ("db/main.tf", MODULE)]);
    let value = run.value("module.a.aws_db_instance.db", "storage_encrypted");
    assert_eq!(value.as_bool(), Some(false));
    assert_eq!(
        run.way(&value),
        [
            "attribute storage_encrypted at db/main.tf:5",
            "default encrypted at db/main.tf:2",
            "literal at db/main.tf:2"
        ]
    );
}

#[test]
fn a_caller_s_argument_leads_back_to_the_caller() {
    let main =
        "locals {\n  safe = true\n}\nmodule \"a\" {\n  source = \"./db\"\n  encrypted = local.safe\n}\n";
    let run = Run::new(&[("main.tf", main), ("db/main.tf", MODULE)]);
    let value = run.value("module.a.aws_db_instance.db", "storage_encrypted");
    assert_eq!(value.as_bool(), Some(true));
    assert_eq!(
        run.way(&value),
        [
            "attribute storage_encrypted at db/main.tf:5",
            "argument a.encrypted at main.tf:6",
            "local safe at main.tf:2",
            "literal at main.tf:2"
        ]
    );
}

#[test]
fn an_element_keeps_the_stations_of_its_structure() {
    let main = "variable \"settings\" {\n  default = {\n    public = true\n  }\n}\n\
        resource \"x_y\" \"z\" {\n  public = var.settings.public\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(
        run.way(&run.value("x_y.z", "public")),
        ["attribute public at main.tf:7", "default settings at main.tf:2", "literal at main.tf:3"]
    );
}

#[test]
fn references_survive_functions_outputs_and_indexes() {
    let main = "module \"a\" {\n  source = \"./db\"\n}\n\
        resource \"x_y\" \"n\" {\n  count = 2\n  name = \"n${count.index}\"\n}\n\
        resource \"x_y\" \"z\" {\n  a = module.a.arn\n  b = try(x_y.n[1].id, \"\")\n  c = one(x_y.n[*].id)\n  d = x_y.n[0].name\n}\n";
    let run = Run::new(&[("main.tf", main), ("db/main.tf", MODULE)]);
    let references = |path: &str| {
        let found = run.value("x_y.z", path).origin.references();
        found.into_iter().map(|(id, path)| format!("{id} {path}")).collect::<Vec<_>>()
    };
    assert_eq!(references("a"), [".//module.a.aws_db_instance.db arn"]);
    assert_eq!(references("b"), [".//x_y.n[1] id"]);
    assert_eq!(references("d"), [".//x_y.n[0] name"]);
    assert_eq!(run.value("x_y.z", "d").as_str(), Some("n0"));
    assert_eq!(reason(&run.value("x_y.z", "a")), Some(Reason::Computed));
}

#[test]
fn count_and_for_each_expand() {
    let main = "resource \"x_y\" \"none\" {\n  count = 0\n}\nresource \"x_y\" \"two\" {\n  count = 2\n}\n\
        resource \"x_y\" \"each\" {\n  for_each = toset([\"a\\\"q\", \"b\"])\n  name = each.key\n}\n\
        variable \"on\" {}\nresource \"x_y\" \"maybe\" {\n  count = var.on ? 1 : 0\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(
        run.addresses(),
        ["x_y.each[\"a\\\"q\"]", "x_y.each[\"b\"]", "x_y.maybe[*]", "x_y.two[0]", "x_y.two[1]"]
    );
}

#[test]
fn dynamic_blocks_expand_and_keep_their_holes() {
    let main = "variable \"more\" {}\nresource \"x_y\" \"z\" {\n  dynamic \"ingress\" {\n    for_each = [22, 443]\n    content {\n      port = ingress.value\n    }\n  }\n\
          dynamic \"ingress\" {\n    for_each = var.more\n    content {\n      port = ingress.value\n    }\n  }\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert!(matches!(&run.value("x_y.z", "ingress.1.port").data, Data::Number(n) if n.to_i64() == Some(443)));
    assert!(matches!(&run.value("x_y.z", "ingress.2").data, Data::Unknown(unknown) if unknown.many));
    assert_eq!(
        run.way(&run.value("x_y.z", "ingress.0.port")),
        ["attribute port at main.tf:6", "literal at main.tf:4"]
    );
}

#[test]
fn a_conditional_is_blamed_on_its_chosen_arm() {
    let main = "variable \"prod\" {\n  default = false\n}\nresource \"x_y\" \"z\" {\n  a = var.prod ? true : false\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    let value = run.value("x_y.z", "a");
    assert_eq!(value.as_bool(), Some(false));
    assert_eq!(run.way(&value), ["attribute a at main.tf:5", "arm at main.tf:5", "literal at main.tf:5"]);
}

#[test]
fn partly_known_strings_keep_their_parts() {
    let main = "resource \"aws_s3_bucket\" \"b\" {}\nresource \"x_y\" \"z\" {\n  arn = \"${aws_s3_bucket.b.arn}/*\"\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    let value = run.value("x_y.z", "arn");
    assert!(matches!(&value.data, Data::Unknown(unknown) if unknown.parts.len() == 2));
    assert_eq!(value.origin.references().len(), 1);
}

#[test]
fn inputs_win_in_terraform_s_order() {
    let main = "variable \"a\" {}\nvariable \"b\" {}\nvariable \"c\" {\n  type = list(string)\n}\n\
        resource \"x_y\" \"z\" {\n  a = var.a\n  b = var.b\n  c = var.c\n}\n";
    let inputs = Inputs {
        given: vec![Given::Value("b".into(), "flag".into())],
        environment: vec![("a".into(), "env".into()), ("c".into(), "[\"x\"]".into())],
        ..Inputs::default()
    };
    let files = [
        ("main.tf", main),
        ("terraform.tfvars", "a = \"tfvars\"\nb = \"tfvars\"\n"),
        ("z.auto.tfvars", "a = \"auto\"\n"),
    ];
    let run = Run::with(&files, &inputs);
    assert_eq!(run.value("x_y.z", "a").as_str(), Some("auto"));
    assert_eq!(run.value("x_y.z", "b").as_str(), Some("flag"));
    assert_eq!(run.value("x_y.z", "c").items().unwrap()[0].as_str(), Some("x"));
    assert_eq!(
        run.way(&run.value("x_y.z", "a")),
        ["attribute a at main.tf:7", "input a at z.auto.tfvars:1", "literal at z.auto.tfvars:1"]
    );
}

#[test]
fn circles_end_and_are_reported_once() {
    let main = "locals {\n  a = local.b\n  b = local.a\n}\nresource \"x_y\" \"z\" {\n  a = local.a\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(reason(&run.value("x_y.z", "a")), Some(Reason::Error));
    assert_eq!(run.messages(), ["local.a refers to itself"]);
}

#[test]
fn a_module_that_calls_itself_ends_and_says_so() {
    let twice = "module \"a\" {\n  source = \"../a\"\n}\nmodule \"b\" {\n  source = \"./../a\"\n}\nresource \"x_y\" \"z\" {}\n";
    let run = Run::new(&[("main.tf", "module \"a\" {\n  source = \"./a\"\n}\n"), ("a/main.tf", twice)]);
    assert_eq!(run.addresses(), ["module.a.x_y.z"]);
    let message = "this call leads back to a module that it is called from; it is not followed";
    assert_eq!(run.messages(), [message, message]);
    let calls = &run.evaluation.modules[0].calls;
    assert_eq!(calls.iter().filter(|call| call.not_followed.is_some()).count(), 2);
}

#[test]
fn the_providers_of_a_call_that_is_not_followed_are_no_values() {
    let provider = "provider \"aws\" {\n  alias = \"backup\"\n}\n";
    let call = "module \"a\" {\n  source = \"git::https://example.com/a.git\"\n  providers = {\n    aws = aws.backup\n  }\n}\n";
    let run = Run::new(&[("main.tf", &format!("{provider}{call}"))]);
    assert_eq!(run.messages(), [""; 0]);
}

#[test]
fn calls_that_double_from_level_to_level_end() {
    let mut files: Vec<(String, String)> = Vec::new();
    for level in 0..40 {
        let call = |name: &str| format!("module \"{name}\" {{\n  source = \"../m{}\"\n}}\n", level + 1);
        files.push((format!("m{level}/main.tf"), call("a") + &call("b")));
    }
    files.push(("m40/main.tf".to_owned(), "resource \"x_y\" \"z\" {}\n".to_owned()));
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let run = Run::new(&files);
    assert!(
        run.messages().iter().any(|message| message.contains("more than 200000 instances")),
        "{:?}",
        run.messages()
    );
}

#[test]
fn policy_documents_keep_what_is_known() {
    let main = "resource \"aws_s3_bucket\" \"b\" {}\ndata \"aws_iam_policy_document\" \"d\" {\n  statement {\n    actions = [\"*\"]\n    resources = [aws_s3_bucket.b.arn]\n  }\n}\n\
        resource \"aws_iam_policy\" \"p\" {\n  policy = data.aws_iam_policy_document.d.json\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    let policy = run.value("aws_iam_policy.p", "policy");
    let encoded = policy.origin.encoded().expect("an encoded value").clone();
    let statement = encoded.get("Statement").unwrap().items().unwrap()[0].clone();
    assert_eq!(statement.get("Action").unwrap().items().unwrap()[0].as_str(), Some("*"));
    assert_eq!(statement.get("Effect").unwrap().as_str(), Some("Allow"));
}

#[test]
fn override_files_replace_arguments() {
    let run = Run::new(&[
        ("main.tf", "resource \"x_y\" \"z\" {\n  a = 1\n  b = 1\n}\n"),
        ("x_override.tf", "resource \"x_y\" \"z\" {\n  b = 2\n}\n"),
    ]);
    assert!(matches!(&run.value("x_y.z", "b").data, Data::Number(n) if n.to_i64() == Some(2)));
    assert!(matches!(&run.value("x_y.z", "a").data, Data::Number(n) if n.to_i64() == Some(1)));
}

#[test]
fn values_that_double_from_local_to_local_end() {
    let doubled = |double: &dyn Fn(usize) -> String| {
        let mut text = String::from("locals {\n  v0 = \"abcdefgh\"\n");
        for level in 0..60 {
            text += &format!("  v{} = {}\n", level + 1, double(level));
        }
        text + "}\nresource \"x_y\" \"z\" {\n  a = local.v60\n}\n"
    };
    for text in [
        doubled(&|level| format!("\"${{local.v{level}}}${{local.v{level}}}\"")),
        doubled(&|level| format!("[local.v{level}, local.v{level}]")),
        doubled(&|level| format!("{{ a = local.v{level}, b = [local.v{level}] }}")),
        doubled(&|level| format!("[for x in [1, 2] : local.v{level}]")),
        doubled(&|level| match level {
            0 => "setproduct([1], [1])".to_owned(),
            _ => format!("setproduct(local.v{level}, local.v{level})"),
        }),
    ] {
        let run = Run::new(&[("main.tf", &text)]);
        assert_eq!(reason(&run.value("x_y.z", "a")), Some(Reason::Limit), "{:?}", run.messages());
        assert_eq!(run.messages().len(), 1);
    }
}

#[test]
fn values_that_grow_deeper_from_local_to_local_end() {
    let levels: String =
        (0..20_000).map(|level| format!("  v{:05} = [local.v{level:05}]\n", level + 1)).collect();
    let text = format!(
        "locals {{\n  v00000 = 1\n{levels}}}\nresource \"x_y\" \"z\" {{\n  a = local.v00500\n  b = local.v20000\n}}\n"
    );
    let run = Run::new(&[("main.tf", &text)]);
    assert!(run.value("x_y.z", "a").is_wholly_known());
    assert_eq!(reason(&run.value("x_y.z", "b")), Some(Reason::Limit));
}

#[test]
fn an_attribute_that_is_null_is_left_to_the_provider() {
    let main = "variable \"v\" {\n  default = null\n}\nresource \"x_y\" \"a\" {\n  size = var.v\n  disk {\n    kind = null\n  }\n}\n\
        resource \"terraform_data\" \"t\" {\n  input = null\n}\n\
        resource \"x_y\" \"b\" {\n  size = x_y.a.size\n  kind = x_y.a.disk[0].kind\n  given = terraform_data.t.input\n  far = local.disk.kind\n}\nlocals {\n  disk = try(x_y.a.disk[0], {})\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(reason(&run.value("x_y.b", "size")), Some(Reason::Computed));
    assert_eq!(reason(&run.value("x_y.b", "kind")), Some(Reason::Computed));
    assert_eq!(reason(&run.value("x_y.b", "far")), Some(Reason::Computed));
    assert!(matches!(run.value("x_y.b", "given").data, Data::Null));
    assert!(matches!(run.value("x_y.a", "size").data, Data::Null));
}

#[test]
fn what_one_side_settles_is_known_though_the_other_is_in_error() {
    let main = "variable \"u\" {}\nvariable \"v\" {\n  default = null\n}\nresource \"x_y\" \"z\" {\n  d = var.u && var.v != null && var.v.on\n  e = false || var.u || true\n  f = var.u && true\n  a = var.v != null && var.v.on\n  b = var.v == null || var.v.on\n  c = var.v == null && var.v.on\n  g = var.v.on && false\n  h = var.v.on || false\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(run.value("x_y.z", "g").as_bool(), Some(false));
    assert_eq!(reason(&run.value("x_y.z", "h")), Some(Reason::Error));
    assert_eq!(run.value("x_y.z", "a").as_bool(), Some(false));
    assert_eq!(run.value("x_y.z", "b").as_bool(), Some(true));
    assert_eq!(reason(&run.value("x_y.z", "c")), Some(Reason::Error));
    assert_eq!(run.value("x_y.z", "d").as_bool(), Some(false));
    assert_eq!(run.value("x_y.z", "e").as_bool(), Some(true));
    assert_eq!(reason(&run.value("x_y.z", "f")), Some(Reason::UnsetVariable("u".into())));
}

#[test]
fn of_the_working_directory_the_end_is_known() {
    let main = "resource \"x_y\" \"z\" {\n  a = \"ex-${basename(path.cwd)}\"\n  b = path.cwd\n  c = basename(dirname(path.cwd))\n}\n";
    let run = Run::new(&[("examples/complete/main.tf", main)]);
    assert_eq!(run.value("x_y.z", "a").as_str(), Some("ex-complete"));
    assert_eq!(reason(&run.value("x_y.z", "b")), Some(Reason::Computed));
    assert_eq!(reason(&run.value("x_y.z", "c")), Some(Reason::Computed));
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(reason(&run.value("x_y.z", "a")), Some(Reason::Computed));
}

#[test]
fn what_a_function_only_hands_on_may_be_null() {
    let main = "resource \"x_y\" \"z\" {\n  a = jsondecode(x_y.w.text) == null ? 1 : 2\n  b = upper(x_y.w.text) == null ? 1 : 2\n}\nresource \"x_y\" \"w\" {}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(reason(&run.value("x_y.z", "a")), Some(Reason::Computed));
    assert!(matches!(&run.value("x_y.z", "b").data, Data::Number(n) if n.to_i64() == Some(2)));
}

#[test]
fn data_sources_that_need_no_cloud_are_computed() {
    let main = r#"
data "template_file" "t" {
  template = "$${greeting}, world"
  vars     = { greeting = "hello" }
}
data "template_file" "block" {
  template = "$${greeting}"
  vars { greeting = "hi" }
}
data "local_file" "f" { filename = "${path.module}/motd.tf.md" }
data "null_data_source" "n" { inputs = { port = 80 } }
data "google_iam_policy" "g" {
  binding {
    role    = "roles/viewer"
    members = ["allUsers", google_service_account.a.email]
    condition {
      title      = "t"
      expression = "true"
    }
  }
}
resource "google_service_account" "a" {}
resource "x_y" "z" {
  text   = "${data.template_file.block.rendered}, ${data.template_file.t.rendered}"
  file   = data.local_file.f.content
  port   = data.null_data_source.n.outputs.port
  policy = data.google_iam_policy.g.policy_data
}
"#;
    let run = Run::new(&[("main.tf", main), ("motd.tf.md", "welcome")]);
    assert_eq!(run.value("x_y.z", "text").as_str(), Some("hi, hello, world"));
    assert_eq!(run.value("x_y.z", "file").as_str(), Some("welcome"));
    assert!(matches!(run.value("x_y.z", "port").data, Data::Number(_)));
    let policy = run.value("x_y.z", "policy");
    let document = policy.origin.encoded().expect("the structure of the document is kept");
    let binding = &document.get("bindings").and_then(Value::items).unwrap()[0];
    assert_eq!(binding.get("role").and_then(Value::as_str), Some("roles/viewer"));
    assert_eq!(binding.get("condition").unwrap().get("title").and_then(Value::as_str), Some("t"));
    let members = binding.get("members").and_then(Value::items).unwrap();
    assert_eq!(members[0].as_str(), Some("allUsers"));
    assert!(members[1].is_unknown());
}

#[test]
fn what_many_instances_have_in_common_is_worked_out_once_and_stays_right() {
    let main = "resource \"x_y\" \"a\" {\n  count = 40\n  name = \"n${count.index}\"\n}\n\
        resource \"x_y\" \"b\" {\n  count = 40\n  one = element(x_y.a[*].name, count.index)\n  all = join(\"\", [for x in [1, 2] : \"${x}${count.index}\"])\n\
        \n  shadowed = [for x in x_y.a[*].name : upper(x)][count.index]\n  fixed = length([for x in x_y.a : x.name])\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    for at in [0, 17, 39] {
        let value = |path: &str| run.value(&format!("x_y.b[{at}]"), path);
        assert_eq!(value("one").as_str(), Some(&*format!("n{at}")));
        assert_eq!(value("all").as_str(), Some(&*format!("1{at}2{at}")));
        assert_eq!(value("shadowed").as_str(), Some(&*format!("N{at}")));
        assert!(matches!(&value("fixed").data, Data::Number(n) if n.to_i64() == Some(40)));
    }
}

#[test]
fn two_arms_that_are_null_are_null() {
    let main =
        "variable \"v\" {}\nresource \"x_y\" \"z\" {\n  a = var.v ? null : null\n  b = var.v ? null : 1\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert!(matches!(run.value("x_y.z", "a").data, Data::Null));
    assert!(run.value("x_y.z", "b").is_unknown());
}

#[test]
fn a_call_that_may_not_be_made_reports_nothing_of_its_arguments() {
    let main = "variable \"on\" {}\nvariable \"o\" {\n  default = null\n}\nmodule \"m\" {\n  source = \"./m\"\n  count  = var.on ? 1 : 0\n  v      = var.o.name\n}\nresource \"x_y\" \"z\" {\n  a = module.m[0].v\n}\n";
    let run = Run::new(&[
        ("main.tf", main),
        ("m/main.tf", "variable \"v\" {}\noutput \"v\" {\n  value = var.v\n}\n"),
    ]);
    assert_eq!(run.messages(), Vec::<String>::new());
    assert!(run.value("x_y.z", "a").is_unknown());
}

#[test]
fn resources_in_a_map_keep_what_their_provider_sets() {
    let main = "resource \"x_y\" \"a\" {\n  for_each = { p = 1, q = 2 }\n  name     = each.key\n}\nlocals {\n  all = merge({ r = x_y.a[\"p\"] }, tomap(x_y.a))\n}\nresource \"x_y\" \"z\" {\n  ids = [for one in local.all : one.arn]\n}\n";
    let run = Run::new(&[("main.tf", main)]);
    assert_eq!(run.messages(), Vec::<String>::new());
    assert_eq!(run.value("x_y.z", "ids").items().map(<[Value]>::len), Some(3));
}

#[test]
fn a_boolean_in_capitals_is_reported_and_taken_as_meant() {
    let run = Run::new(&[(
        "main.tf",
        "resource \"x_y\" \"a\" {\n  on = True\n  nested {\n    off = FALSE\n  }\n  other = Truth\n}\n",
    )]);
    assert!(matches!(run.value("x_y.a", "on").data, Data::Bool(true)));
    assert!(matches!(run.value("x_y.a", "nested.0.off").data, Data::Bool(false)));
    assert!(run.value("x_y.a", "other").is_unknown());
    let expected = ["True", "FALSE", "Truth"]
        .map(|name| format!("there is no variable or resource named \"{name}\" here"));
    let mut reported = run.messages();
    reported.sort_by_key(|message| expected.iter().position(|one| one == message));
    assert_eq!(reported, expected);
}

#[test]
fn one_of_an_unknown_number_is_known_where_all_are_alike() {
    let run = Run::new(&[(
        "main.tf",
        "variable \"n\" {}\n\
         resource \"a\" \"x\" {\n  count = var.n\n  same = \"s\"\n  own = \"o-${count.index}\"\n}\n\
         resource \"a\" \"y\" {\n  first = a.x[0].same\n  other = a.x[3].same\n  own = a.x[3].own\n  \
         perhaps = try(a.x[0].same, \"none\")\n}\n",
    )]);
    assert_eq!(run.value("a.y", "first").as_str(), Some("s"));
    assert_eq!(run.value("a.y", "other").as_str(), Some("s"));
    assert!(run.value("a.y", "own").is_unknown());
    assert!(run.value("a.y", "perhaps").is_unknown(), "there may be none");
}
