//! The shipped risk model is what its data give, its card is of it, and the score is about what a configuration says,
//! not about what it is called.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::disallowed_methods,
    reason = "a test fails by panicking, and reads and runs what it has to"
)]

mod changed;
mod guards;
mod retraining;
mod worse;

use changed::{Files, findings, one, scores};
use purlin::risk::Feature;
use purlin::train::{self, Dataset, Tables};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

fn data(name: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("data/risk").join(name)).unwrap()
}

/// The shipped data.
pub(crate) fn dataset() -> Dataset {
    let names = ["repositories.tsv", "findings.tsv", "features.tsv", "pairs.tsv", "hand-set.json"];
    let [repositories, findings, features, pairs, rubric] = &names.map(data);
    Dataset::read(Tables { repositories, findings, features, pairs, rubric }).unwrap()
}

/// Compares a generated file with the shipped one; with `PURLIN_UPDATE` set, writes it first.
fn held(name: &str, generated: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    if std::env::var("PURLIN_UPDATE").is_ok() {
        fs::write(&path, generated).unwrap();
    }
    let shipped = fs::read_to_string(path).unwrap_or_default();
    assert!(shipped == generated, "{name} is stale: run PURLIN_UPDATE=1 cargo test --test risk");
}

#[test]
fn the_shipped_model_and_its_card_are_what_their_data_give() {
    let data_set = dataset();
    let model = train::learn(&data_set);
    held("data/risk/model.json", &model.text());
    held("data/risk/model.json.sha256", &format!("{}  model.json\n", model.digest()));
    let evaluation = train::evaluate(&data_set, &model);
    held("docs/risk/model-card.md", &train::card(&data_set, &model, &evaluation));
    let guide =
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/risk/retraining.md")).unwrap();
    assert!(
        guide.contains(&format!("one logit ({} points)", model.logit())),
        "docs/risk/retraining.md: one logit"
    );
    let failed: Vec<&train::Slice> =
        evaluation.slices.iter().filter(|slice| slice.verdict == train::Verdict::Fails).collect();
    assert!(failed.is_empty(), "{failed:?}");
}

/// A machine that the internet reaches, with a role and a bucket. Names are given.
fn configuration(prefix: &str, cidr: &str, action: &str) -> String {
    format!(
        r#"
resource "aws_security_group" "{prefix}_door" {{
  name        = "{prefix}"
  description = "{prefix}"
  ingress {{
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["{cidr}"]
  }}
}}

resource "aws_instance" "{prefix}_machine" {{
  ami                         = "ami-0abcdef1234567890"
  instance_type               = "t3.micro"
  associate_public_ip_address = true
  vpc_security_group_ids      = [aws_security_group.{prefix}_door.id]
  iam_instance_profile        = aws_iam_instance_profile.{prefix}.name
}}

resource "aws_iam_instance_profile" "{prefix}" {{
  role = aws_iam_role.{prefix}.name
}}

resource "aws_iam_role" "{prefix}" {{
  assume_role_policy = jsonencode({{
    Version   = "2012-10-17"
    Statement = [{{ Effect = "Allow", Action = "sts:AssumeRole", Principal = {{ Service = "ec2.amazonaws.com" }} }}]
  }})
}}

resource "aws_iam_role_policy" "{prefix}" {{
  role = aws_iam_role.{prefix}.name
  policy = jsonencode({{
    Version   = "2012-10-17"
    Statement = [{{ Effect = "Allow", Action = "{action}", Resource = "*" }}]
  }})
}}
"#
    )
}

/// A role that an account may act as, a user with the same rights, and a queue; the action and the principal are
/// expressions.
fn rights(action: &str, principal: &str) -> String {
    let policy = format!(
        "policy = jsonencode({{ Statement = [{{ Effect = \"Allow\", Action = {action}, Resource = \"*\" }}] }})"
    );
    let allow = |actions: &str| {
        format!(
            "jsonencode({{ Statement = [{{ Effect = \"Allow\", Action = \"{actions}\", Principal = {principal} }}] }})"
        )
    };
    format!(
        r#"
variable "unset" {{}}

resource "aws_iam_role" "worker" {{
  assume_role_policy = {}
}}

resource "aws_iam_role_policy" "worker" {{
  role = aws_iam_role.worker.name
  {policy}
}}

resource "aws_iam_user" "worker" {{
  name = "worker"
}}

resource "aws_iam_user_policy" "worker" {{
  user = aws_iam_user.worker.name
  {policy}
}}

resource "aws_sqs_queue" "orders" {{
  policy = {}
}}
"#,
        allow("sts:AssumeRole"),
        allow("sqs:*")
    )
}

