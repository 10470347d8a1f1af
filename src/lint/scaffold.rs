//! The files of a new policy. They pass their tests as they are, so that whoever writes the policy changes what works.

use crate::evaluate::kubernetes::is_built_in_group;
use crate::policy::compile::PolicySource;

/// Names that Rego, or the test, has a use for.
const RESERVED: [&str; 17] = [
    "as", "contains", "count", "data", "default", "else", "every", "false", "found", "if", "import", "in",
    "input", "not", "null", "some", "true",
];

/// A policy that is to be written: about a switch that has to be on.
#[derive(Clone, Copy, Debug)]
pub struct NewRule<'a> {
    /// `aws-ebs-unencrypted`, or the folder `aws/ebs/unencrypted`.
    pub id: &'a str,
    /// `aws_ebs_volume`, `data.aws_ami`; `apps/v1/Deployment`, `v1/Pod`.
    pub kind: &'a str,
    /// `encrypted`, `metadata_options.http_endpoint`: names apart by `.`.
    pub attribute: &'a str,
}

/// A folder and its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scaffold {
    /// `aws-ebs-unencrypted`.
    pub id: String,
    /// `aws/ebs/unencrypted`.
    pub folder: String,
    /// Name and text of each file.
    pub files: Vec<(String, String)>,
}

/// Writes the files of a new policy.
///
/// # Errors
/// Arguments of which no policy can be made.
pub fn scaffold(rule: &NewRule<'_>) -> Result<Scaffold, String> {
    let [provider, service, name] = folder(rule.id)?;
    let subject = Subject::read(rule.kind)?;
    let steps = steps(rule.attribute)?;
    let folder = format!("{provider}/{service}/{name}");
    let id = format!("{provider}-{service}-{name}").replace('_', "-");
    let package = format!("{provider}.{service}.{name}");
    let text = policy(&subject, &steps, &package);
    let source = PolicySource::parse(&format!("{folder}/rule.rego"), &text);
    source.map_err(|error| format!("{}: {}", rule.id, error.message))?;
    let mut files = vec![
        ("rule.rego".to_owned(), text),
        ("rule_test.rego".to_owned(), tests(&subject, &steps, &package, &name)),
    ];
    let ending = subject.ending();
    files.push((format!("bad.{ending}"), subject.bad(&steps, &id)));
    files.push((format!("good.{ending}"), subject.good(&steps)));
    Ok(Scaffold { id, folder, files })
}

/// Provider, service and name of an id or a folder.
fn folder(id: &str) -> Result<[String; 3], String> {
    let apart = if id.contains('/') { '/' } else { '-' };
    let mut parts = id.splitn(3, apart);
    let (Some(provider), Some(service), Some(name)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(format!("{id}: an id has a provider, a service and a name: `aws-ebs-unencrypted`"));
    };
    let parts = [provider, service, name].map(|part| part.replace('-', "_"));
    for part in &parts {
        let plain = part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !plain || !part.starts_with(|c: char| c.is_ascii_lowercase()) {
            return Err(format!(
                "{id}: use lower-case letters, digits and `-`, each part beginning with a letter"
            ));
        }
        if RESERVED.contains(&part.as_str()) {
            return Err(format!("{id}: `{part}` has a meaning in Rego; use another name"));
        }
    }
    Ok(parts)
}

/// The names of an attribute's path.
fn steps(attribute: &str) -> Result<Vec<&str>, String> {
    let steps: Vec<&str> = attribute.split('.').collect();
    let is_name = |step: &&str| {
        step.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_')
            && step.chars().all(|c| c.is_ascii_alphanumeric() || c == '_' || c == '-')
    };
    match steps.iter().all(is_name) {
        true => Ok(steps),
        false => Err(format!(
            "{attribute}: write names apart by `.`: `encrypted`, `metadata_options.http_endpoint`"
        )),
    }
}

/// What the policy is about.
#[derive(Debug)]
enum Subject<'a> {
    /// A type of Terraform's resources, or of its data sources.
    Terraform { data: bool, kind: &'a str },
    /// A kind of Kubernetes' objects.
    Kubernetes { version: &'a str, kind: &'a str },
}

impl<'a> Subject<'a> {
    fn read(written: &'a str) -> Result<Subject<'a>, String> {
        let plain = |text: &str, more: &str| {
            !text.is_empty() && text.chars().all(|c| c.is_ascii_alphanumeric() || more.contains(c))
        };
        if let Some((version, kind)) = written.rsplit_once('/') {
            let is_kind = plain(kind, "") && kind.starts_with(|c: char| c.is_ascii_uppercase());
            return match is_kind && plain(version, ".-/") {
                true => Ok(Subject::Kubernetes { version, kind }),
                false => Err(format!("{written}: write a kind of objects as `apps/v1/Deployment`")),
            };
        }
        let kind = written.strip_prefix("data.").unwrap_or(written);
        match plain(kind, "_") && kind.starts_with(|c: char| c.is_ascii_lowercase()) {
            true => Ok(Subject::Terraform { data: kind != written, kind }),
            false => Err(format!(
                "{written}: write a type of resources as `aws_ebs_volume`, a kind of objects as `apps/v1/Deployment`"
            )),
        }
    }

    /// The key below `input.resources`.
    fn key(&self) -> String {
        match self {
            Subject::Terraform { data: true, kind } => format!("data.{kind}"),
            Subject::Terraform { kind, .. } => (*kind).to_owned(),
            Subject::Kubernetes { version, kind } => match version.split_once('/') {
                Some((group, _)) if !is_built_in_group(group) => format!("{kind}.{group}"),
                _ => (*kind).to_owned(),
            },
        }
    }

    /// A path as a policy writes it: blocks are lists.
    fn path(&self, steps: &[&str]) -> String {
        let separator = match self {
            Subject::Terraform { .. } => "\", 0, \"",
            Subject::Kubernetes { .. } => "\", \"",
        };
        format!("[\"{}\"]", steps.join(separator))
    }

    /// Attributes as a policy sees them.
    fn attributes(&self, steps: &[&str], value: &str) -> String {
        let mut text = value.to_owned();
        for (depth, step) in steps.iter().enumerate().rev() {
            text = match self {
                Subject::Terraform { .. } if depth > 0 => format!("[{{\"{step}\": {text}}}]"),
                _ => format!("{{\"{step}\": {text}}}"),
            };
        }
        text
    }

    fn ending(&self) -> &'static str {
        match self {
            Subject::Terraform { .. } => "tf",
            Subject::Kubernetes { .. } => "yaml",
        }
    }

