//! Roots written to use up time or memory: each ends soon, says what it left out, and the rest is evaluated.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use purlin::evaluate::terraform::{self, Evaluation, Inputs};
use purlin::evaluate::{Data, Reason};
use purlin::finding::Finding;
use purlin::lint::{self, ModelSource, Rating, RuleSet, Selection, Settings};
use purlin::source::{FileKind, Sources};
use std::collections::BTreeSet;

/// Evaluates a root made of one file. Beside what is hostile, it holds a resource that must come out right.
fn evaluate(text: &str) -> Evaluation {
    let sources = Sources::new(".");
    let text = format!("{text}\nresource \"x_y\" \"bystander\" {{\n  name = upper(\"fine\")\n}}\n");
    let file = sources.add("main.tf", FileKind::Terraform, &text);
    let evaluation = terraform::evaluate(&sources, &[file], &Inputs::default());
    let resources = &evaluation.modules[0].resources;
    let bystander = resources.iter().find(|resource| &*resource.name == "bystander").unwrap();
    assert_eq!(bystander.attributes.get("name").unwrap().as_str(), Some("FINE"));
    evaluation
}

/// All that was said, one message a line.
fn said(evaluation: &Evaluation) -> String {
    let of_module = &evaluation.modules[0].diagnostics;
    let all = evaluation.diagnostics.iter().chain(of_module);
    all.map(|found| found.message.as_str()).collect::<Vec<_>>().join("\n")
}

/// The attribute `a` of the resource `x_y.z` is unknown for a reason, and a message with these words says more.
fn refused(text: &str, reason: &Reason, words: &str) {
    let evaluation = evaluate(text);
    let start: String = text.chars().take(120).collect();
    let resources = &evaluation.modules[0].resources;
    let resource = resources.iter().find(|resource| &*resource.name == "z").unwrap();
    match &resource.attributes.get("a").unwrap().data {
        Data::Unknown(unknown) => assert_eq!(&unknown.reason, reason, "{start}"),
        known => panic!("{start}: {known:?}"),
    }
    let said = said(&evaluation);
    assert!(said.contains(words), "{start}: {said}");
}

fn attribute(expression: &str) -> String {
    format!("resource \"x_y\" \"z\" {{\n  a = {expression}\n}}\n")
}

/// A chain of locals, each made of the one before, which `%` stands for.
fn chain(length: usize, first: &str, next: &str) -> String {
    let mut text = format!("locals {{\n  v0 = {first}\n");
    for level in 0..length {
        text += &format!("  v{} = {}\n", level + 1, next.replace('%', &format!("local.v{level}")));
    }
    text + "}\n" + &attribute(&format!("local.v{length}"))
}

#[test]
fn a_count_of_a_thousand_million_is_one_for_all() {
    let evaluation = evaluate("resource \"x_y\" \"z\" {\n  count = 1000000000\n}\n");
    assert_eq!(evaluation.modules[0].resources.len(), 2);
    assert!(said(&evaluation).contains("would expand to 1000000000 instances"), "{}", said(&evaluation));
}

#[test]
fn structures_of_nested_loops_end() {
    let nested = "[for a in range(1024) : [for b in range(1024) : [for c in range(1024) : c]]]";
    refused(&attribute(nested), &Reason::Limit, "more than 1000000 parts");
    refused(
        &attribute("setproduct(range(1024), range(1024), range(1024))"),
        &Reason::Limit,
        "setproduct(): the result is larger",
    );
    refused(&chain(60, "[1, 2]", "concat(%, %)"), &Reason::Limit, "concat(): the result is larger");
    refused(&attribute("range(1e18)"), &Reason::Error, "range(): the result has more than 1024 elements");
}

