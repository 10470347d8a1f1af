//! Which resources of a graph are asked for.

use super::super::selection::{self, meant, nearest};
use super::GraphRequest;
use crate::finding::{self, Finding, Misnamed, State, without_instance_keys};
use crate::graph::{DocumentResource, GraphDocument};
use crate::policy::Rule;
use crate::source::{Diagnostic, Level};
use std::collections::BTreeSet;

/// Bytes beyond which a pattern stands for nothing; no id or address that people write is as long.
const LONGEST_PATTERN: usize = 2_000;

/// The ids of the resources that are asked for: those that every kind of filter takes (of one kind, any), and what
/// lies within the depth around them. None where nothing is asked for.
///
/// # Errors
/// What is asked for and not there.
pub(super) fn chosen(
    request: &GraphRequest,
    document: &GraphDocument,
    findings: &[Finding],
    rules: &[Rule],
) -> Result<Option<BTreeSet<String>>, Vec<Diagnostic>> {
    let mut unknown = Vec::new();
    let mut chosen: Option<BTreeSet<String>> = None;
    let mut narrow = |by: BTreeSet<String>| {
        chosen = Some(match chosen.take() {
            None => by,
            Some(so_far) => so_far.intersection(&by).cloned().collect(),
        });
    };
    if !request.resources.is_empty() {
        narrow(gather(&request.resources, &mut unknown, |text| resources(text, document)));
    }
    if !request.kinds.is_empty() {
        narrow(gather(&request.kinds, &mut unknown, |text| kinds(text, document)));
    }
    if !request.findings.is_empty() {
        narrow(gather(&request.findings, &mut unknown, |text| found(text, findings, rules)));
    }
    if !unknown.is_empty() {
        return Err(unknown);
    }
    let Some(chosen) = chosen else { return Ok(None) };
    if chosen.is_empty() {
        let message = "no resource is left: --resource, --kind and --finding exclude each other";
        return Err(vec![refusal("no-resources", message, "a resource is shown if all of them take it")]);
    }
    let named = !request.resources.is_empty() || !request.findings.is_empty();
    Ok(Some(document.around(&chosen, request.depth.unwrap_or(usize::from(named)))))
}

/// What all of `texts` stand for; those that stand for nothing are reported.
fn gather(
    texts: &[String],
    unknown: &mut Vec<Diagnostic>,
    one: impl Fn(&str) -> Result<BTreeSet<String>, Diagnostic>,
) -> BTreeSet<String> {
    let mut ids = BTreeSet::new();
    for text in texts {
        match one(text) {
            Ok(found) => ids.extend(found),
            Err(diagnostic) => unknown.push(diagnostic),
        }
    }
    ids
}

fn refusal(code: &'static str, message: impl Into<String>, help: impl Into<String>) -> Diagnostic {
    Diagnostic {
        level: Level::Error,
        code,
        message: message.into(),
        span: None,
        path: None,
        help: Some(help.into()),
    }
}

/// Resources by id, by address, by address without instance keys, or by a pattern of these: the first of these
/// ways that leads to any.
fn resources(text: &str, document: &GraphDocument) -> Result<BTreeSet<String>, Diagnostic> {
    let all = || document.resources.values().flatten();
    let by = |is: &dyn Fn(&DocumentResource) -> bool| -> BTreeSet<String> {
        all().filter(|resource| is(resource)).map(|resource| resource.id.clone()).collect()
    };
    let block = |resource: &DocumentResource| without_instance_keys(&resource.address);
    let ways: [&dyn Fn(&DocumentResource) -> bool; 3] = [
        &|resource| resource.id == text || resource.address == text,
        &|resource| block(resource) == text,
        &|resource| {
            let names = [&resource.id, &resource.address, &block(resource)];
            names.into_iter().any(|name| matches(text, name))
        },
    ];
    if let Some(found) = ways.iter().map(|way| by(way)).find(|found| !found.is_empty()) {
        return Ok(found);
    }
    let names = all().flat_map(|resource| [resource.address.as_str(), resource.id.as_str()]);
    let near = nearest(text, names);
    Err(refusal(
        "unknown-resource",
        format!("--resource {text}: no resource has this id or address"),
        format!("{}`*` stands for any characters, `?` for one", meant(&near)),
    ))
}

/// Resources by kind.
fn kinds(text: &str, document: &GraphDocument) -> Result<BTreeSet<String>, Diagnostic> {
    let of_kind = |(_, list): (&String, &Vec<DocumentResource>)| {
        list.iter().map(|resource| resource.id.clone()).collect::<Vec<_>>()
    };
    let found: BTreeSet<String> =
        document.resources.iter().filter(|(kind, _)| matches(text, kind)).flat_map(of_kind).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let near = nearest(text, document.resources.keys().map(String::as_str));
    Err(refusal(
        "unknown-kind",
        format!("--kind {text}: there is no resource of this kind here"),
        format!("{}`*` stands for any characters, `?` for one", meant(&near)),
    ))
}

