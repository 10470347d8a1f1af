//! Plans to resources: what is planned, what is absent, what refers to what, and where it came from.

use crate::evaluate::terraform::{EvaluatedModule, Inputs, evaluate};
use crate::evaluate::{Data, Value};
use crate::source::{Diagnostic, FileId, FileKind, Level, Sources};
use serde_json::{Value as Json, json};

/// What Terraform made of a configuration, and the configuration.
const PLAN: &str = include_str!("../../../../testdata/evaluate/plan/terraform/plan.json");
const MAIN: &str = include_str!("../../../../testdata/evaluate/plan/terraform/main.tf");
const CHILD: &str = include_str!("../../../../testdata/evaluate/plan/terraform/m/m.tf");

/// The modules of files that are not on disk; JSON is a plan.
fn modules(files: &[(&str, &str)]) -> (Vec<EvaluatedModule>, Vec<Diagnostic>, Sources) {
    let sources = Sources::new("/nonexistent");
    let kind = |path: &str| if path.ends_with(".json") { FileKind::Plan } else { FileKind::Terraform };
    let files: Vec<FileId> = files.iter().map(|(path, text)| sources.add(path, kind(path), text)).collect();
    let evaluation = evaluate(&sources, &files, &Inputs::default());
    let mut diagnostics = evaluation.diagnostics;
    diagnostics.extend(evaluation.modules.iter().flat_map(|module| module.diagnostics.clone()));
    (evaluation.modules, diagnostics, sources)
}

/// The value with `?` for what is unknown and, behind it, what that refers to.
fn shown(value: &Value) -> Json {
    match &value.data {
        Data::Null => Json::Null,
        Data::Bool(flag) => json!(flag),
        Data::Number(number) => number.to_json(),
        Data::String(text) => json!(**text),
        Data::Sequence(_, items) => items.iter().map(shown).collect(),
        Data::Mapping(_, entries) => {
            let entries = entries.iter().filter(|(_, value)| !matches!(value.data, Data::Null));
            Json::Object(entries.map(|(key, value)| (key.to_string(), shown(value))).collect())
        }
        Data::Unknown(_) => {
            let references = value.origin.references();
            let texts = references.iter().map(|(id, path)| format!(" {id} {path}"));
            json!(format!("?{}", texts.collect::<String>()))
        }
    }
}

/// Every resource by id.
fn resources(modules: &[EvaluatedModule]) -> Json {
    let all = modules.iter().flat_map(|module| &module.resources);
    Json::Object(all.map(|resource| (resource.id.to_string(), shown(&resource.attributes))).collect())
}

/// A plan of one resource `x_y.z` in the root.
fn plan_of(after: &Json, unknown: &Json, expressions: &Json) -> String {
    json!({
        "format_version": "1.2",
        "resource_changes": [{"address": "x_y.z", "change": {
            "actions": ["create"], "after": after, "after_unknown": unknown,
        }}],
        "configuration": {"root_module": {"resources": [{"address": "x_y.z", "expressions": expressions}]}},
    })
    .to_string()
}