/// A function that reads something of a kind.
fn behind(kind: &str) -> String {
    format!(
        r#"
resource "{kind}" "behind" {{}}

resource "aws_lambda_function" "reader" {{
  function_name = "reader"
  environment {{
    variables = {{ READS = {kind}.behind.arn }}
  }}
}}
"#
    )
}

/// The highest score of each rule in a configuration.
fn highest(text: &str) -> BTreeMap<String, u32> {
    let mut highest = BTreeMap::new();
    for (rule, score) in scores(&one("main.tf", text)) {
        if let Some(score) = score {
            let slot = highest.entry(rule).or_insert(0);
            *slot = score.max(*slot);
        }
    }
    highest
}

const RECORDS: &str = "records behind it";
const SECRETS: &str = "secrets behind it";

#[test]
fn what_makes_a_fault_worse_never_lowers_its_score() {
    let text = |cidr: &str, action: &str| configuration("web", cidr, action);
    let acl = |cidr: &str| {
        format!(
            "resource \"aws_network_acl_rule\" \"all\" {{\n  network_acl_id = \"acl-1\"\n  rule_number = 1\n  protocol = \"-1\"\n  \
             rule_action = \"allow\"\n  cidr_block = \"{cidr}\"\n}}\n"
        )
    };
    let account = r#"{ AWS = "arn:aws:iam::111122223333:root" }"#;
    let steps = [
        ("all rights", rights("\"s3:PutObject\"", account), rights("\"*\"", account)),
        ("rights that are not known", rights("\"*\"", account), rights("var.unset", account)),
        ("everybody", rights("\"s3:PutObject\"", account), rights("\"s3:PutObject\"", "\"*\"")),
        ("a wider range", text("203.0.113.7/32", "iam:*"), text("203.0.0.0/16", "iam:*")),
        ("a wider range", text("203.0.0.0/16", "iam:*"), text("0.0.0.0/0", "iam:*")),
        // A rule that finds both of them points at the range.
        ("half of all addresses and all", acl("0.0.0.0/1"), acl("0.0.0.0/0")),
        ("all actions", text("0.0.0.0/0", "iam:*"), text("0.0.0.0/0", "*")),
        (
            "more of them",
            text("0.0.0.0/0", "iam:*"),
            text("0.0.0.0/0", "iam:*").replace("  ami ", "  count = 9\n  ami "),
        ),
        ("logs behind it", behind("aws_vpc"), behind("aws_cloudwatch_log_group")),
        (RECORDS, behind("aws_cloudwatch_log_group"), behind("aws_dynamodb_table")),
        (SECRETS, behind("aws_dynamodb_table"), behind("aws_secretsmanager_secret")),
    ];
    for (what, before, after) in steps {
        let (before, after) = (highest(&before), highest(&after));
        let both: Vec<&String> = before.keys().filter(|rule| after.contains_key(*rule)).collect();
        assert!(both.len() > 1, "{what}: {both:?}");
        // A model that does not look at it would hold this, too.
        let rises = both.iter().any(|rule| after[*rule] > before[*rule]);
        assert!(rises || ![RECORDS, SECRETS].contains(&what), "{what}: {before:?} {after:?}");
        for rule in both {
            assert!(
                after[rule] >= before[rule],
                "{what}: {rule} fell from {} to {}",
                before[rule],
                after[rule]
            );
        }
    }
}

#[test]
fn rating_adds_drops_and_hides_nothing() {
    let files: Files = one("main.tf", &configuration("web", "0.0.0.0/0", "iam:*"));
    let names = |rated: bool| {
        let mut names: Vec<_> = findings(&files, rated)
            .into_iter()
            .map(|one| (one.fingerprint, one.severity, one.state))
            .collect();
        names.sort();
        names
    };
    assert_eq!(names(true), names(false));
}

/// The level of a feature for the only finding of a rule.
fn level(file: &str, text: &str, rule: &str, feature: Feature) -> u8 {
    let all = findings(&one(file, text), true);
    let found: Vec<_> = all.iter().filter(|one| one.rule == rule).collect();
    assert_eq!(found.len(), 1, "{rule}: {:?}", all.iter().map(|one| &one.rule).collect::<Vec<_>>());
    found[0].measured.as_ref().unwrap().level(feature).at
}