/// Resources by what is found of them.
fn found(text: &str, findings: &[Finding], rules: &[Rule]) -> Result<BTreeSet<String>, Diagnostic> {
    let concerned = |finding: &Finding| -> Vec<String> {
        let at_fault = finding.instances.iter().map(|instance| &instance.id);
        at_fault.chain(&finding.rests_on).cloned().collect()
    };
    let named = selection::matching(text, rules);
    if named.is_empty() && finding::is_fingerprint(text) {
        return match finding::named(text, findings) {
            Ok(finding) => Ok(concerned(finding).into_iter().collect()),
            Err(misnamed) => Err(no_such_finding(text, &misnamed, findings.len())),
        };
    }
    if named.is_empty() {
        let message = format!("--finding {text}: neither a rule nor the fingerprint of a finding");
        let help = selection::help(&selection::near(text, rules));
        return Err(refusal("unknown-finding", message, help));
    }
    let counts = |finding: &&Finding| {
        matches!(finding.state, State::Open | State::Undecided)
            && named.iter().any(|rule| rule.id == finding.rule)
    };
    let ids: BTreeSet<String> = findings.iter().filter(counts).flat_map(concerned).collect();
    match ids.is_empty() {
        false => Ok(ids),
        true => {
            let message = format!("--finding {text}: nothing is found here");
            Err(refusal("no-findings", message, "`purlin check` lists what is found"))
        }
    }
}

fn no_such_finding(text: &str, misnamed: &Misnamed<'_>, findings: usize) -> Diagnostic {
    let (message, help) = match misnamed {
        Misnamed::Short => (
            "is too short".to_owned(),
            format!("give the first {} characters of a fingerprint, or more", finding::SHORTEST_PREFIX),
        ),
        Misnamed::Ambiguous(all) => {
            let all: Vec<&str> = all.iter().map(|finding| finding.fingerprint.as_str()).collect();
            ("several findings have a fingerprint that begins so".to_owned(), all.join(", "))
        }
        Misnamed::Unknown => (
            format!("none of the {findings} findings has this fingerprint"),
            "`purlin check -f json` lists them; give the paths, variables and policies that it was given"
                .to_owned(),
        ),
    };
    refusal("unknown-finding", format!("--finding {text}: {message}"), help)
}

/// Whether a pattern covers the whole of a text: `*` stands for any characters, `?` for one, all others for
/// themselves. Takes at most the product of both lengths.
fn matches(pattern: &str, text: &str) -> bool {
    if pattern.len() > LONGEST_PATTERN {
        return false;
    }
    let pattern: Vec<char> = pattern.chars().collect();
    let text: Vec<char> = text.chars().collect();
    let (mut p, mut t) = (0, 0);
    // Behind the last star, and how far the text was then.
    let mut star: Option<(usize, usize)> = None;
    while t < text.len() {
        match pattern.get(p) {
            Some('*') => {
                p += 1;
                star = Some((p, t));
            }
            Some(one) if *one == '?' || Some(one) == text.get(t) => {
                p += 1;
                t += 1;
            }
            _ => match &mut star {
                Some((behind, from)) => {
                    *from += 1;
                    (p, t) = (*behind, *from);
                }
                None => return false,
            },
        }
    }
    pattern.iter().skip(p).all(|rest| *rest == '*')
}

#[cfg(test)]
mod tests {
    use super::{LONGEST_PATTERN, matches};

    #[test]
    fn patterns_cover_whole_texts() {
        for (pattern, text) in [
            ("aws_s3_bucket.logs", "aws_s3_bucket.logs"),
            ("*", ""),
            ("*", "läden"),
            ("aws_*", "aws_x"),
            ("*.logs[?]", "aws_x.logs[0]"),
            ("*a*b", "aab_ab"),
            ("m?dule.*.aws_x.*", "module.a[\"x.y\"].aws_x.b"),
        ] {
            assert!(matches(pattern, text), "{pattern} {text}");
        }
        for (pattern, text) in
            [("aws", "aws_x"), ("", "a"), ("?", ""), ("a*b", "abc"), ("[a-z]", "b"), ("A", "a"), ("*?", "")]
        {
            assert!(!matches(pattern, text), "{pattern} {text}");
        }
        let hostile = "*a".repeat(1_000);
        assert!(!matches(&"*".repeat(LONGEST_PATTERN + 1), "a"));
        assert!(!matches(&hostile, &"a".repeat(999)));
    }
}
