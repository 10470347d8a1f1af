//! Reports for tests of the formats.

use super::{Awaited, DiagnosticEntry, Format, Report, SkippedFiles, Style, Summary};
use crate::evaluate::{Data, LinkKind, Path, Step, Value};
use crate::finding::samples::{Sample, rule, violation};
use crate::finding::{
    Appearance, ChainLink, Change, Effect, Finding, Instance, Lowering, Lowerings, Suppression, location,
    place, sensitive_spans,
};
use crate::policy::{Outcome, Severity, Violation};
use crate::risk::{self, Feature, Measurement, Model, WayStation, score};
use crate::source::{self, Sources};
use std::collections::BTreeMap;

/// A module with a wrong default called twice, a wrong literal after text that is not ASCII in a file with CRLF
/// line ends, something undecided, and a file that cannot be parsed.
#[expect(clippy::too_many_lines, reason = "a report with something of everything")]
pub(super) fn shop() -> (Report, Sources) {
    let mut sample = Sample::new();
    let module = sample.file(
        "modules/db/main.tf",
        "variable \"encrypted\" {\n\ttype    = bool\n\tdefault = false\n}\n\nresource \"aws_x\" \"main\" {\n  encrypted = var.encrypted\n}\n",
    );
    let literal = sample.literal(module, "false");
    let default = sample.link(LinkKind::Default("encrypted".into()), module, "default = false", &[&literal]);
    let used = sample.link(
        LinkKind::Attribute("encrypted".into()),
        module,
        "encrypted = var.encrypted",
        &[&default],
    );
    let header = sample.span(module, "resource \"aws_x\" \"main\"");
    let mut violations = Vec::new();
    for name in ["orders", "users"] {
        let value = Value::new(Data::Bool(false), used.clone());
        let address = format!("module.{name}.aws_x.main");
        let at = sample.resource(".", &address, header, &[("encrypted", value)]);
        violations.push(violation("encrypted", at, "encrypted", "the data is stored in the clear"));
    }
    let root = sample.file(
        "zoë & co/main.tf",
        "resource \"aws_x\" \"läden\" {\r\n  /* 😀 */ acl = \"public\"\r\n  token = \"hunter2hunter2\"\r\n}\r\n",
    );
    let acl = Value::string(
        "public",
        sample.link(
            LinkKind::Attribute("acl".into()),
            root,
            "acl = \"public\"",
            &[&sample.literal(root, "\"public\"")],
        ),
    );
    let header = sample.span(root, "resource \"aws_x\" \"läden\"");
    let at = sample.resource("zoë & co", "aws_x.läden", header, &[("acl", acl)]);
    violations.push(violation("acl", at, "acl", "anyone can read it"));
    violations.push(Violation {
        outcome: Outcome::Undecided,
        ..violation("encrypted", at, "encrypted", "`encrypted` is unknown")
    });
    let broken = sample.file("broken.tf", "resource {{\n");
    let rules = vec![
        rule("acl", Severity::Critical),
        rule("encrypted", Severity::High),
        rule("unused", Severity::Low),
    ];
    let findings = place(&violations, &rules, &sample.graph, &sample.sources);
    let diagnostics = vec![
        DiagnosticEntry {
            level: source::Level::Error,
            code: "hcl-syntax".to_owned(),
            message: "expected a block label or `{`".to_owned(),
            location: Some(location(sample.span(broken, "{{"), &sample.sources)),
            path: None,
            help: Some("Close the block.".to_owned()),
        },
        DiagnosticEntry {
            level: source::Level::Warning,
            code: "unreadable".to_owned(),
            message: "permission denied".to_owned(),
            location: None,
            path: Some("secret/".to_owned()),
            help: None,
        },
    ];
    let report = Report {
        version: 1,
        summary: summary(&findings),
        diagnostics,
        findings,
        abstention: None,
        rules,
        sensitive: sensitive_spans(&sample.graph),
    };
    (report, sample.sources)
}

fn summary(findings: &[Finding]) -> Summary {
    Summary {
        files_found: 9,
        files_linted: 3,
        files_not_ours: 4,
        documents: 1,
        objects: 1,
        documents_skipped: BTreeMap::new(),
        files_skipped: vec![SkippedFiles {
            reason: "larger than 4 MB".to_owned(),
            files: vec!["big.tf".to_owned(), "bigger.tf".to_owned()],
        }],
        roots: 2,
        environments: Vec::new(),
        suppressed: 0,
        suppressed_for_others: 0,
        baselined: 0,
        baseline_gone: 0,
        left_to_strict: 0,
        resources: 3,
        providers_without_rules: BTreeMap::from([("other".to_owned(), 1)]),
        charts_not_rendered: BTreeMap::from([("HelmRelease".to_owned(), 2)]),
        module_calls: 3,
        module_calls_not_followed: vec!["module.vpc (terraform-aws-modules/vpc/aws)".to_owned()],
        rules_selected: 3,
        rules_run: 2,
        open: BTreeMap::from([("critical".to_owned(), 1), ("high".to_owned(), 1)]),
        groups: 2,
        open_aside: BTreeMap::new(),
        below_min_severity: 0,
        before_overlays: 0,
        undecided: findings.len().saturating_sub(2),
        undecided_resources: findings.len().saturating_sub(2),
        undecided_places: findings.len().saturating_sub(2),
        undecided_mostly: None,
    }
}

