//! The `# METADATA` comment at the top of a `rule.rego`: YAML with a closed schema.
//!
//! regorus drops comments, so the header is taken from the text.

use super::{Metadata, PolicyError};

/// Fields that other tools keep in the header and that follow from the folder here.
const DERIVED: [&str; 9] =
    ["id", "avd_id", "long_id", "short_code", "provider", "service", "subjects", "examples", "url"];

/// Reads the header of the policy `text`.
pub(super) fn parse(path: &str, text: &str) -> Result<Metadata, PolicyError> {
    let (first, yaml) = block(path, text)?;
    let options = serde_saphyr::options! { with_snippet: false };
    let metadata: Metadata = serde_saphyr::from_str_with_options(&yaml, options).map_err(|error| {
        let line = error.location().map_or(1, |at| u32::try_from(at.line()).unwrap_or(1));
        schema_error(path, first + line - 1, &error.to_string())
    })?;
    check(path, first, &yaml, &metadata)?;
    Ok(metadata)
}

/// The YAML between `# METADATA` and the first line that is no comment, and the line number of its first line.
fn block(path: &str, text: &str) -> Result<(u32, String), PolicyError> {
    let mut first = None;
    let mut yaml = String::new();
    for (line, number) in text.lines().zip(1u32..) {
        let line = line.trim_end();
        let comment = line.strip_prefix('#');
        match (first, comment) {
            (None, Some(comment)) if comment.trim() == "METADATA" => first = Some(number + 1),
            (None, Some(_)) => {}
            (None, None) if line.is_empty() => {}
            (Some(_), Some(comment)) => {
                yaml.push_str(comment.strip_prefix(' ').unwrap_or(comment));
                yaml.push('\n');
            }
            (_, None) => break,
        }
    }
    match first {
        Some(first) => Ok((first, yaml)),
        None => Err(PolicyError::new(path, 1, "the policy has no header").with_help(
            "begin the file with a `# METADATA` comment that holds `title`, `description` and `custom`",
        )),
    }
}

fn schema_error(path: &str, line: u32, report: &str) -> PolicyError {
    let message = report.lines().next().unwrap_or_default();
    let message = message.rsplit_once(" at line ").map_or(message, |(message, _)| message);
    let error = PolicyError::new(path, line, format!("in the header: {message}"));
    let names =
        |field: &&str| message.contains(&format!("`{field}`")) || message.contains(&format!("'{field}'"));
    let unknown = message.to_lowercase().contains("unknown");
    match DERIVED.iter().find(|field| unknown && names(field)) {
        Some(field) => error.with_help(format!("leave `{field}` out: it follows from the folder")),
        None => error,
    }
}

/// What a schema cannot say.
fn check(path: &str, first: u32, yaml: &str, metadata: &Metadata) -> Result<(), PolicyError> {
    let line_of = |key: &str| {
        let at = yaml.lines().position(|line| line.trim_start().starts_with(key));
        first + u32::try_from(at.unwrap_or(0)).unwrap_or(0)
    };
    let custom = &metadata.custom;
    for (key, text) in [
        ("title", &metadata.title),
        ("description", &metadata.description),
        ("remediation", &custom.remediation),
    ] {
        if text.trim().is_empty() {
            return Err(PolicyError::new(path, line_of(key), format!("in the header: `{key}` is empty")));
        }
    }
    if metadata.title.ends_with('.') || metadata.title.contains('\n') {
        let message = "in the header: `title` is one line without a full stop";
        return Err(PolicyError::new(path, line_of("title"), message));
    }
    if custom.profiles.is_empty() {
        return Err(PolicyError::new(path, line_of("profiles"), "in the header: `profiles` is empty"));
    }
    if let Some(url) = metadata.related_resources.iter().find(|url| !url.starts_with("https://")) {
        let message = format!("in the header: `{url}` in `related_resources` is no https address");
        return Err(PolicyError::new(path, line_of("related_resources"), message));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "# METADATA
# title: S3 bucket ACL grants public access
# description: |
#   Anyone can read it.
#
#   Even robots.
# related_resources:
#   - https://docs.aws.amazon.com/acl
# custom:
#   severity: high
#   profiles: [default]
#   remediation: Set `acl` to `private`.
#   aliases: [AWS-0092]
#   compliance: {cis-aws-1.5: [\"2.1.5\"]}
package policy.aws.s3.public_acl
";

    fn error(from: &str, to: &str) -> String {
        let text = GOOD.replace(from, to);
        assert_ne!(text, GOOD);
        parse("p/rule.rego", &text).unwrap_err().to_string()
    }

    #[test]
    fn reads_every_field() {
        let metadata = parse("p/rule.rego", GOOD).unwrap();
        assert_eq!(metadata.title, "S3 bucket ACL grants public access");
        assert_eq!(metadata.description, "Anyone can read it.\n\nEven robots.\n");
        assert_eq!(metadata.custom.aliases, ["AWS-0092"]);
        assert_eq!(metadata.custom.compliance["cis-aws-1.5"], ["2.1.5"]);
    }

    #[test]
    fn errors_name_the_line() {
        let errors = [
            error("# METADATA\n", ""),
            error("#   severity: high\n", ""),
            error("severity: high", "severity: grave"),
            error("#   severity: high", "#   id: x\n#   severity: high"),
            error("# custom:", "# since: 1\n# custom:"),
            error("# title: S3 bucket ACL grants public access", "# title: \"\""),
            error("public access\n", "public access.\n"),
            error("[default]", "[]"),
            error("https://docs", "docs"),
            error("[default]", "[default"),
        ];
        insta::assert_snapshot!(errors.join("\n"), @r#"
p/rule.rego:1: the policy has no header (begin the file with a `# METADATA` comment that holds `title`, `description` and `custom`)
p/rule.rego:13: in the header: missing field `severity`
p/rule.rego:10: in the header: unknown variant `grave`, expected one of low, medium, high, critical
p/rule.rego:10: in the header: unknown field `id`, expected one of severity, worst_case, profiles, remediation, aliases, partial_aliases, covers, outweighs, written, compliance (leave `id` out: it follows from the folder)
p/rule.rego:9: in the header: unknown field `since`, expected one of title, description, related_resources, custom
p/rule.rego:2: in the header: `title` is empty
p/rule.rego:2: in the header: `title` is one line without a full stop
p/rule.rego:11: in the header: `profiles` is empty
p/rule.rego:7: in the header: `docs.aws.amazon.com/acl` in `related_resources` is no https address
p/rule.rego:12: in the header: illegal placement of ':' indicator
"#);
    }
}