fn attributes_of(after: &Json, unknown: &Json, expressions: &Json) -> Json {
    let (modules, diagnostics, _) = modules(&[("plan.json", &plan_of(after, unknown, expressions))]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    shown(&modules[0].resources[0].attributes)
}

#[test]
fn what_terraform_planned_is_the_same_with_and_without_its_sources() {
    let (alone, diagnostics, _) = modules(&[("plan.json", PLAN)]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let expected = json!({
        ".//data.terraform_remote_state.s":
            {"backend": "local", "config": {"path": "x.tfstate"}, "outputs": {"q": "1"}},
        ".//terraform_data.a": {"input": {"s": "hunter22", "x": 1}},
        ".//terraform_data.b[0]":
            {"input": ["? .//terraform_data.a id", "k", 0], "triggers_replace": "? .//terraform_data.a output"},
        ".//terraform_data.b[1]":
            {"input": ["? .//terraform_data.a id", "k", 1], "triggers_replace": "? .//terraform_data.a output"},
        ".//terraform_data.c[\"p\"]": {"input": "? .//module.m[\"p\"].terraform_data.z id"},
        ".//terraform_data.c[\"q\\\"r\"]": {"input": "? .//module.m[\"q\\\"r\"].terraform_data.z id"},
        ".//module.m[\"p\"].terraform_data.z": {"input": {"v": "? .//terraform_data.b[0] id", "w": "p"}},
        ".//module.m[\"q\\\"r\"].terraform_data.z": {"input": {"v": "? .//terraform_data.b[0] id", "w": "q\"r"}},
    });
    assert_eq!(resources(&alone), expected);
    let secret = alone[0].resources.iter().find(|resource| &*resource.address == "terraform_data.a").unwrap();
    let input = secret.attributes.get("input").unwrap();
    assert!(input.get("s").unwrap().sensitive && !input.get("x").unwrap().sensitive);

    let (beside, diagnostics, sources) =
        modules(&[("plan.json", PLAN), ("main.tf", MAIN), ("m/m.tf", CHILD)]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    assert_eq!(resources(&beside), expected);
    assert_eq!(beside.len(), 1);
    for resource in &beside[0].resources {
        let path = &sources.file(resource.header.file).path;
        assert!(path.ends_with(".tf"), "{}: {path}", resource.address);
    }
}

#[test]
fn what_nobody_set_is_absent_where_it_is_unknown_or_empty() {
    let after = json!({"a": "", "b": [], "c": false, "d": "x", "set_a": "", "set_b": [], "n": null});
    let unknown = json!({"id": true, "blocks": true, "set_c": true, "n": false});
    let expressions = json!({
        "set_a": {"constant_value": ""}, "set_b": {"constant_value": []}, "set_c": {},
    });
    let expected = json!({"c": false, "d": "x", "set_a": "", "set_b": [], "set_c": "?"});
    assert_eq!(attributes_of(&after, &unknown, &expressions), expected);
    // Without a record of the configuration nobody can tell, and unknown stays unknown.
    let plan = json!({"format_version": "1.2", "resource_changes": [
        {"address": "x_y.z", "change": {"actions": ["create"], "after": {"a": "", "d": "x"}, "after_unknown": {"id": true}}},
    ]});
    let (found, _, _) = modules(&[("plan.json", &plan.to_string())]);
    assert_eq!(resources(&found), json!({".//x_y.z": {"d": "x", "id": "?"}}));
}

#[test]
fn a_plan_of_values_alone_omits_what_is_unknown() {
    let plan = json!({
        "format_version": "1.2",
        "planned_values": {"root_module": {"resources": [
            {"address": "x_y.z", "values": {"a": "v", "b": null}},
            {"address": "x_y.other"},
        ]}},
        "configuration": {"root_module": {"resources": [{"address": "x_y.z", "expressions": {
            "a": {"constant_value": "v"}, "b": {"references": ["var.b"]},
            "c": {"references": ["x_y.other.id", "x_y.other"]}, "d": {"constant_value": null}}}]}},
    });
    let plan = plan.to_string();
    let source =
        "resource \"x_y\" \"z\" {\n  a = \"v\"\n  c = x_y.other.id\n}\nresource \"x_y\" \"other\" {}\n";
    for files in [&[("plan.json", &*plan)][..], &[("plan.json", &*plan), ("main.tf", source)]] {
        let (found, _, _) = modules(files);
        let expected = json!({".//x_y.z": {"a": "v", "c": "? .//x_y.other id"}, ".//x_y.other": {}});
        assert_eq!(resources(&found), expected);
    }
}

#[test]
fn nested_blocks_are_lists_whatever_the_plan_has() {
    let after = json!({
        "timeouts": {"create": "1m", "delete": null},
        "rule": [{"port": 22, "note": "", "ids": []}, {"port": 80, "note": "", "ids": [null]}],
        "option": {"key": "v"},
    });
    let unknown = json!({"rule": [{"id": true}, {"id": true, "ids": [true]}]});
    let expressions = json!({
        "timeouts": {"create": {"constant_value": "1m"}},
        "rule": [
            {"port": {"constant_value": 80}, "ids": {"references": ["a_b.c.id", "a_b.c"]}},
            {"port": {"constant_value": 22}},
        ],
        "option": {"references": ["var.o"]},
    });
    let expected = json!({
        "timeouts": [{"create": "1m"}],
        "rule": [{"port": 22}, {"port": 80, "ids": ["? .//a_b.c id"]}],
        "option": {"key": "v"},
    });
    assert_eq!(attributes_of(&after, &unknown, &expressions), expected);
}

#[test]
fn only_what_will_exist_exists() {
    let change = |name: &str, actions: Json, after: Json| json!({"address": format!("x_y.{name}"), "change": {"actions": actions, "before": {"a": 1}, "after": after}});
    let after = json!({"a": 2});
    let mut deposed = change("deposed", json!(["create"]), after.clone());
    deposed["deposed"] = json!("0a1b2c3d");
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": [
            change("created", json!(["create"]), after.clone()),
            change("kept", json!(["no-op"]), after.clone()),
            change("replaced", json!(["delete", "create"]), after),
            change("deleted", json!(["delete"]), Json::Null),
            change("forgotten", json!(["forget"]), Json::Null),
            deposed,
        ],
        "planned_values": {"root_module": {
            "resources": [{"address": "x_y.deleted", "values": {"a": 1}}, {"address": "x_y.listed", "values": {"a": 3}}],
            "child_modules": [{"address": "module.m", "resources": [{"address": "module.m.x_y.inner"}]}],
        }},
        "prior_state": {"values": {"root_module": {"resources": [
            {"address": "x_y.gone", "mode": "managed", "values": {"a": 1}},
            {"address": "data.x_y.read", "mode": "data", "values": {"a": 4}},
        ]}}},
    });
    let (found, diagnostics, _) = modules(&[("plan.json", &plan.to_string())]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let expected = json!({
        ".//x_y.created": {"a": 2}, ".//x_y.kept": {"a": 2}, ".//x_y.replaced": {"a": 2}, ".//x_y.listed": {"a": 3},
        ".//module.m.x_y.inner": {}, ".//data.x_y.read": {"a": 4},
    });
    assert_eq!(resources(&found), expected);
}

#[test]
fn parts_come_from_where_the_sources_have_them() {
    let source = "resource \"x_y\" \"z\" {\n  rule {\n    port = 80\n  }\n  rule {\n    port = 22\n  }\n\
                  \x20 ids = [\"b\", \"a\"]\n  text = jsonencode({ k = [\"v\", x_y.other.id] })\n\
                  \x20 secret_wo = \"s\"\n  gone = \"g\"\n}\nresource \"x_y\" \"other\" {}\n";
    let after = json!({
        "rule": [{"port": 22, "note": "n", "empty": ""}, {"port": 80}],
        "ids": ["a", "b"], "text": "{\"k\":[\"v\",\"i-1\"]}", "secret_wo": null, "gone": null, "size": 5,
    });
    let plan = plan_of(&after, &json!({"arn": true}), &json!({}));
    let (found, _, sources) = modules(&[("plan.json", &plan), ("main.tf", source)]);
    let attributes = &found[0].resources[0].attributes;
    let expected = json!({
        "rule": [{"port": 22, "note": "n"}, {"port": 80}],
        "ids": ["a", "b"], "text": "{\"k\":[\"v\",\"i-1\"]}", "secret_wo": "s", "size": 5,
    });
    assert_eq!(shown(attributes), expected);
    let line = |value: &Value| sources.position(value.origin.span()).line;
    let rules = attributes.get("rule").unwrap().items().unwrap();
    assert_eq!((line(&rules[0]), line(rules[0].get("port").unwrap()), line(&rules[1])), (5, 6, 2));
    assert_eq!(line(rules[0].get("note").unwrap()), 5, "what is not written is blamed on its block");
    assert_eq!(line(attributes.get("size").unwrap()), 1);
    let ids = attributes.get("ids").unwrap().items().unwrap();
    assert_eq!([sources.text(ids[0].origin.span()), sources.text(ids[1].origin.span())], ["\"a\"", "\"b\""]);
    let inside = attributes.get("text").unwrap().origin.encoded().unwrap();
    assert_eq!(shown(inside), json!({"k": ["v", "i-1"]}));
    let held = inside.get("k").unwrap().items().unwrap();
    assert_eq!(held[1].origin.references()[0].0.to_string(), ".//x_y.other");
}

#[test]
fn what_data_sources_have_read_is_known_to_the_sources() {
    let source = "data \"x_zones\" \"all\" {}\nresource \"x_y\" \"net\" {\n  for_each = toset(data.x_zones.all.names)\n  \
                  zone = each.key\n}\nresource \"x_y\" \"user\" {\n  for_each = x_y.net\n  net = each.value.id\n}\n";
    let made = |name: &str, after: Json, unknown: Json| json!({"address": format!("x_y.{name}"), "change": {"actions": ["create"], "after": after, "after_unknown": unknown}});
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": [
            made("net[\"a\"]", json!({"zone": "a"}), json!({"id": true})),
            made("user[\"a\"]", json!({}), json!({"net": true})),
        ],
        "prior_state": {"values": {"root_module": {"resources": [
            {"address": "data.x_zones.all", "mode": "data", "values": {"names": ["a"]}}]}}},
    });
    let (found, diagnostics, _) = modules(&[("plan.json", &plan.to_string()), ("main.tf", source)]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let expected = json!({
        ".//data.x_zones.all": {"names": ["a"]},
        ".//x_y.net[\"a\"]": {"zone": "a"},
        ".//x_y.user[\"a\"]": {"net": "? .//x_y.net[\"a\"] id"},
    });
    assert_eq!(resources(&found), expected);
}