#[test]
fn texts_of_nested_loops_end() {
    let nested = "\"%{for x in range(1024)}%{for y in range(1024)}%{for z in range(1024)}abc%{endfor}%{endfor}%{endfor}\"";
    refused(&attribute(nested), &Reason::Limit, "longer than 10000000 bytes");
    let holes = "\"%{for x in range(1024)}%{for y in range(1024)}${x_y.w.a}%{endfor}%{endfor}\"";
    let text = attribute(holes) + "resource \"x_y\" \"w\" {}\n";
    refused(&text, &Reason::Limit, "longer than 10000000 bytes");
    let doubled = "\"%{for x in range(100)}${@}%{endfor}\"";
    let mut text = "locals {\n  v0 = \"abcdefgh\"\n".to_owned();
    for level in 0..20 {
        text += &format!("  v{} = {}\n", level + 1, doubled.replace('@', &format!("local.v{level}")));
    }
    text = text + "}\n" + &attribute("local.v20");
    refused(&text, &Reason::Limit, "longer than 10000000 bytes");
}

#[test]
fn texts_that_functions_multiply_end() {
    for (next, words) in [
        ("replace(strrev(%), \"\", %)", "replace(): the result is larger"),
        ("replace(%, \"/(.)/\", \"$1$1$1$1\")", "replace(): the result is larger"),
        ("join(%, range(1000))", "join(): the result is larger"),
        ("jsonencode(%)", "jsonencode(): the result is larger"),
    ] {
        let first = if next.starts_with("json") { "\"\\\"\\\\\"" } else { "\"abcdefgh\"" };
        refused(&chain(60, first, next), &Reason::Limit, words);
    }
    refused(&attribute("format(\"%1000000000d\", 1)"), &Reason::Error, "larger than 100000");
    refused(&attribute("indent(1000000000, \"a\\nb\")"), &Reason::Limit, "indent(): the result is larger");
}

#[test]
fn numbers_that_grow_end() {
    refused(&attribute("1e1000000000"), &Reason::Invalid, "this number is too large");
    refused(&attribute("1e1000000"), &Reason::Error, "not a number Terraform can represent");
    refused(&chain(60, "10", "% * %"), &Reason::Error, "not a number that can be represented");
    refused(&attribute("cidrsubnet(\"10.0.0.0/8\", 1e18, 1e30)"), &Reason::Error, "cidrsubnet():");
    refused(&attribute("cidrhost(\"10.0.0.0/8\", 1e100)"), &Reason::Error, "cidrhost():");
}

#[test]
fn regular_expressions_that_grow_end() {
    let nested = "((((a{1000}){1000}){1000}){1000}){1000}";
    refused(&attribute(&format!("regex(\"{nested}\", \"a\")")), &Reason::Error, "regex():");
    let long = "(a|b)*".repeat(200_000);
    refused(&attribute(&format!("regex(\"{long}c\", \"ab\")")), &Reason::Limit, "regex():");
    let deep = format!("{}a{}", "(".repeat(10_000), ")".repeat(10_000));
    refused(&attribute(&format!("regex(\"{deep}\", \"a\")")), &Reason::Error, "regex():");
}

#[test]
fn data_that_unfolds_ends() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\\n".to_owned();
    let mut last = "a".to_owned();
    for level in 0..12 {
        let name = format!("b{level}");
        bomb += &format!("{name}: &{name} [{}]\\n", vec![format!("*{last}"); 9].join(", "));
        last = name;
    }
    refused(
        &attribute(&format!("yamldecode(\"{bomb}\")")),
        &Reason::Limit,
        "yamldecode(): the text holds more than",
    );
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    refused(
        &attribute(&format!("jsondecode(\"{deep}\")")),
        &Reason::Limit,
        "jsondecode(): the text is nested more than 200 levels deep",
    );
}

