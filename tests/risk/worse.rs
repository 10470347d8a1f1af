//! Walks of edits that each make a configuration worse, in an order that a seed decides: whatever was edited before, no
//! finding falls that is told before and after an edit.

use crate::changed::{Files, case, findings, is_terraform};
use purlin::risk::FEATURES;
use regex::{Captures, Regex};
use std::collections::{BTreeMap, BTreeSet};

/// Larger configurations: of Terraform, of Kubernetes and of both.
const WALKED: [&str; 4] = ["demo", "graph/exposure", "graph/identities", "graph/shop"];
/// Edits of one walk at least; it goes on as long as there is something that no walk has done.
const STEPS: usize = 6;
/// What decides the walks, unless `PURLIN_SEED` does: each guard that is broken is noticed by one of them.
const SEEDS: [u64; 2] = [1, 4];
/// How many lines around a place may say that it takes rights away: more of those is better.
const NEAR: usize = 4;

/// Edits of Terraform: what is made worse, a pattern, and what becomes of it.
const TERRAFORM: [(&str, &str, &str); 12] = [
    (
        "everybody may come",
        r"(?m)^(\s*(?:cidr_blocks|source_ranges|public_access_cidrs)\s*=) \S.*$",
        r#"$1 ["0.0.0.0/0"]"#,
    ),
    ("any action", r#"(\b(?:Action|actions)\s*=) (?:"[^"\n]*"|\[[^\]\n]*\])"#, r#"$1 ["*"]"#),
    ("any resource", r#"(\b(?:Resource|resources)\s*=) (?:"[^"\n]*"|\[[^\]\n]*\])"#, r#"$1 ["*"]"#),
    ("everybody may act as it", r#"(\bPrincipal\s*=) (?:"[^"\n]*"|\{[^{}]*\})"#, r#"$1 "*""#),
    (
        "everybody may act as it",
        r#"(\bprincipals \{\s+type\s*=) "\w+"(\s+identifiers\s*=) .*"#,
        r#"$1 "*"$2 ["*"]"#,
    ),
    (
        "what guards it is off",
        r"(?m)^(\s*(?:enable_key_rotation|block_public_\w+|ignore_public_acls|restrict_public_buckets|deletion_protection|manage_master_user_password|storage_encrypted|encrypted)\s*=) \S.*$",
        "$1 false",
    ),
    (
        "it has a public address",
        r"(?m)^(\s*(?:publicly_accessible|associate_public_ip_address|map_public_ip_on_launch)\s*=) \S.*$",
        "$1 true",
    ),
    ("nothing is encrypted", r"(?m)^  encryption_config(?:uration)? \{\n(?:    .*\n|\n)*  \}\n", ""),
    ("nothing is logged", r"(?m)^\s*enabled_cluster_log_types\s*=.*\n", ""),
    (
        "an administrator",
        r#"(?m)^resource "aws_iam_role" "(\w+)" \{\n"#,
        "resource \"aws_iam_role_policy_attachment\" \"everything_$1\" {\n  role       = aws_iam_role.$1.name\n  \
         policy_arn = \"arn:aws:iam::aws:policy/AdministratorAccess\"\n}\n\n$0",
    ),
    (
        "an administrator",
        r#"(?m)^resource "aws_iam_user" "(\w+)" \{\n"#,
        "resource \"aws_iam_user_policy_attachment\" \"everything_$1\" {\n  user       = aws_iam_user.$1.name\n  \
         policy_arn = \"arn:aws:iam::aws:policy/AdministratorAccess\"\n}\n\n$0",
    ),
    (
        "everybody may come",
        r#"(?m)^resource "aws_security_group" "(\w+)" \{\n"#,
        "resource \"aws_security_group_rule\" \"everybody_$1\" {\n  type              = \"ingress\"\n  protocol          = \"-1\"\n  \
         from_port         = 0\n  to_port           = 0\n  cidr_blocks       = [\"0.0.0.0/0\"]\n  \
         security_group_id = aws_security_group.$1.id\n}\n\n$0",
    ),
];

/// Edits of manifests.
const KUBERNETES: [(&str, &str, &str); 11] = [
    ("privileged", r"(?m)^( +)allowPrivilegeEscalation: false$", "${1}privileged: true"),
    ("root", r"runAsNonRoot: true", "runAsNonRoot: false"),
    ("writable", r"readOnlyRootFilesystem: true", "readOnlyRootFilesystem: false"),
    ("on the network of its machine", r"(?m)^( +)containers:", "${1}hostNetwork: true\n${1}containers:"),
    ("among the processes of its machine", r"(?m)^( +)containers:", "${1}hostPID: true\n${1}containers:"),
    ("files of its machine", r"emptyDir: \{\}", "hostPath: {path: /}"),
    ("any verb", r"verbs: \[[^\]\n]*\]", r#"verbs: ["*"]"#),
    ("any object", r"\bresources: \[[^\]\n]*\]", r#"resources: ["*"]"#),
    ("a public service", r"(?m)^( +)type: ClusterIP$", "${1}type: LoadBalancer"),
    (
        "a public service",
        r"(?m)^kind: Deployment\nmetadata:\n  name: [\w-]+\n  namespace: ([\w-]+)\n  labels:\n    app: ([\w-]+)\n(?:.*\n)*?(?:---\n|\z)",
        "$0---\napiVersion: v1\nkind: Service\nmetadata: {name: open-$2, namespace: $1}\n\
         spec: {type: LoadBalancer, selector: {app: $2}, ports: [{port: 80}]}\n---\n",
    ),
    (
        "an administrator of the cluster",
        r"(?m)^kind: ServiceAccount\nmetadata:\s+\{?name: ([\w-]+),?\s+namespace: ([\w-]+)\b(?:.*\n)*?(?:---\n|\z)",
        "$0---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: everything-$1}\n\
         roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin}\n\
         subjects: [{kind: ServiceAccount, name: $1, namespace: $2}]\n---\n",
    ),
];

/// Numbers that a seed decides: the sequence of Steele, Lea and Flood's SplitMix.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((mixed ^ (mixed >> 31)) % u64::try_from(sides).unwrap()).unwrap()
    }
}

/// One place to edit.
struct Edit {
    what: &'static str,
    file: String,
    line: usize,
    text: String,
}

/// All edits that change something, by what they make worse: a kind that has many places is no more likely.
fn edits(files: &Files) -> BTreeMap<&'static str, Vec<Edit>> {
    let mut all: BTreeMap<&str, Vec<Edit>> = BTreeMap::new();
    for (of_terraform, table) in [(true, &TERRAFORM[..]), (false, &KUBERNETES[..])] {
        let read = table.iter().map(|(what, pattern, becomes)| (what, Regex::new(pattern).unwrap(), becomes));
        for (what, pattern, becomes) in read {
            for (file, text) in files.iter().filter(|(file, _)| is_terraform(file) == of_terraform) {
                for found in pattern.captures_iter(text) {
                    let Some(edited) = edited(text, &found, becomes) else { continue };
                    let line = text[..found.get(0).unwrap().start()].lines().count() + 1;
                    all.entry(what).or_default().push(Edit { what, file: file.clone(), line, text: edited });
                }
            }
        }
    }
    all
}

/// The text with one place edited; none where that changes nothing, was done before, or gives less.
fn edited(text: &str, found: &Captures<'_>, becomes: &str) -> Option<String> {
    let place = found.get(0).unwrap();
    let mut other = String::new();
    found.expand(becomes, &mut other);
    let (before, after) = (&text[..place.start()], &text[place.end()..]);
    let near = before.lines().rev().take(NEAR).chain(after.lines().take(NEAR)).chain(place.as_str().lines());
    let takes_away = near.into_iter().any(|line| line.contains("Deny") || line.contains("effect"));
    let added = other.lines().find(|line| !place.as_str().contains(line));
    let twice = becomes.contains("$0") && added.is_some_and(|line| text.contains(line));
    let is_twice = twice || is_there(before, &other);
    (other != place.as_str() && !takes_away && !is_twice).then(|| format!("{before}{other}{after}"))
}

/// Whether the line above is the first one of what would be added.
fn is_there(before: &str, other: &str) -> bool {
    other.lines().count() > 1 && before.lines().last() == other.lines().next()
}

/// A rule, the resource at fault and the place.
type Place = (String, String, String);

/// Of each place the highest score, and the highest level of each feature: a model that weighs a feature otherwise must
/// not lower a score either.
fn rated(files: &Files) -> BTreeMap<Place, BTreeMap<&'static str, u32>> {
    let mut most: BTreeMap<Place, BTreeMap<&str, u32>> = BTreeMap::new();
    for finding in findings(files, true) {
        let (Some(risk), Some(measured)) = (&finding.risk, &finding.measured) else { continue };
        let levels = FEATURES.iter().map(|one| (one.id, u32::from(measured.level(one.feature).at)));
        let figures: Vec<(&str, u32)> = levels.chain([("score", risk.score)]).collect();
        for instance in &finding.instances {
            let key = (finding.rule.clone(), instance.id.clone(), finding.path.without_indices().to_string());
            let known = most.entry(key).or_default();
            for (name, figure) in &figures {
                let known = known.entry(name).or_default();
                *known = (*figure).max(*known);
            }
        }
    }
    most
}

#[test]
fn no_walk_of_edits_for_the_worse_lowers_a_score() {
    let seed = std::env::var("PURLIN_SEED").ok().and_then(|text| text.parse().ok());
    match seed {
        Some(seed) => walk(seed),
        None => SEEDS.into_iter().for_each(walk),
    }
}

fn walk(seed: u64) {
    let mut dice = Dice(seed);
    let (mut done, mut raised, mut fallen) = (BTreeSet::new(), 0, Vec::new());
    for name in WALKED {
        let mut files = case(name);
        let mut before = rated(&files);
        assert!(before.len() > 5, "{name}: {}", before.len());
        let mut walked = Vec::new();
        loop {
            let mut all = edits(&files);
            // What no walk has done comes first.
            let fresh: Vec<&str> = all.keys().copied().filter(|what| !done.contains(what)).collect();
            if all.is_empty() || fresh.is_empty() && walked.len() >= STEPS {
                break;
            }
            let kinds = if fresh.is_empty() { all.keys().copied().collect() } else { fresh };
            let mut places = all.remove(kinds[dice.roll(kinds.len())]).unwrap();
            let edit = places.swap_remove(dice.roll(places.len()));
            walked.push(format!("{}:{} {}", edit.file, edit.line, edit.what));
            done.insert(edit.what);
            files.insert(edit.file, edit.text);
            let after = rated(&files);
            for (place, was) in &before {
                // What a stronger finding covers now, and what cannot be decided any more, has no score to compare.
                let Some(now) = after.get(place) else { continue };
                raised += usize::from(now["score"] > was["score"]);
                for (figure, was) in was.iter().filter(|(figure, was)| now[*figure] < **was) {
                    let now = now[figure];
                    fallen.push(format!("{name}, {place:?}: {figure} {was} became {now} by {walked:#?}"));
                }
            }
            before = after;
        }
    }
    assert!(fallen.is_empty(), "seed {seed}:\n{}", fallen.join("\n"));
    let kinds: BTreeSet<&str> = TERRAFORM.iter().chain(&KUBERNETES).map(|one| one.0).collect();
    assert!(2 * done.len() > kinds.len(), "few places to edit: {done:?}");
    // A model that looks at nothing would hold all this, too.
    assert!(raised > 20, "{raised}");
}