#[test]
fn a_module_that_is_not_here_is_blamed_on_its_call() {
    let source = "module \"m\" {\n  source = \"registry/m/x\"\n  size = 1\n}\n";
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": [{"address": "module.m.x_y.z", "change":
            {"actions": ["create"], "after": {"size": 1, "kind": "k"}, "after_unknown": {}}}],
        "configuration": {"root_module": {"module_calls": {"m": {
            "source": "registry/m/x", "expressions": {"size": {"constant_value": 1}},
            "module": {"resources": [{"address": "x_y.z", "expressions": {
                "size": {"references": ["var.size"]}, "kind": {"constant_value": "k"}}}]},
        }}}},
    });
    let (found, diagnostics, sources) = modules(&[("plan.json", &plan.to_string()), ("main.tf", source)]);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let resource = &found[0].resources[0];
    let line = |name: &str| sources.position(resource.attributes.get(name).unwrap().origin.span()).line;
    assert_eq!((line("size"), line("kind"), sources.position(resource.header).line), (3, 1, 1));
    assert!(found[0].calls.iter().all(|call| call.not_followed.is_none()));
}

#[test]
fn plans_that_share_a_directory_are_told_apart() {
    let plan = plan_of(&json!({"a": 1}), &json!({}), &json!({}));
    let source = "resource \"x_y\" \"z\" {\n  b = x_y.z\n}\n";
    let (found, _, _) = modules(&[("dev.json", &plan), ("prod.json", &plan), ("main.tf", source)]);
    assert_eq!(resources(&found), json!({"dev.json//x_y.z": {"a": 1}, "prod.json//x_y.z": {"a": 1}}));
    // A root that is not the plan's keeps its own.
    let (found, _, _) = modules(&[("plan.json", &plan), ("main.tf", "resource \"a\" \"b\" {}\n")]);
    assert_eq!(resources(&found), json!({".//a.b": {}, "plan.json//x_y.z": {"a": 1}}));
}