    fn bad(&self, steps: &[&str], id: &str) -> String {
        let mark = format!(" # expect: {id}");
        match self {
            Subject::Terraform { .. } => {
                let off = self.block("switched_off", "", Some((steps, &format!("false{mark}"))));
                format!("{off}\n{}", self.block("not_set", &mark, None))
            }
            Subject::Kubernetes { .. } => {
                let off = self.object("switched-off", "", Some((steps, &format!("false{mark}"))));
                format!("{off}---\n{}", self.object("not-set", &mark, None))
            }
        }
    }

    fn good(&self, steps: &[&str]) -> String {
        match self {
            Subject::Terraform { .. } => self.block("switched_on", "", Some((steps, "true"))),
            Subject::Kubernetes { .. } => self.object("switched-on", "", Some((steps, "true"))),
        }
    }

    fn block(&self, name: &str, mark: &str, set: Option<(&[&str], &str)>) -> String {
        let (Subject::Terraform { kind, .. } | Subject::Kubernetes { kind, .. }) = self;
        let mode = if matches!(self, Subject::Terraform { data: true, .. }) { "data" } else { "resource" };
        let mut lines = vec![format!("{mode} \"{kind}\" \"{name}\" {{{mark}")];
        if let Some((steps, value)) = set
            && let Some((last, above)) = steps.split_last()
        {
            let indent = |depth: usize| "  ".repeat(depth + 1);
            lines.extend(above.iter().enumerate().map(|(depth, step)| format!("{}{step} {{", indent(depth))));
            lines.push(format!("{}{last} = {value}", indent(above.len())));
            lines.extend((0..above.len()).rev().map(|depth| format!("{}}}", indent(depth))));
        }
        lines.push("}".to_owned());
        lines.join("\n") + "\n"
    }

    fn object(&self, name: &str, mark: &str, set: Option<(&[&str], &str)>) -> String {
        let (version, kind) = match self {
            Subject::Kubernetes { version, kind } => (*version, *kind),
            Subject::Terraform { kind, .. } => ("v1", *kind),
        };
        let head = format!("apiVersion: {version}\nkind: {kind}{mark}\nmetadata:\n  name: {name}\n");
        let Some((steps, value)) = set else { return head };
        let lines = steps.iter().enumerate().map(|(depth, step)| {
            let value = if depth + 1 == steps.len() { format!(" {value}") } else { String::new() };
            format!("{}{step}:{value}\n", "  ".repeat(depth))
        });
        head + &lines.collect::<String>()
    }
}

fn policy(subject: &Subject<'_>, steps: &[&str], package: &str) -> String {
    let (key, path, name) = (subject.key(), subject.path(steps), steps.join("."));
    let resources = match key.contains('.') {
        true => format!("input.resources[\"{key}\"]"),
        false => format!("input.resources.{key}"),
    };
    format!(
        "\
# METADATA
# title: {key} without `{name}`
# description: |
#   What an attacker gains, or what breaks, where `{name}` is not true. For a reader who does not know the service.
# related_resources:
#   - https://example.com/what-the-service-says-of-it
# custom:
#   severity: medium
#   worst_case: {{gain: worth, from: inside, effort: some}}
#   profiles: [default, security]
#   remediation: Set `{name}` to `true`.
package policy.{package}

import data.lib.attribute

deny contains {{\"resource\": resource.id, \"path\": {path}, \"message\": message}} if {{
	some resource in {resources}
	not attribute.is_true(object.get(resource.attributes, {path}, false))
	message := \"`{name}` is not `true`\"
}}
"
    )
}

fn tests(subject: &Subject<'_>, steps: &[&str], package: &str, name: &str) -> String {
    let key = subject.key();
    let [on, off] = ["true", "false"].map(|value| subject.attributes(steps, value));
    format!(
        "\
package policy.{package}_test

import data.policy.{package}

found(attributes) := violations if {{
	violations := {name}.deny with input as {{\"resources\": {{\"{key}\": [{{\"id\": \"a\", \"attributes\": attributes}}]}}}}
}}

test_switched_off if count(found({off})) == 1

test_not_set if count(found({{}})) == 1

test_switched_on if count(found({on})) == 0
"
    )
}