#[test]
fn dynamic_blocks_within_one_another_end() {
    let mut text = "v = 1\n".to_owned();
    for name in ["c", "b", "a"] {
        text = format!("dynamic \"{name}\" {{\nfor_each = range(1024)\ncontent {{\n{text}}}\n}}\n");
    }
    let evaluation = evaluate(&format!("resource \"x_y\" \"z\" {{\n{text}}}\n"));
    assert!(said(&evaluation).contains("more than 200000 dynamic blocks"), "{}", said(&evaluation));
    let blocks = evaluation.modules[0].resources.iter().find_map(|resource| resource.attributes.get("a"));
    assert!(blocks.unwrap().items().unwrap().last().unwrap().stands_for_many());
}

#[test]
fn what_is_nested_deeply_is_not_read_and_the_rest_is() {
    for (open, inner, close) in [("(", "1", ")"), ("[", "", "]"), ("!", "true", ""), ("true ? 1 : ", "1", "")]
    {
        let expression = open.repeat(100_000) + inner + &close.repeat(100_000);
        refused(&attribute(&expression), &Reason::Invalid, "nested more than 200 levels deep");
    }
    let steps = attribute(&format!("x_y.w{}", ".a".repeat(100_000))) + "resource \"x_y\" \"w\" {}\n";
    refused(&steps, &Reason::Computed, "");
    let far = chain(30_000, "1", "%");
    refused(&far, &Reason::Limit, "nested more than 4000 levels deep");
}

#[test]
fn many_texts_of_the_greatest_length_end() {
    let text = format!(
        "locals {{\n  ten = join(\"\", [for i in range(990) : format(\"%010000d\", i)])\n}}\n{}",
        attribute("length([for i in range(1024) : \"${local.ten}${i}\"])")
    );
    let evaluation = evaluate(&text);
    assert!(said(&evaluation).contains("take more than 1024 MB"), "{}", said(&evaluation));
}

/// What all rules find in a file, rated.
fn linted(name: &str, text: &str) -> Vec<Finding> {
    let directory = tempfile::tempdir().unwrap();
    std::fs::write(directory.path().join(name), text).unwrap();
    let settings = Settings {
        paths: vec![directory.path().to_owned()],
        selection: Selection { profile: Some(RuleSet::All), ..Selection::default() },
        rating: Rating { model: Some(ModelSource::Builtin), ..Rating::default() },
        ..Settings::default()
    };
    lint::check(&settings, &()).report.findings
}

#[test]
fn rating_what_lets_in_many_at_many_places_ends() {
    let rule = |port: usize| {
        format!(
            "  ingress {{\n    protocol = \"tcp\"\n    from_port = {port}\n    to_port = {port}\n    cidr_blocks = [\"0.0.0.0/0\"]\n  }}\n"
        )
    };
    let rules: String = (1..=150).map(rule).collect();
    let text = format!(
        "resource \"aws_security_group\" \"open\" {{\n{rules}}}\n\nresource \"aws_instance\" \"machine\" {{\n  count = 1000\n  \
         ami = \"ami-0abcdef1234567890\"\n  instance_type = \"t3.micro\"\n  associate_public_ip_address = true\n  \
         vpc_security_group_ids = [aws_security_group.open.id]\n}}\n"
    );
    let findings = linted("main.tf", &text);
    let open = findings.iter().filter(|one| one.rule.contains("ingress"));
    let scores: BTreeSet<Option<u32>> = open.map(|one| one.risk.as_ref().map(|risk| risk.score)).collect();
    assert!(!scores.is_empty() && !scores.contains(&None), "{scores:?}");
}

#[test]
fn a_pod_of_many_containers_ends() {
    let container = |at: usize| {
        format!(
            "  - name: c{at}\n    image: a\n    securityContext: {{privileged: true, capabilities: {{add: [SYS_ADMIN]}}}}\n"
        )
    };
    let containers: String = (0..500).map(container).collect();
    let text =
        format!("apiVersion: v1\nkind: Pod\nmetadata: {{name: p}}\nspec:\n  containers:\n{containers}");
    let findings = linted("pod.yaml", &text);
    let privileged = findings.iter().filter(|one| one.rule == "kubernetes-pod-privileged").count();
    assert_eq!(privileged, 500);
}