#[test]
fn a_plan_that_has_grown_old_says_so() {
    let plan = plan_of(&json!({"a": 1}), &json!({}), &json!({}));
    let source = "resource \"x_y\" \"z\" {}\nresource \"x_y\" \"new\" {\n  a = 2\n}\n";
    let (found, diagnostics, _) = modules(&[("plan.json", &plan), ("main.tf", source)]);
    assert_eq!(resources(&found), json!({".//x_y.new": {"a": 2}, ".//x_y.z": {"a": 1}}));
    let [only] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!((only.code, only.level), ("plan-outdated", Level::Warning));
    assert!(only.message.contains("x_y.new"), "{}", only.message);
}

#[test]
fn a_plan_that_contradicts_its_sources_says_so() {
    let planned = json!({"acl": "private", "location": "westeurope", "name": "a.example.com", "same": 1});
    let plan = plan_of(&planned, &json!({}), &json!({}));
    let same = "  location = \"West Europe\"\n  name = \"A.example.com.\"\n  same = \"1\"\n";
    let source = &format!("resource \"x_y\" \"z\" {{\n  acl  = \"public-read\"\n{same}}}\n");
    let (_, diagnostics, _) = modules(&[("plan.json", &plan), ("main.tf", source)]);
    let [only] = diagnostics.as_slice() else { panic!("{diagnostics:?}") };
    assert_eq!((only.code, only.level), ("plan-outdated", Level::Warning));
    assert!(only.message.ends_with("x_y.z.acl"), "{}", only.message);
}

#[test]
fn nothing_a_plan_may_hold_is_too_strange() {
    let odd = [
        json!(null),
        json!(true),
        json!(-1e99),
        json!("x"),
        json!([[]]),
        json!({"x": {}}),
        json!([{"x": [1]}]),
    ];
    let keys =
        ["planned_values", "resource_changes", "configuration", "variables", "prior_state", "format_version"];
    for value in &odd {
        for key in keys {
            let mut plan = json!({"format_version": "1.2", "planned_values": {}});
            plan[key] = value.clone();
            modules(&[("plan.json", &plan.to_string())]);
        }
        for (module, resource) in [("resources", value), ("child_modules", value)] {
            let plan =
                json!({"format_version": "1", "planned_values": {"root_module": {module: [resource]}}});
            modules(&[("plan.json", &plan.to_string())]);
        }
        for key in ["address", "change", "module_address", "type", "index", "mode", "deposed"] {
            let mut change = json!({"address": "x_y.z", "change": {"actions": ["create"], "after": {}}});
            change[key] = value.clone();
            let plan = json!({"format_version": "1", "resource_changes": [change]});
            modules(&[
                ("plan.json", &plan.to_string()),
                ("main.tf", "resource \"x_y\" \"z\" {\n  a {}\n}\n"),
            ]);
        }
        for other in &odd {
            for expression in &odd {
                let after = json!({"a": value, "b": [value]});
                let unknown = json!({"a": other, "b": [other], "c": other});
                let plan =
                    plan_of(&after, &unknown, &json!({"a": expression, "b": [expression], "c": expression}));
                let source =
                    "resource \"x_y\" \"z\" {\n  a {\n    x = 1\n  }\n  b = [{ x = [] }]\n  c = {}\n}\n";
                modules(&[("plan.json", &plan)]);
                modules(&[("plan.json", &plan), ("main.tf", source)]);
            }
        }
    }
}