#[test]
fn each_instance_is_measured_where_its_own_fault_lies() {
    // One line of both, at another position of each: whichever comes first by its name.
    let policies = |near: &str, far: &str| {
        format!(
            r#"
variable "actions" {{
  default = "*"
}}

resource "aws_iam_policy" "{near}" {{
  policy = jsonencode({{ Statement = [
    {{ Effect = "Allow", Action = var.actions, Resource = "arn:aws:s3:::a/*" }},
  ] }})
}}

resource "aws_iam_policy" "{far}" {{
  policy = jsonencode({{ Statement = [
    {{ Effect = "Allow", Action = "s3:GetObject", Resource = "arn:aws:s3:::a/*" }},
    {{ Effect = "Allow", Action = var.actions, Resource = "*" }},
  ] }})
}}
"#
        )
    };
    for (near, far) in [("a", "z"), ("z", "a")] {
        let level =
            level("main.tf", &policies(near, far), "aws-iam-wildcard-action", Feature::WildcardResource);
        assert_eq!(level, 1, "{near} {far}");
    }
}

#[test]
fn what_configures_a_resource_is_measured_where_the_fault_is_written() {
    let open = "apiVersion: v1\nkind: Service\nmetadata: {name: web, namespace: shop}\n\
                spec: {type: LoadBalancer, selector: {app: web}, ports: [{port: 80}]}\n---\n\
                apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, labels: {app: web}}\n\
                spec: {containers: [{name: web, image: \"registry.example.com/web:1\"}]}\n";
    assert_eq!(level("web.yaml", open, "kubernetes-exposure-no-network-policy", Feature::Breadth), 4);
    let gives = r#"
resource "aws_iam_role" "builder" {
  assume_role_policy = jsonencode({ Statement = [{
    Effect = "Allow", Action = "sts:AssumeRole", Principal = { AWS = "arn:aws:iam::111122223333:root" }
  }] })
}

resource "aws_iam_role_policy" "builder" {
  role   = aws_iam_role.builder.name
  policy = jsonencode({ Statement = [{
    Effect = "Allow", Action = ["iam:PassRole", "codebuild:CreateProject", "codebuild:StartBuild"], Resource = "*"
  }] })
}
"#;
    assert_eq!(level("main.tf", gives, "aws-iam-pass-any-role", Feature::WildcardResource), 1);
}

#[test]
fn names_choose_no_group() {
    let group = |policy: &str, of_role: &str| {
        let call = |name: &str, folder: &str| {
            format!("module \"{name}\" {{\n  source  = \"./{folder}\"\n  actions = var.actions\n}}\n")
        };
        let main = format!(
            "variable \"actions\" {{\n  default = \"*\"\n}}\n{}{}",
            call(policy, "policy"),
            call(of_role, "of_role")
        );
        let module = |kind: &str, further: &str| {
            format!(
                "variable \"actions\" {{}}\nresource \"{kind}\" \"this\" {{\n{further}  policy = jsonencode({{ Statement = [{{ \
                 Effect = \"Allow\", Action = var.actions, Resource = \"arn:aws:s3:::a/*\" }}] }})\n}}\n"
            )
        };
        let files: Files = BTreeMap::from([
            ("main.tf".to_owned(), main),
            ("policy/main.tf".to_owned(), module("aws_iam_policy", "")),
            ("of_role/main.tf".to_owned(), module("aws_iam_role_policy", "  role = \"someone\"\n")),
        ]);
        let all = findings(&files, false);
        let found: Vec<_> = all.iter().filter(|one| one.rule == "aws-iam-wildcard-action").collect();
        assert!(found.len() == 1 && found[0].instances.len() == 2, "{found:?}");
        found[0].group.clone()
    };
    assert_eq!(group("a", "z"), group("z", "a"));
}

#[test]
fn an_object_that_is_written_in_both_worlds_is_one_instance() {
    let manifest = "apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop}\nspec:\n  hostNetwork: true\n  \
                    containers: [{name: web, image: \"registry.example.com/web:1\"}]\n";
    let declared = |name: &str| {
        format!(
            "resource \"kubernetes_manifest\" \"web\" {{\n  manifest = {{\n    apiVersion = \"v1\"\n    kind = \"Pod\"\n    \
             metadata = {{ name = \"{name}\", namespace = \"shop\" }}\n    spec = {{\n      hostNetwork = true\n      \
             containers = [{{ name = \"web\", image = \"registry.example.com/web:1\" }}]\n    }}\n  }}\n}}\n"
        )
    };
    let rule = "kubernetes-pod-host-network";
    let of = |files: Files| {
        let all = findings(&files, true);
        let found = all.into_iter().filter(|one| one.rule == rule);
        found.map(|one| (one.instances.len(), one.risk.unwrap().score)).collect::<Vec<_>>()
    };
    let alone = of(one("web.yaml", manifest));
    let both = |name: &str| {
        Files::from([("web.yaml".to_owned(), manifest.to_owned()), ("main.tf".to_owned(), declared(name))])
    };
    let twice = of(both("web"));
    assert_eq!(alone.len(), 1, "{alone:?}");
    assert_eq!(twice, [(2, alone[0].1)]);
}