/// A report with one finding and one diagnostic whose every text from input is `hostile`.
pub(super) fn hostile(hostile: &str) -> (Report, Sources) {
    let mut sample = Sample::new();
    let flat = hostile.replace(['\n', '\r'], "");
    let file = sample.file(
        &format!("{flat}.tf"),
        &format!("# before {hostile}\nbad = \"{flat}\" # {hostile}\n# after {hostile}\n"),
    );
    let header = sample.span(file, "bad = ");
    let at = sample.resource(hostile, &format!("aws_x.{hostile}"), header, &[]);
    let resource = &mut sample.graph.resources[at.0 as usize];
    resource.kind = hostile.into();
    resource.name = hostile.into();
    resource.namespace = Some(hostile.into());
    let mut wrong = violation("acl", at, hostile, hostile);
    wrong.path = Path(vec![Step::Key(hostile.into())]);
    let rules = vec![rule("acl", Severity::Critical)];
    let mut findings = place(&[wrong], &rules, &sample.graph, &sample.sources);
    findings.iter_mut().for_each(|finding| complete(finding, hostile));
    // A second one of its group.
    findings.extend(findings.clone());
    let diagnostics = vec![DiagnosticEntry {
        level: source::Level::Error,
        code: "hcl-syntax".to_owned(),
        message: hostile.to_owned(),
        location: None,
        path: Some(hostile.to_owned()),
        help: Some(hostile.to_owned()),
    }];
    let mut summary = summary(&[]);
    summary.environments = vec![hostile.to_owned()];
    summary.providers_without_rules = BTreeMap::from([(hostile.to_owned(), 1)]);
    summary.undecided = 1;
    summary.undecided_mostly = Some(Awaited { what: hostile.to_owned(), findings: 1, resources: 1 });
    summary.module_calls_not_followed = vec![hostile.to_owned()];
    summary.files_skipped =
        vec![SkippedFiles { reason: hostile.to_owned(), files: vec![hostile.to_owned()] }];
    let report =
        Report { version: 1, summary, diagnostics, findings, abstention: None, rules, sensitive: Vec::new() };
    (report, sample.sources)
}

/// Fills in what findings of few runs have.
fn complete(finding: &mut Finding, hostile: &str) {
    let location = finding.location.clone();
    let link = ChainLink { location: location.clone(), note: hostile.to_owned() };
    finding.chain = vec![link.clone(), link.clone()];
    finding.evidence = vec![link];
    finding.instances.push(Instance { id: hostile.to_owned(), address: hostile.to_owned() });
    finding.environments = vec![hostile.to_owned()];
    finding.suppression = Some(Suppression {
        location: location.clone(),
        reason: hostile.to_owned(),
        linter: Some("checkov"),
        check: Some(hostile.to_owned()),
    });
    let mut measured = Measurement::lowest();
    measured.set(Feature::Severity, risk::Level::known(3));
    measured.way = vec![WayStation {
        resource: hostile.to_owned(),
        address: hostile.to_owned(),
        note: hostile.to_owned(),
    }];
    finding.risk = Model::builtin().ok().map(|model| score(&model, &measured));
    let effect = Effect {
        fingerprint: finding.fingerprint.clone(),
        rule: hostile.to_owned(),
        address: hostile.to_owned(),
        from: Some(7),
        to: None,
        gone: true,
        appears: Some(Appearance::Uncovered),
    };
    let path = finding.path.clone();
    let change = Change { location, resource: hostile.to_owned(), path, does: hostile.to_owned() };
    let lowering =
        Lowering { with: vec![change.clone()], change, effect: effect.clone(), others: vec![effect] };
    finding.lowerings =
        Some(Lowerings { changes: vec![lowering], tried: 1, paired: 0, refused: 1, untried: 1 });
}

/// A report in a format, as text.
pub(super) fn written(format: Format, (report, sources): &(Report, Sources), style: &Style) -> String {
    let mut out = Vec::new();
    super::write(format, report, sources, style, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}