#[test]
fn references_that_lead_round_in_circles_end() {
    let call = |name: &str| {
        json!({"expressions": {"v": {"references": [format!("module.{name}.o"), "var.v", "each.value"]}},
        "for_each_expression": {"references": ["each.value"]},
        "module": {"outputs": {"o": {"expression": {"references": ["var.v"]}}}, "resources":
            [{"address": "x_y.z", "expressions": {"a": {"references": ["var.v"]}}}]}})
    };
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": [{"address": "module.a.x_y.z", "change":
            {"actions": ["create"], "after": {}, "after_unknown": {"a": true}}},
            {"address": "module.b.x_y.z", "change": {"actions": ["create"], "after": {}}}],
        "configuration": {"root_module": {"module_calls": {"a": call("b"), "b": call("a")}}},
    });
    let (found, _, _) = modules(&[("plan.json", &plan.to_string())]);
    assert_eq!(resources(&found)[".//module.a.x_y.z"], json!({"a": "?"}));
}

#[test]
fn provider_blocks_are_read_from_a_plan_alone() {
    let plan = json!({
        "format_version": "1.2",
        "resource_changes": [
            {"address": "aws_eks_cluster.main", "change": {"actions": ["create"], "after": {}}},
            {"address": "helm_release.app", "change": {"actions": ["create"], "after": {}}},
            {"address": "module.m.aws_sqs_queue.q", "change": {"actions": ["create"], "after": {}}},
        ],
        "configuration": {
            "provider_config": {
                "aws": {"name": "aws", "full_name": "registry.terraform.io/hashicorp/aws", "expressions": {
                    "region": {"constant_value": "eu-west-1"},
                    "secret_key": {"references": ["var.key"]},
                    "assume_role": [{"role_arn": {"constant_value": "arn:aws:iam::1:role/a"}}],
                }},
                "helm": {"name": "helm", "full_name": "registry.terraform.io/hashicorp/helm", "expressions": {
                    "kubernetes": [{"host": {"references": ["aws_eks_cluster.main.endpoint", "aws_eks_cluster.main"]}}],
                }},
                "module.m:aws.west": {"name": "aws", "alias": "west", "module_address": "module.m",
                    "full_name": "registry.terraform.io/hashicorp/aws", "expressions": {"region": {}}},
                "null": {"name": "null", "full_name": "registry.terraform.io/hashicorp/null"},
            },
            "root_module": {
                "resources": [
                    {"address": "aws_eks_cluster.main", "provider_config_key": "aws"},
                    {"address": "helm_release.app", "provider_config_key": "helm"},
                ],
                "module_calls": {"m": {"module": {"resources": [
                    {"address": "aws_sqs_queue.q", "provider_config_key": "module.m:aws.west"},
                ]}}},
            },
        },
    });
    let (modules, diagnostics, _) = modules(&[("plan.json", &plan.to_string())]);
    assert_eq!(diagnostics, []);
    let all: Vec<Json> = modules[0]
        .configurations
        .iter()
        .map(|one| json!([one.id.to_string(), *one.kind, shown(&one.attributes)]))
        .collect();
    let expected = json!([
        [".//provider.aws", "aws", {
            "region": "eu-west-1", "secret_key": "?", "assume_role": [{"role_arn": "arn:aws:iam::1:role/a"}],
        }],
        [".//provider.helm", "helm", {"kubernetes": [{"host": "? .//aws_eks_cluster.main endpoint"}]}],
        [".//module.m.provider.aws.west", "aws", {"region": "?"}],
    ]);
    assert_eq!(Json::from(all), expected);
    let used: Vec<Option<usize>> =
        modules[0].resources.iter().map(|resource| resource.configuration).collect();
    assert_eq!(used, [Some(0), Some(1), Some(2)]);
}
