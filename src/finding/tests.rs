//! Where findings of each kind of origin point, how they group, and what their fingerprints survive.

use super::samples::{Sample, object, path, rule, violation};
use super::{Finding, State, place};
use crate::evaluate::{Data, LinkKind, Origin, Reason, Value};
use crate::graph::{PodContainer, PodTemplate, Role};
use crate::policy::{Evidence, Outcome, Rule, Severity, Violation};
use crate::source::FileId;
use std::collections::{BTreeMap, BTreeSet};

fn boolean(origin: Origin) -> Value {
    Value::new(Data::Bool(false), origin)
}

fn rules() -> Vec<Rule> {
    vec![rule("encrypted", Severity::High), rule("other", Severity::Critical)]
}

fn placed(sample: &Sample, violations: &[Violation]) -> Vec<Finding> {
    place(violations, &rules(), &sample.graph, &sample.sources)
}

/// `file:line:column-end` and the chain, a line each.
fn shape(finding: &Finding) -> String {
    let at = |location: &super::Location| {
        format!("{}:{}:{}-{}", location.file, location.start.line, location.start.column, location.end.column)
    };
    let mut lines = vec![at(&finding.location)];
    lines.extend(finding.chain.iter().map(|link| format!("{} {}", at(&link.location), link.note)));
    lines.join("\n")
}

/// A database in module `db` whose `encrypted` is the variable of that name.
fn through_variable(sample: &mut Sample, module_path: &str) -> (FileId, Origin) {
    let text = "variable \"encrypted\" {\n  default = false\n}\nresource \"aws_x\" \"main\" {\n  encrypted = var.encrypted\n}\n";
    let file = sample.file(module_path, text);
    let default = sample.link(
        LinkKind::Default("encrypted".into()),
        file,
        "default = false",
        &[&sample.literal(file, "false")],
    );
    (file, default)
}

fn use_of(sample: &Sample, file: FileId, from: &Origin) -> Value {
    boolean(sample.link(LinkKind::Attribute("encrypted".into()), file, "encrypted = var.encrypted", &[from]))
}

#[test]
fn literal_in_place() {
    let mut sample = Sample::new();
    let file = sample.file("main.tf", "resource \"aws_x\" \"main\" {\n  encrypted = false\n}\n");
    let value = boolean(sample.link(
        LinkKind::Attribute("encrypted".into()),
        file,
        "encrypted = false",
        &[&sample.literal(file, "false")],
    ));
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(".", "aws_x.main", header, &[("encrypted", value)]);
    let findings = placed(&sample, &[violation("encrypted", at, "encrypted", "not encrypted")]);
    insta::assert_snapshot!(shape(&findings[0]), @"main.tf:2:15-20");
    assert_eq!(findings[0].state, State::Open);
    assert_eq!(findings[0].instances.len(), 1);
}

#[test]
fn default_of_a_local_module_is_one_finding_for_all_its_instances() {
    let mut sample = Sample::new();
    let (file, default) = through_variable(&mut sample, "modules/db/main.tf");
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let violations: Vec<Violation> = (0..40)
        .rev()
        .map(|count| {
            let value = use_of(&sample, file, &default);
            let address = format!("module.db[{count}].aws_x.main");
            let at = sample.resource(".", &address, header, &[("encrypted", value)]);
            violation("encrypted", at, "encrypted", "not encrypted")
        })
        .collect();
    let findings = placed(&sample, &violations);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].instances.len(), 40);
    assert!(findings[0].instances.is_sorted());
    insta::assert_snapshot!(shape(&findings[0]), @r#"
modules/db/main.tf:2:13-18
modules/db/main.tf:2:13-18 default of variable `encrypted`
modules/db/main.tf:5:3-28 used by `encrypted` of module.db[0].aws_x.main
"#);
}

