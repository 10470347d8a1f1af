//! The page holds what it has to and lets nothing out.

use super::super::tests::{document, finding};
use super::*;
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn page(view: &GraphView<'_>) -> String {
    let mut out = Vec::new();
    write(view, &mut out).expect("memory takes all");
    String::from_utf8(out).expect("UTF-8")
}

/// What stands between two marks, each of which is there once.
fn between<'a>(page: &'a str, before: &str, behind: &str) -> &'a str {
    let (_, rest) = page.split_once(before).expect("the mark before");
    assert!(!rest.contains(before), "{before} is there once");
    rest.split_once(behind).expect("the mark behind").0
}

fn content(page: &str) -> Value {
    let json = between(page, "<script type=\"application/json\" id=\"content\">", "</script>");
    serde_json::from_str(json).expect("JSON")
}

#[test]
fn the_policy_names_the_only_script_and_style() {
    let document = document(json!({}));
    let page = page(&GraphView { document: &document, findings: &[], places: &BTreeMap::new() });
    let style = between(&page, "<style>", "</style>");
    let script = between(&page, "<script>", "</script>");
    assert_eq!((style, script), (STYLE, SCRIPT));
    let policy = between(&page, "http-equiv=\"Content-Security-Policy\" content=\"", "\"");
    let (script, style) = (digest(script), digest(style));
    let expected = format!(
        "default-src 'none'; script-src 'sha256-{script}'; style-src 'sha256-{style}'; base-uri 'none'; \
         form-action 'none'"
    );
    assert_eq!(policy, expected);
    // Nothing that a browser would load or run on its own.
    for word in
        ["src=", "href=", "@import", "url(http", "onclick", "style=\"", "eval(", "innerHTML", "fetch("]
    {
        assert!(!page.contains(word), "{word}");
    }
    assert!(
        !page.contains("http://")
            || page.matches("http://").count() == page.matches("http://www.w3.org/").count()
    );
    assert!(!page.contains("https://"));
}

#[test]
fn no_text_leaves_the_data() {
    let hostile = "</script><script>alert(1)</script><!-- {script} & \u{2028}\u{202e} \"'";
    let mut document = document(json!({}));
    for resource in document.resources.values_mut().flatten() {
        resource.address = hostile.to_owned();
        resource.root = hostile.to_owned();
        resource.name = hostile.to_owned();
        for reference in &mut resource.references {
            reference.via = vec![json!(hostile)];
        }
    }
    let mut finding = finding();
    finding.message = hostile.to_owned();
    finding.remediation = hostile.to_owned();
    let plain = page(&GraphView {
        document: &super::super::tests::document(json!({})),
        findings: &[],
        places: &BTreeMap::new(),
    });
    let page = page(&GraphView { document: &document, findings: &[finding], places: &BTreeMap::new() });
    assert_eq!(page.matches("<script").count(), plain.matches("<script").count());
    assert_eq!(page.matches("</script").count(), plain.matches("</script").count());
    assert_eq!(page.matches("<!--").count(), plain.matches("<!--").count());
    assert!(!page.contains(['\u{2028}', '\u{202e}']), "made visible");
    let content = content(&page);
    let shown = "</script><script>alert(1)</script><!-- {script} & \\u{2028}\\u{202e} \"'";
    assert_eq!(content["nodes"][0]["address"], shown);
    assert_eq!(content["findings"][0]["message"], shown);
    assert_eq!(content["links"][0]["says"], json!([["refers", shown]]));
}

#[test]
fn json_between_tags_is_the_same_json() {
    for text in ["", "<", "</script>", "a & b > c", "\u{2028}\u{2029}", "läden \\u003c"] {
        let json = serde_json::to_string(text).expect("JSON");
        let inert = inert(&json);
        assert!(!inert.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{inert}");
        assert_eq!(serde_json::from_str::<String>(&inert).expect("JSON"), text);
    }
}

#[test]
fn attributes_are_no_part_of_it() {
    let document = document(json!({"db_password": "hunter2", "note": "only here"}));
    let page = page(&GraphView { document: &document, findings: &[], places: &BTreeMap::new() });
    assert!(!page.contains("hunter2") && !page.contains("only here"));
}
