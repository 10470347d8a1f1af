//! Files of `testdata/graph` to identities.

use super::{Identity, Part, Power, Right};
use crate::evaluate::kubernetes;
use crate::evaluate::terraform::{self, Inputs};
use crate::graph::{ResourceGraph, ResourceIndex};
use crate::source::{DiscoverOptions, FileKind, Sources, discover};
use std::collections::BTreeSet;

fn graph(directory: &str) -> ResourceGraph {
    let top = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/graph");
    let sources = Sources::new(std::path::Path::new(top).join(directory));
    let files = vec![sources.load("main.tf").unwrap()];
    let modules = terraform::evaluate(&sources, &files, &Inputs::default()).modules;
    ResourceGraph::build(&modules, &kubernetes::read(&sources, &files).manifests)
}

/// An identity in lines.
fn shown(identity: &Identity, graph: &ResourceGraph) -> String {
    let address = |at: ResourceIndex| graph.get(at).unwrap().address.to_string();
    let addresses = |all: &[ResourceIndex]| all.iter().map(|at| address(*at)).collect::<Vec<_>>().join(" ");
    let place = |at: &super::Place| format!("{} {}", address(at.resource), at.path);
    let right = |right: &Right| {
        let mut words = vec![format!("{} at {}", right.action, place(&right.at))];
        words.extend(right.evidence.iter().map(|sign| format!("by {}", place(&sign.place))));
        for (flag, word) in [
            (right.anywhere, "anywhere"),
            (right.itself, "itself"),
            (right.sweeping, "sweeping"),
            (right.narrowed, "narrowed"),
        ] {
            words.extend(flag.then(|| word.to_owned()));
        }
        words.extend((!right.targets.is_empty()).then(|| format!("over {}", addresses(&right.targets))));
        words.extend(right.services.as_ref().map(|services| format!("to {}", services.join(" "))));
        words.extend(right.needs.iter().map(|need| format!("unless {}", place(need))));
        words.join(", ")
    };
    let name = identity.name.as_ref().map(|name| format!(" {name}")).unwrap_or_default();
    let head = format!("{}{name} ({} {:?})", address(identity.resource), identity.form, identity.power);
    let mut lines = vec![head];
    lines.extend(identity.administrator.iter().map(|one| format!("everything: {}", right(one))));
    for (action, rights) in &identity.permissions {
        lines.extend(rights.iter().map(|one| format!("{action}: {}", right(one))));
    }
    if !identity.escalates_by.is_empty() {
        lines.push(format!("gets everything by {}", identity.escalates_by.join(" ")));
    }
    for trust in &identity.trust {
        let conditions = trust.conditions.iter().map(|one| format!(", {} {:?}", one.key, one.values));
        let conditions: String = conditions.collect();
        let whom = format!("{} {}{conditions}", trust.principal_type, trust.principal);
        lines.push(format!("trusts {whom} [{}]", addresses(&trust.identities)));
    }
    let holders = identity.holders.iter();
    lines.extend(holders.map(|one| format!("{} via {} as {}", address(one.resource), one.via, one.how)));
    lines.extend(identity.becomes.iter().map(|one| format!("becomes {}", addresses(&one.through))));
    let parts = |parts: &BTreeSet<Part>| parts.iter().map(|part| format!(" {part:?}")).collect::<String>();
    lines.extend(
        identity.unknown.parts().map(|(one, open)| format!("unknown {}:{}", place(one), parts(open))),
    );
    lines.join("\n  ")
}