#[test]
fn argument_of_the_caller() {
    for path in ["modules/db/main.tf", ".terraform/modules/db/main.tf"] {
        let mut sample = Sample::new();
        let (file, _) = through_variable(&mut sample, path);
        let root = sample.file("main.tf", "module \"db\" {\n  source    = \"x\"\n  encrypted = false\n}\n");
        let argument = sample.link(
            LinkKind::Argument { call: "db".into(), name: "encrypted".into() },
            root,
            "encrypted = false",
            &[&sample.literal(root, "false")],
        );
        let value = use_of(&sample, file, &argument);
        let header = sample.span(file, "resource \"aws_x\" \"main\"");
        let at = sample.resource(".", "module.db.aws_x.main", header, &[("encrypted", value)]);
        let findings = placed(&sample, &[violation("encrypted", at, "encrypted", "not encrypted")]);
        let shape = shape(&findings[0]).replace(".terraform/", "");
        insta::allow_duplicates! { insta::assert_snapshot!(shape, @r#"
main.tf:3:15-20
main.tf:3:15-20 argument `encrypted` of module call `db`
modules/db/main.tf:5:3-28 used by `encrypted` of module.db.aws_x.main
"#); }
    }
}

#[test]
fn what_a_foreign_module_decides_is_blamed_on_its_call() {
    for (at, null) in [("encrypted", false), ("encrypted", true), ("missing.deep", false)] {
        let mut sample = Sample::new();
        let (file, default) = through_variable(&mut sample, ".terraform/modules/db/main.tf");
        let root = sample.file("main.tf", "\nmodule \"db\" {\n  source = \"x\"\n}\n");
        let mut value = use_of(&sample, file, &default);
        if null {
            value.data = Data::Null;
        }
        let header = sample.span(file, "resource \"aws_x\" \"main\"");
        let index = sample.resource(".", "module.db.aws_x.main", header, &[("encrypted", value)]);
        sample.graph.resources[0].foreign_call = Some(sample.span(root, "module \"db\""));
        let findings = placed(&sample, &[violation("encrypted", index, at, "not encrypted")]);
        assert_eq!((findings[0].location.file.as_str(), findings[0].location.start.line), ("main.tf", 2));
        let last = findings[0].chain.last().expect("a chain");
        assert_eq!(last.location.file, ".terraform/modules/db/main.tf");
    }
}

#[test]
fn arm_of_a_conditional_with_its_condition() {
    let mut sample = Sample::new();
    let file = sample.file(
        "main.tf",
        "variable \"prod\" {\n  default = 1 > 2\n}\nlocals {\n  enc = (var.prod\n    ? true\n    : false)\n}\nresource \"aws_x\" \"main\" {\n  encrypted = local.enc\n}\n",
    );
    let computed = sample.link(LinkKind::Computed, file, "1 > 2", &[]);
    let default = sample.link(LinkKind::Default("prod".into()), file, "default = 1 > 2", &[&computed]);
    let condition = sample.link(LinkKind::Local("x".into()), file, "var.prod", &[&default]);
    let arm = sample.link(
        LinkKind::Arm,
        file,
        "(var.prod\n    ? true\n    : false)",
        &[&sample.literal(file, "false"), &condition],
    );
    let local = sample.link(
        LinkKind::Local("enc".into()),
        file,
        "enc = (var.prod\n    ? true\n    : false)",
        &[&arm],
    );
    let value = boolean(sample.link(
        LinkKind::Attribute("encrypted".into()),
        file,
        "encrypted = local.enc",
        &[&local],
    ));
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(".", "aws_x.main", header, &[("encrypted", value)]);
    let findings = placed(&sample, &[violation("encrypted", at, "encrypted", "not encrypted")]);
    insta::assert_snapshot!(shape(&findings[0]), @r#"
main.tf:7:7-12
main.tf:7:7-12 written here
main.tf:5:9-18 local `enc`
main.tf:2:13-18 the condition: default of variable `prod`
main.tf:10:3-24 used by `encrypted` of aws_x.main
"#);
}

#[test]
fn computed_expression_is_clipped_to_its_first_line() {
    let mut sample = Sample::new();
    let file = sample.file("main.tf", "resource \"aws_x\" \"main\" {\r\n  encrypted = alltrue([\r\n    var.a,\r\n    var.b\r\n  ])\r\n}\r\n");
    let (a, b) = (sample.literal(file, "var.a"), sample.literal(file, "var.b"));
    let computed =
        sample.link(LinkKind::Computed, file, "alltrue([\r\n    var.a,\r\n    var.b\r\n  ])", &[&a, &b]);
    let value =
        boolean(sample.link(LinkKind::Attribute("encrypted".into()), file, "encrypted", &[&computed]));
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(".", "aws_x.main", header, &[("encrypted", value)]);
    let findings = placed(&sample, &[violation("encrypted", at, "encrypted", "not encrypted")]);
    insta::assert_snapshot!(shape(&findings[0]), @"main.tf:2:15-24");
}

#[test]
fn absent_points_at_the_deepest_block() {
    let mut sample = Sample::new();
    let file = sample.file("main.tf", "resource \"aws_x\" \"main\" {\n  settings {\n    a = 1\n  }\n}\n");
    let block = object(sample.literal(file, "settings"), &[]);
    let blocks = Value::tuple(vec![block], sample.literal(file, "settings"));
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(".", "aws_x.main", header, &[("settings", blocks)]);
    let line = |path: &str| {
        let findings = placed(&sample, &[violation("encrypted", at, path, "not encrypted")]);
        (findings[0].location.start.line, findings[0].chain.len())
    };
    assert_eq!(line("settings.0.encrypted"), (2, 0));
    assert_eq!(line("other"), (1, 0));
    assert_eq!(line(""), (1, 0));
}

#[test]
fn path_into_an_encoded_document_points_into_it() {
    let mut sample = Sample::new();
    let file = sample.file(
        "main.tf",
        "resource \"aws_x\" \"main\" {\n  policy = jsonencode({\n    Action = \"*\"\n  })\n}\n",
    );
    let document = object(
        sample.literal(file, "{\n    Action = \"*\"\n  }"),
        &[("Action", Value::string("*", sample.literal(file, "\"*\"")))],
    );
    let from = document.origin.clone();
    let encoded =
        sample.link(LinkKind::Encoded(document), file, "jsonencode({\n    Action = \"*\"\n  })", &[&from]);
    let attribute = sample.link(LinkKind::Attribute("policy".into()), file, "policy", &[&encoded]);
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(
        ".",
        "aws_x.main",
        header,
        &[("policy", Value::string("{\"Action\":\"*\"}", attribute))],
    );
    let findings = placed(&sample, &[violation("encrypted", at, "policy.Action", "wildcard")]);
    insta::assert_snapshot!(shape(&findings[0]), @r#"
main.tf:3:14-17
main.tf:3:14-17 written here
main.tf:2:12-24 used by `policy.Action` of aws_x.main
"#);
}

#[test]
fn two_roots_are_two_findings_and_states_are_apart() {
    let mut sample = Sample::new();
    let mut violations = Vec::new();
    for root in ["a", "b"] {
        let file = sample.file(&format!("{root}/main.tf"), "resource \"aws_x\" \"main\" {\n}\n");
        let header = sample.span(file, "resource \"aws_x\" \"main\"");
        let at = sample.resource(root, "aws_x.main", header, &[]);
        violations.push(violation("encrypted", at, "encrypted", "not encrypted"));
        violations.push(violation("other", at, "encrypted", "worse"));
        violations.push(Violation {
            outcome: Outcome::Undecided,
            ..violation("encrypted", at, "encrypted", "unknown")
        });
    }
    let findings = placed(&sample, &violations);
    let order: Vec<(&str, &str, State)> = findings
        .iter()
        .map(|finding| (finding.rule.as_str(), finding.location.file.as_str(), finding.state))
        .collect();
    assert_eq!(
        order,
        [
            ("aws-x-other", "a/main.tf", State::Open),
            ("aws-x-other", "b/main.tf", State::Open),
            ("aws-x-encrypted", "a/main.tf", State::Open),
            ("aws-x-encrypted", "a/main.tf", State::Undecided),
            ("aws-x-encrypted", "b/main.tf", State::Open),
            ("aws-x-encrypted", "b/main.tf", State::Undecided),
        ]
    );
}

#[test]
fn secrets_are_kept_out_of_messages() {
    let mut sample = Sample::new();
    let file = sample.file("main.tf", "resource \"aws_x\" \"main\" {\n  word = \"hunter22\"\n}\n");
    let mut value = Value::string("hunter22", sample.literal(file, "\"hunter22\""));
    value.sensitive = true;
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(".", "aws_x.main", header, &[("word", value)]);
    let findings = placed(&sample, &[violation("encrypted", at, "word", "word hunter22 is weak")]);
    assert_eq!(findings[0].message, "word (sensitive) is weak");
    let spans = super::sensitive_spans(&sample.graph);
    assert_eq!(spans, [sample.span(file, "\"hunter22\"")]);

    // The same where the policy speaks of another resource than the one that holds it.
    let other = sample.resource(".", "aws_x.other", header, &[]);
    let mut beside = violation("encrypted", other, "word", "word hunter22 is weak");
    beside.at = at;
    assert_eq!(placed(&sample, &[beside])[0].message, "word (sensitive) is weak");

    // And in what the policy says of evidence, which stands on the line of its value.
    let mut shown = violation("encrypted", other, "x", "weak");
    let note = "it is hunter22".to_owned();
    shown.evidence = vec![Evidence { resource: at, path: path("word"), note }];
    let evidence = &placed(&sample, std::slice::from_ref(&shown))[0].evidence;
    assert_eq!((evidence[0].location.start.line, evidence[0].note.as_str()), (2, "it is (sensitive)"));
    assert_eq!(placed(&sample, &[shown])[0].rests_on, [sample.graph.get(at).unwrap().id.to_string()]);
}

#[test]
fn unknown_values_are_placed() {
    let mut sample = Sample::new();
    let file = sample
        .file("main.tf", "variable \"e\" {\n}\nresource \"aws_x\" \"main\" {\n  encrypted = var.e\n}\n");
    let origin = sample.link(LinkKind::Attribute("encrypted".into()), file, "encrypted = var.e", &[]);
    let value = Value::unknown(Reason::UnsetVariable("e".into()), origin);
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(".", "aws_x.main", header, &[("encrypted", value)]);
    let findings = placed(&sample, &[violation("encrypted", at, "encrypted.deep.1", "unknown")]);
    insta::assert_snapshot!(shape(&findings[0]), @"main.tf:4:3-20");
    assert_eq!(findings[0].path, path("encrypted.deep.1"));
}

#[test]
fn what_a_stronger_rule_says_already_is_its_evidence() {
    let mut sample = Sample::new();
    let file = sample.file("main.tf", "resource \"aws_x\" \"main\" {\n  encrypted = false\n}\n");
    let value = boolean(sample.link(
        LinkKind::Attribute("encrypted".into()),
        file,
        "encrypted = false",
        &[&sample.literal(file, "false")],
    ));
    let header = sample.span(file, "resource \"aws_x\" \"main\"");
    let at = sample.resource(".", "aws_x.main", header, &[("encrypted", value)]);
    let weak = violation("encrypted", at, "encrypted", "not encrypted");
    let strong = violation("other", at, "encrypted", "open to all");
    let elsewhere = violation("encrypted", at, "missing", "missing");
    let found = |violations: &[Violation], covers: &[&str]| {
        let mut rules = rules();
        rules[1].metadata.custom.covers = covers.iter().map(|id| (*id).to_owned()).collect();
        let findings = place(violations, &rules, &sample.graph, &sample.sources);
        let shown = findings.into_iter().map(|finding| {
            let notes: Vec<String> = finding.evidence.into_iter().map(|link| link.note).collect();
            format!("{} {} {notes:?}", finding.rule, finding.path)
        });
        shown.collect::<Vec<_>>()
    };
    let both = [weak.clone(), strong.clone(), elsewhere];
    let covered =
        ["aws-x-other encrypted [\"not encrypted (aws-x-encrypted)\"]", "aws-x-encrypted missing []"];
    assert_eq!(found(&both, &["aws-x-encrypted"]), covered);
    assert_eq!(found(&both, &[]).len(), 3);
    // What may not hold says nothing for certain.
    let undecided = Violation { outcome: Outcome::Undecided, ..strong };
    assert_eq!(found(&[weak, undecided], &["aws-x-encrypted"]).len(), 2);
}

#[test]
fn what_a_stronger_finding_outweighs_is_its_evidence_wherever_it_stands() {
    let mut sample = Sample::new();
    let text = "kind: Pod\nfirst:\n  strong: 1\n  weak: 2\nsecond:\n  weak: 3\n";
    let file = sample.file("pod.yaml", text);
    let written = |text: &str| boolean(sample.literal(file, text));
    let container = |entries: &[(&str, Value)]| object(sample.literal(file, "first"), entries);
    let first = container(&[("strong", written("strong: 1")), ("weak", written("weak: 2"))]);
    let second = container(&[("weak", written("weak: 3"))]);
    let header = sample.span(file, "kind: Pod");
    let at = sample.resource("app", "Pod.web", header, &[("first", first), ("second", second)]);
    let containers = ["first", "second"].map(|name| PodContainer {
        path: path(name),
        role: Role::Container,
        defaults: None,
    });
    sample.graph.pod_templates.push(PodTemplate {
        resource: at,
        path: path(""),
        defaults: None,
        default_account: true,
        labels_path: path("labels"),
        labels: BTreeMap::new(),
        containers: containers.to_vec(),
    });
    let strong = violation("other", at, "first.strong", "privileged");
    let of_the_pod = violation("other", at, "volumes", "the pod owns the node");
    let weak = violation("encrypted", at, "first.weak", "adds more");
    let beside = violation("encrypted", at, "second.weak", "adds more");
    let found = |violations: &[Violation]| {
        let mut rules = rules();
        rules[1].metadata.custom.outweighs = vec!["aws-x-encrypted".to_owned()];
        let findings = place(violations, &rules, &sample.graph, &sample.sources);
        let shown = findings.into_iter().map(|finding| {
            let notes: Vec<String> = finding.evidence.into_iter().map(|link| link.note).collect();
            format!("{} {} {notes:?}", finding.rule, finding.path)
        });
        shown.collect::<BTreeSet<_>>()
    };
    let told = [
        "aws-x-encrypted second.weak []".to_owned(),
        "aws-x-other first.strong [\"adds more (aws-x-encrypted)\"]".to_owned(),
    ];
    assert_eq!(found(&[weak.clone(), strong.clone(), beside.clone()]), BTreeSet::from(told));
    // What is said of a pod is said of all its containers, and what is said of a container not of its pod.
    assert_eq!(found(&[weak.clone(), of_the_pod, beside]).len(), 1);
    assert_eq!(found(&[strong.clone(), violation("encrypted", at, "volumes", "adds more")]).len(), 2);
    // What may not hold outweighs nothing, and is outweighed by nothing.
    for (one, other) in [(Outcome::Undecided, Outcome::Violated), (Outcome::Violated, Outcome::Undecided)] {
        let pair =
            [Violation { outcome: one, ..strong.clone() }, Violation { outcome: other, ..weak.clone() }];
        assert_eq!(found(&pair).len(), 2);
    }
}
