//! What changes no score, and what never lowers one.

use crate::changed::{
    CASES, Files, case, declared_otherwise, findings, renamed, scores, spaced, told, told_in_values, turned,
    whole, with_more, within, written_otherwise,
};
use regex::Regex;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Holds that a change of the text of every case changes no score, and that it changes the text.
fn changes_nothing(what: &str, change: impl Fn(&Files) -> Files) {
    let mut changed_any = false;
    for name in CASES {
        let plain = case(name);
        let changed = change(&plain);
        changed_any |= changed != plain;
        let expected = scores(&plain);
        assert!(expected.iter().filter(|(_, score)| score.is_some()).count() > 10, "{name}: {expected:?}");
        let found = scores(&changed);
        let lost: Vec<_> = expected.iter().filter(|one| !found.contains(one)).collect();
        let new: Vec<_> = found.iter().filter(|one| !expected.contains(one)).collect();
        assert!(found == expected, "{what}, {name}: {lost:?} became {new:?}\n{changed:?}");
    }
    assert!(changed_any, "{what} changes no text");
}

#[test]
fn names_of_resources_objects_modules_variables_and_files_change_no_score() {
    changes_nothing("other names", renamed);
    changes_nothing("other names of variables", declared_otherwise);
}

#[test]
fn comments_and_values_that_speak_to_a_model_change_no_score() {
    changes_nothing("comments", told);
    changes_nothing("values", told_in_values);
}

#[test]
fn layout_order_and_other_ways_to_write_change_no_score() {
    changes_nothing("spaces", spaced);
    changes_nothing("order", turned);
    changes_nothing("syntax", written_otherwise);
}

#[test]
fn places_and_what_lies_beside_change_no_score() {
    for name in CASES {
        let files = whole(name);
        let top = scores(&files);
        assert!(top.len() > 10, "{name}");
        for folder in ["services/live/shop", "examples/dev/test"] {
            assert_eq!(top, scores(&within(&files, folder)), "in {folder}, {name}");
        }
    }
    // Where manifests and a root module lie at the top, both are one scope; deeper, manifests still are what the highest
    // directory holds. So this half of a case is another one in a folder, but the same in all of them.
    let half = case("graph/exposure");
    let [live, example] =
        ["services/live/shop", "examples/dev/test"].map(|folder| scores(&within(&half, folder)));
    assert_eq!(live, example);
    changes_nothing("more resources", with_more);
}

/// The highest score of each rule at each resource, instances and modules taken together.
fn highest(files: &Files) -> BTreeMap<(String, String), u32> {
    let mut highest = BTreeMap::new();
    for finding in findings(files, true) {
        let Some(risk) = finding.risk else { continue };
        for instance in &finding.instances {
            let place = instance.address.split('[').next().unwrap_or_default().to_owned();
            let slot = highest.entry((finding.rule.clone(), place)).or_insert(0);
            *slot = risk.score.max(*slot);
        }
    }
    highest
}

