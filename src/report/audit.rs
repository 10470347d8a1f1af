//! The audit record: what a run was made of and why each finding stands where it does, a line of JSON each. It holds no
//! text of the input.

use super::display::line as shown;
use super::rule::severity_name;
use crate::finding::{Finding, State};
use crate::risk::drift::DriftState;
use crate::risk::{Band, Drift, FEATURES, Model};
use schemars::JsonSchema;
use serde::Serialize;
use std::collections::BTreeMap;

/// The version of the record's format.
const VERSION: u32 = 1;

/// A line of the record: the first one is of the run, each further one of a finding.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum AuditLine {
    /// The run.
    Run(AuditRun),
    /// A finding.
    Finding(AuditFinding),
}

/// What a run was made of.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditRun {
    /// Version of this format; it only ever grows.
    pub version: u32,
    /// The program.
    pub tool: AuditTool,
    /// The risk model; none where findings are not rated.
    pub model: Option<AuditModel>,
    /// The policies.
    pub policies: AuditPolicies,
    /// What was read.
    pub input: AuditInput,
    /// Findings of all states, each of which has a line.
    pub findings: usize,
    /// How they compare with those that the model was learned from.
    pub drift: Option<AuditDrift>,
    /// The model abstains: findings stand in the order of their severity.
    pub abstains: bool,
}

/// The program.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditTool {
    /// Its name.
    pub name: &'static str,
    /// Its version.
    pub version: &'static str,
}

/// The risk model.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditModel {
    /// The version of its format.
    pub format: String,
    /// `learned`, `retrained` or `hand-set`.
    pub kind: String,
    /// SHA-256 of its file.
    pub sha256: String,
}

/// The policies.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditPolicies {
    /// SHA-256 of all that were loaded.
    pub sha256: String,
    /// Rules that were selected.
    pub rules: usize,
}

/// What was read.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditInput {
    /// SHA-256 of all texts and of their paths.
    pub sha256: String,
    /// How many there are; values that flags gave are among them.
    pub texts: usize,
}

/// How findings compare with those that the model was learned from.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditDrift {
    /// What follows.
    pub state: DriftState,
    /// Findings that were compared.
    pub findings: usize,
    /// Why the model abstains, or cannot tell.
    pub reasons: Vec<String>,
    /// The population stability index of the score and of each feature.
    pub indices: BTreeMap<&'static str, f64>,
}

/// Why a finding stands where it does.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct AuditFinding {
    /// The finding.
    pub fingerprint: String,
    /// Its rule.
    pub rule: String,
    /// The rule's severity.
    pub severity: &'static str,
    /// Whether it counts.
    pub state: State,
    /// The level of each feature; none of what was not measured.
    pub features: BTreeMap<&'static str, AuditLevel>,
    /// 0 to 100.
    pub score: Option<u32>,
    /// The score in a word.
    pub band: Option<Band>,
    /// The interval of the score.
    pub interval: Option<[u32; 2]>,
    /// Points of each feature that adds any; they add up to the score.
    pub contributions: BTreeMap<&'static str, i32>,
    /// Features of which the worse is assumed, since something is unknown.
    pub unknown: Vec<&'static str>,
}

/// A level of a feature, the lowest being 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, JsonSchema)]
pub struct AuditLevel {
    /// The one that counts.
    pub at: u8,
    /// The lowest one possible, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least: Option<u8>,
    /// The highest one possible, where it is another.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub most: Option<u8>,
}

/// What the record says of the run itself.
#[derive(Debug)]
pub struct Audited<'r> {
    /// The model, where findings are rated.
    pub model: Option<&'r Model>,
    /// SHA-256 of the policies, and how many rules were selected.
    pub policies: (String, usize),
    /// SHA-256 of the texts that were read, and how many there are.
    pub input: (String, usize),
    /// How findings compare.
    pub drift: Option<&'r Drift>,
}

/// The record of a run and of its findings, in their order.
pub fn audit(run: &Audited<'_>, findings: &[Finding]) -> String {
    let drift = run.drift.map(|drift| AuditDrift {
        state: drift.state,
        findings: drift.findings,
        reasons: drift.reasons.clone(),
        indices: drift.indices.iter().map(|one| (one.of, one.value)).collect(),
    });
    let (policies, input) = (run.policies.clone(), run.input.clone());
    let head = AuditLine::Run(AuditRun {
        version: VERSION,
        tool: AuditTool { name: env!("CARGO_PKG_NAME"), version: env!("CARGO_PKG_VERSION") },
        model: run.model.map(|model| AuditModel {
            format: model.format.clone(),
            kind: shown(&model.kind),
            sha256: model.digest(),
        }),
        policies: AuditPolicies { sha256: policies.0, rules: policies.1 },
        input: AuditInput { sha256: input.0, texts: input.1 },
        findings: findings.len(),
        abstains: run.drift.is_some_and(Drift::abstains),
        drift,
    });
    let lines = std::iter::once(head).chain(findings.iter().map(|one| AuditLine::Finding(of_finding(one))));
    let mut text = String::new();
    for line in lines {
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

fn of_finding(finding: &Finding) -> AuditFinding {
    let risk = finding.risk.as_ref();
    let contributions = || risk.into_iter().flat_map(|risk| &risk.contributions);
    let features = finding.measured.iter().flat_map(|measured| {
        FEATURES.iter().map(|definition| {
            let level = measured.level(definition.feature);
            let other = |bound: u8| (bound != level.at).then_some(bound);
            (definition.id, AuditLevel { at: level.at, least: other(level.least), most: other(level.most) })
        })
    });
    AuditFinding {
        fingerprint: finding.fingerprint.clone(),
        rule: shown(&finding.rule),
        severity: severity_name(finding.severity),
        state: finding.state,
        features: features.collect(),
        score: risk.map(|risk| risk.score),
        band: risk.map(|risk| risk.band),
        interval: risk.map(|risk| [risk.low, risk.high]),
        contributions: contributions()
            .filter(|one| one.points != 0)
            .map(|one| (one.feature, one.points))
            .collect(),
        unknown: contributions().filter(|one| one.unknown).map(|one| one.feature).collect(),
    }
}