#[test]
fn rights_come_from_all_policies_that_hold_for_an_identity() {
    let graph = graph("identities");
    let shown: Vec<String> = graph.identities.iter().map(|identity| shown(identity, &graph)).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn a_permission_set_has_the_policy_that_each_account_makes_under_its_name() {
    let sets = r#"
        resource "aws_ssoadmin_permission_set" "one" { name = "one" }
        resource "aws_ssoadmin_customer_managed_policy_attachment" "one" {
          permission_set_arn = aws_ssoadmin_permission_set.one.arn
          customer_managed_policy_reference { name = "passes" }
        }
        resource "aws_ssoadmin_permission_set" "two" { name = "two" }
        resource "aws_ssoadmin_customer_managed_policy_attachment" "two" {
          permission_set_arn = aws_ssoadmin_permission_set.two.arn
          customer_managed_policy_reference {
            name = "passes"
            path = "/team/"
          }
        }"#;
    let policy = |place: &str| {
        let text = r#"resource "aws_iam_policy" "passes" {
          name   = "passes"
          policy = "{\"Statement\": {\"Effect\": \"Allow\", \"Action\": \"iam:PassRole\", \"Resource\": \"*\"}}"
        }"#;
        (place.to_owned(), text)
    };
    let shown = |files: &[(String, &str)]| {
        let sources = Sources::new(".");
        let files = files.iter().map(|(path, text)| sources.add(path, FileKind::Terraform, text));
        let files: Vec<_> = files.collect();
        let graph =
            ResourceGraph::build(&terraform::evaluate(&sources, &files, &Inputs::default()).modules, &[]);
        let lines: Vec<String> = graph.identities.iter().map(|identity| shown(identity, &graph)).collect();
        lines.join("\n")
    };
    let sets = ("sets/main.tf".to_owned(), sets);
    let one = shown(&[policy("accounts/main.tf"), sets.clone()]);
    let two = shown(&[policy("accounts/main.tf"), policy("others/main.tf"), sets]);
    insta::assert_snapshot!(format!("{one}\n\nof several:\n{two}"), @r"
    aws_iam_policy.passes (policy Ordinary)
      iam:PassRole: iam:PassRole at aws_iam_policy.passes policy.Statement.Action, anywhere
    aws_ssoadmin_permission_set.one (permission-set Ordinary)
      iam:PassRole: iam:PassRole at aws_iam_policy.passes policy.Statement.Action, by aws_ssoadmin_customer_managed_policy_attachment.one customer_managed_policy_reference[0].name, anywhere
    aws_ssoadmin_permission_set.two (permission-set Ordinary)
      unknown aws_ssoadmin_customer_managed_policy_attachment.two customer_managed_policy_reference[0].name: Rights

    of several:
    aws_iam_policy.passes (policy Ordinary)
      iam:PassRole: iam:PassRole at aws_iam_policy.passes policy.Statement.Action, anywhere
    aws_iam_policy.passes (policy Ordinary)
      iam:PassRole: iam:PassRole at aws_iam_policy.passes policy.Statement.Action, anywhere
    aws_ssoadmin_permission_set.one (permission-set Ordinary)
      unknown aws_ssoadmin_customer_managed_policy_attachment.one customer_managed_policy_reference[0].name: Rights
    aws_ssoadmin_permission_set.two (permission-set Ordinary)
      unknown aws_ssoadmin_customer_managed_policy_attachment.two customer_managed_policy_reference[0].name: Rights
    ");
}

/// The graph of manifests.
fn cluster(text: &str) -> ResourceGraph {
    let sources = Sources::new(".");
    let files = vec![sources.add("roles.yaml", FileKind::Manifest, text)];
    ResourceGraph::build(&[], &kubernetes::read(&sources, &files).manifests)
}

#[test]
fn a_role_that_takes_in_too_many_is_not_complete() {
    let part = |at: usize| {
        format!(
            "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {{name: part-{at}, labels: {{into: all}}}}\n\
             rules: [{{apiGroups: ['example.com'], resources: [widgets], verbs: [get]}}]\n---\n"
        )
    };
    let whole = "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRole\nmetadata: {name: whole}\n\
                 aggregationRule: {clusterRoleSelectors: [{matchLabels: {into: all}}]}\nrules: []\n---\n\
                 apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: whole}\n\
                 roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: whole}\n\
                 subjects: [{kind: User, name: ann}, {kind: Group, name: ops}]\n";
    for (parts, complete) in [(200, true), (300, false)] {
        let graph = cluster(&((0..parts).map(part).collect::<String>() + whole));
        let binding = |one: &&Identity| one.form == "subject";
        let identity = graph.identities.iter().find(binding).unwrap();
        assert_eq!(identity.unknown.is_empty(), complete, "{:?}", identity.unknown);
        let limits = graph.diagnostics.iter().filter(|one| one.code == "graph-limit").count();
        assert_eq!(limits, usize::from(!complete));
        // Everybody whom the binding names is evidence.
        let named = identity.grants[0].evidence.iter().map(|sign| sign.place.path.to_string());
        assert_eq!(named.collect::<Vec<_>>(), ["subjects[0]", "subjects[1]"]);
    }
}

#[test]
fn what_overlays_move_together_stays_bound() {
    let top = std::path::PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/kubernetes/subjects"));
    let found = discover(&[top], &DiscoverOptions::default());
    let graph = ResourceGraph::build(&[], &kubernetes::read(&found.sources, &found.files).manifests);
    let named = |identity: &&Identity| &*graph.get(identity.resource).unwrap().name == "runner";
    let identity = graph.identities.iter().find(named).unwrap();
    assert_eq!((identity.form, identity.power), ("service-account", Power::Administrator));
    // Where it lies is not known, but that the binding means it is.
    let unknown: Vec<String> = identity.unknown.parts().map(|(place, _)| place.path.to_string()).collect();
    assert_eq!(unknown, ["metadata.namespace"]);
}

#[test]
fn what_is_open_concerns_whom_it_may_name() {
    let graph = graph("identities-doubt");
    let shown: Vec<String> = graph.identities.iter().map(|identity| shown(identity, &graph)).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn what_is_unknown_leaves_open_what_it_decides() {
    let graph = graph("identities-open");
    let shown: Vec<String> = graph.identities.iter().map(|identity| shown(identity, &graph)).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn rights_in_google_cloud_come_from_bindings_at_all_levels() {
    let graph = graph("identities-google");
    let shown: Vec<String> = graph.identities.iter().map(|identity| shown(identity, &graph)).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

#[test]
fn rights_in_azure_come_from_roles_policies_and_the_directory() {
    let graph = graph("identities-azure");
    let shown: Vec<String> =
        graph.identities.iter().map(|identity| gathered(&shown(identity, &graph))).collect();
    insta::assert_snapshot!(shown.join("\n"));
}

/// Actions with the same right in one line.
fn gathered(shown: &str) -> String {
    let mut lines: Vec<(&str, Option<&str>, usize)> = Vec::new();
    for line in shown.lines() {
        let (action, right) =
            line.split_once(": ").map_or((line, None), |(action, right)| (action, Some(right)));
        match lines.iter_mut().find(|(_, other, _)| right.is_some() && *other == right) {
            Some((_, _, more)) => *more += 1,
            None => lines.push((action, right, 0)),
        }
    }
    let line = |(action, right, more): &(&str, Option<&str>, usize)| match (right, more) {
        (None, _) => (*action).to_owned(),
        (Some(right), 0) => format!("{action}: {right}"),
        (Some(right), more) => format!("{action} and {more} more: {right}"),
    };
    lines.iter().map(line).collect::<Vec<_>>().join("\n")
}