/// What makes a configuration worse: the case, the file, a text in it, what that becomes.
const WORSE: [(&str, &str, &str, &str, &str); 25] = [
    (
        "a wider range",
        "demo",
        "terraform/network.tf",
        "cidr_blocks = aws_subnet.private[*].cidr_block",
        "cidr_blocks = [\"0.0.0.0/0\"]",
    ),
    (
        "a wider range",
        "demo",
        "terraform/network.tf",
        "cidr_blocks = [var.vpc_cidr]",
        "cidr_blocks = [\"0.0.0.0/0\"]",
    ),
    (
        "a wider range",
        "graph/exposure",
        "aws.tf",
        "[\"10.0.0.0/8\", \"0.0.0.0/0\"]",
        "[\"0.0.0.0/0\", \"::/0\"]",
    ),
    (
        "any action",
        "demo",
        "terraform/iam.tf",
        "Action   = [\"s3:GetObject\", \"s3:PutObject\"]",
        "Action   = \"*\"",
    ),
    (
        "any resource",
        "demo",
        "terraform/iam.tf",
        "Resource = \"${module.invoices.arn}/*\"",
        "Resource = \"*\"",
    ),
    (
        "any action",
        "graph/identities",
        "main.tf",
        "Action   = [\"iam:PassRole\", \"sts:AssumeRole\"]",
        "Action   = \"*\"",
    ),
    (
        "everybody",
        "graph/exposure",
        "aws.tf",
        "assume_role_policy = \"{}\"",
        "assume_role_policy = jsonencode({ Statement = [{ Effect = \"Allow\", Action = \"sts:AssumeRole\", Principal = \"*\" }] })",
    ),
    (
        "everybody",
        "demo",
        "terraform/iam.tf",
        "type        = \"Service\"\n      identifiers = [\"${each.key}.amazonaws.com\"]",
        "type        = \"*\"\n      identifiers = [\"*\"]",
    ),
    (
        "privileged",
        "demo",
        "kubernetes/back-office.yaml",
        "            allowPrivilegeEscalation: false\n",
        "            allowPrivilegeEscalation: false\n            privileged: true\n",
    ),
    (
        "privileged",
        "demo",
        "kubernetes/checkout.yaml",
        "            allowPrivilegeEscalation: false\n",
        "            allowPrivilegeEscalation: true\n            privileged: true\n",
    ),
    (
        "privileged",
        "graph/shop",
        "shop.yaml",
        "          image: nginx\n",
        "          image: nginx\n          securityContext: {privileged: true}\n",
    ),
    (
        "files of the machine",
        "graph/shop",
        "shop.yaml",
        "        - {name: data, persistentVolumeClaim: {claimName: data}}",
        "        - {name: data, hostPath: {path: /}}",
    ),
    (
        "without encryption",
        "demo",
        "terraform/cluster.tf",
        "  encryption_config {\n    resources = [\"secrets\"]\n\n    provider {\n      key_arn = aws_kms_key.cluster.arn\n    }\n  }\n",
        "",
    ),
    (
        "without encryption",
        "demo",
        "terraform/modules/database/main.tf",
        "storage_encrypted = var.encrypted",
        "storage_encrypted = false",
    ),
    (
        "more of them",
        "graph/exposure",
        "aws.tf",
        "resource \"aws_instance\" \"elsewhere\" {\n",
        "resource \"aws_instance\" \"elsewhere\" {\n  count = 12\n",
    ),
    (
        "more of them",
        "demo",
        "terraform/network.tf",
        "zones = [\"${var.region}a\", \"${var.region}b\"]",
        "zones = [\"${var.region}a\", \"${var.region}b\", \"${var.region}c\", \"${var.region}d\"]",
    ),
    (
        "unknown",
        "demo",
        "terraform/network.tf",
        "cidr_blocks = aws_subnet.private[*].cidr_block",
        "cidr_blocks = data.aws_ip_ranges.some.cidr_blocks",
    ),
    (
        "unknown",
        "demo",
        "terraform/iam.tf",
        "Action   = [\"s3:GetObject\", \"s3:PutObject\"]",
        "Action   = data.external.some.result.actions",
    ),
    (
        "unknown",
        "graph/exposure",
        "aws.tf",
        "vpc_security_group_ids = [\"sg-0123456789abcdef0\"]",
        "vpc_security_group_ids = data.aws_security_groups.some.ids",
    ),
    (
        "without a policy in the way",
        "graph/exposure",
        "cluster.yaml",
        "spec: {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}",
        "spec: {podSelector: {matchLabels: {app: nobody}}, ingress: [{from: [{podSelector: {}}]}]}",
    ),
    (
        "all rights",
        "demo",
        "terraform/iam.tf",
        "Action   = [\"s3:GetObject\", \"s3:PutObject\"]\n      Resource = \"${module.invoices.arn}/*\"",
        "Action   = \"*\"\n      Resource = \"*\"",
    ),
    (
        "unknown",
        "graph/exposure",
        "aws.tf",
        "cidr_blocks = [\"10.0.0.0/8\", \"0.0.0.0/0\"]",
        "cidr_blocks = var.admins",
    ),
    (
        "unknown",
        "graph/identities",
        "main.tf",
        "policy_arn = \"arn:aws:iam::aws:policy/AdministratorAccess\"",
        "policy_arn = var.policy",
    ),
    (
        "unknown",
        "demo",
        "terraform/iam.tf",
        "Action   = \"*\"\n        Resource = \"*\"",
        "Action   = data.external.some.result.actions\n        Resource = \"*\"",
    ),
    (
        "unknown",
        "graph/exposure",
        "aws.tf",
        "authorization_type = \"NONE\"",
        "authorization_type = var.admins[0]",
    ),
];

#[test]
fn what_makes_a_configuration_worse_lowers_no_score() {
    for (what, name, file, from, to) in WORSE {
        let plain = case(name);
        let mut worse = plain.clone();
        let text = worse.get_mut(file).unwrap();
        assert!(text.contains(from), "{name}/{file}: {from}");
        *text = text.replacen(from, to, 1);
        let (before, after) = (highest(&plain), highest(&worse));
        assert!(before.len() > 10, "{name}");
        for (place, score) in &before {
            // Fewer things depend on a key that less is encrypted with.
            if what == "without encryption" && place.1.contains("kms_key") {
                continue;
            }
            // What is undecided, or reported by a rule that covers it, has no score to compare.
            if let Some(now) = after.get(place) {
                assert!(now >= score, "{what}, {name}/{file}: {place:?} fell from {score} to {now}");
            }
        }
        // What rests on something unknown is undecided, and has no score.
        let most = |scores: &BTreeMap<_, u32>| scores.values().copied().max();
        assert!(what == "unknown" || most(&after) >= most(&before), "{what}, {name}/{file}");
    }
}

/// Each kind of change raises something somewhere: a model that looks at nothing would pass the test above, too.
#[test]
fn what_is_worse_is_seen() {
    let rises = |what: &str| {
        WORSE.iter().filter(|one| one.0 == what).any(|(_, name, file, from, to)| {
            let plain = case(name);
            let mut worse = plain.clone();
            let text = worse.get_mut(*file).unwrap();
            *text = text.replacen(from, to, 1);
            let (before, after) = (highest(&plain), highest(&worse));
            let sum = |scores: &BTreeMap<_, u32>| scores.values().sum::<u32>();
            sum(&after) > sum(&before)
        })
    };
    for what in
        ["a wider range", "any action", "everybody", "privileged", "without encryption", "more of them"]
    {
        assert!(rises(what), "{what}");
    }
}

#[test]
fn what_is_unknown_in_every_argument_scores_no_less_than_what_is_known() {
    // Not names: resources that others join by a name are joined no more where nobody knows it.
    let argument = Regex::new(r#"(?m)^(\s+\w+\s*= )("[^"$\n]*"|true|false|[0-9]+)$"#).unwrap();
    let cases = [
        ("graph/exposure", "aws.tf"),
        ("graph/identities", "main.tf"),
        ("demo", "terraform/network.tf"),
        ("demo", "terraform/iam.tf"),
        ("demo", "terraform/modules/bucket/main.tf"),
    ];
    for (name, file) in cases {
        let files = case(name);
        let known = highest(&files);
        let places: Vec<_> = argument
            .captures_iter(&files[file])
            .filter(|one| one[1].trim_start().split(' ').next() != Some("name"))
            .map(|one| one.get(2).unwrap())
            .collect();
        assert!(places.len() > 3, "{name}/{file}: {}", places.len());
        for argument in places {
            let mut unknown = files.clone();
            let text = unknown.get_mut(file).unwrap();
            text.replace_range(argument.range(), "var.nobody_sets_it");
            *text += "\nvariable \"nobody_sets_it\" {}\n";
            let unknown = highest(&unknown);
            for (place, score) in &known {
                // What is undecided has no score to compare.
                if let Some(now) = unknown.get(place) {
                    let argument = (argument.as_str(), argument.start());
                    assert!(now >= score, "{name}, {argument:?}: {place:?} fell from {score} to {now}");
                }
            }
        }
    }
}

/// `tests/guards.py` breaks every guard; here it is only held that it can.
#[test]
fn every_guard_that_is_broken_on_purpose_is_where_the_table_says() {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let read = |name: &str| fs::read_to_string(project.join(name)).unwrap();
    let tests: String = walk(&project.join("tests")).chain(walk(&project.join("src"))).collect();
    let table = read("tests/risk/broken.tsv");
    for line in table.lines().skip(1) {
        let [guard, file, from, to, test] = line.split('\t').collect::<Vec<_>>()[..] else {
            panic!("{line}")
        };
        let [from, to] = [from, to].map(|text| text.replace("\\n", "\n"));
        let text = read(file);
        assert_eq!(text.matches(&from).count(), 1, "{guard}: {file} has {from:?} not once");
        assert_ne!(from, to, "{guard}");
        let named = Regex::new(&format!(r"fn \w*{test}\w*\(")).unwrap();
        assert!(named.is_match(&tests), "{guard}: no test is named {test}");
    }
    assert!(table.lines().count() > 25);
}

/// The texts of all Rust files below a directory.
fn walk(directory: &Path) -> impl Iterator<Item = String> {
    let mut texts = Vec::new();
    let mut left = vec![directory.to_path_buf()];
    while let Some(directory) = left.pop() {
        for entry in fs::read_dir(directory).unwrap() {
            let path = entry.unwrap().path();
            match path.extension().and_then(|one| one.to_str()) {
                _ if path.is_dir() => left.push(path),
                Some("rs") => texts.push(fs::read_to_string(path).unwrap()),
                _ => {}
            }
        }
    }
    texts.into_iter()
}
