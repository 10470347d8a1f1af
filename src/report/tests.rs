//! What every format has in common, and the formats for people.

use super::samples::{hostile, shop, written};
use super::{Format, Plan, PlannedEdit, Style, write_plan, write_step_summary, write_story};
use crate::finding::{Change, Effect, Stop};

const HOSTILE: &[&str] = &[
    "\u{1b}[31mred\u{1b}]8;;http://evil\u{7}",
    "abc\u{202e}txt.exe\u{2066}\u{200f}",
    "line\nbreak\r\nmore",
    "::error file=x::pwned",
    "a\n::error::pwned\n##[error]pwned",
    "\u{9b}31m\u{0}\u{8}\u{7f}\u{feff}\u{2028}",
];

/// What no output may hold, whatever the input.
fn raw(text: &str) -> Option<String> {
    for (number, line) in text.split('\n').enumerate() {
        let bad = line.chars().find(|c| {
            c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{200f}' | '\u{2028}' | '\u{feff}')
        });
        if let Some(bad) = bad {
            return Some(format!("line {number}: {bad:?} in {line}"));
        }
        let own = ["::error file=", "::stop-commands::purlin-", "::purlin-"];
        let command = line.trim_start().starts_with("::") && !own.iter().any(|own| line.starts_with(own));
        if line.contains("##[") || command {
            return Some(format!("line {number}: a command: {line}"));
        }
    }
    None
}

#[test]
fn hostile_text_never_comes_out_raw() {
    for text in HOSTILE {
        for format in [Format::Text, Format::Json, Format::Sarif, Format::Github] {
            for quiet in [false, true] {
                let style = Style { quiet, width: 40, show_suppressed: true, ..Style::default() };
                let out = written(format, &hostile(text), &style);
                assert_eq!(raw(&out), None, "{format:?} of {text:?}:\n{out}");
            }
        }
        let (report, sources) = hostile(text);
        let mut out = Vec::new();
        write_story(&report, &sources, &Style::default(), &mut out).expect("memory takes all");
        write_step_summary(&report, &Style::default(), &mut out).expect("memory takes all");
        let out = String::from_utf8(out).expect("UTF-8");
        assert_eq!(raw(&out), None, "{text:?}:\n{out}");
    }
}

#[test]
fn a_plan_shows_no_hostile_text_raw() {
    for text in HOSTILE {
        let (report, _) = hostile(text);
        let finding = report.findings.first().expect("there is one");
        let change = Change {
            location: finding.location.clone(),
            resource: (*text).to_owned(),
            path: finding.path.clone(),
            does: (*text).to_owned(),
        };
        let effect = Effect {
            fingerprint: finding.fingerprint.clone(),
            rule: (*text).to_owned(),
            address: (*text).to_owned(),
            from: Some(7),
            to: None,
            gone: true,
            appears: None,
        };
        let edit = PlannedEdit {
            location: finding.location.clone(),
            changes: vec![change],
            removes: 7,
            fixes: vec![effect.clone()],
            brings: vec![effect.clone()],
            others: vec![effect],
            stops: vec![Stop {
                resource: (*text).to_owned(),
                address: (*text).to_owned(),
                what: (*text).to_owned(),
            }],
        };
        let plan = Plan { findings: 1, risk: 7, removed: 7, edits: vec![edit], ..Plan::default() };
        for json in [false, true] {
            let mut out = Vec::new();
            write_plan(&plan, json, &Style::default(), &mut out).expect("memory takes all");
            let out = String::from_utf8(out).expect("UTF-8");
            assert_eq!(raw(&out), None, "{text:?}:\n{out}");
        }
    }
}

#[test]
fn text_for_people() {
    insta::assert_snapshot!(written(Format::Text, &shop(), &Style::default()), @r#"
critical [aws-x-acl] The acl is wrong

  × anyone can read it
   ╭─[zoë & co/main.tf:2:17]
 1 │ resource "aws_x" "läden" {
 2 │   /* 😀 */ acl = "public"
   ·                  ────┬───
   ·                      ╰── aws_x.läden
 3 │   token = "(redacted)"
   ╰────
    why: Why a wrong acl is dangerous, for a reader who has never seen one.
    fix: Set `acl` to `true`.
     id: 6a73a2c17e71 (`purlin explain 6a73a2c17e71` tells how it came about)

high [aws-x-encrypted] The encrypted is wrong

  × the data is stored in the clear
   ╭─[modules/db/main.tf:3:12]
 2 │     type    = bool
 3 │     default = false
   ·               ──┬──
   ·                 ╰── default of variable `encrypted`
 4 │ }
   ╰────
   then: modules/db/main.tf:7:3 used by `encrypted` of module.orders.aws_x.main
    why: Why a wrong encrypted is dangerous, for a reader who has never seen one.
    fix: Set `encrypted` to `true`.
affects: 2 instances: module.orders.aws_x.main, module.users.aws_x.main
     id: 3f129c8407ac

error [hcl-syntax]

  × expected a block label or `{`
   ╭─[broken.tf:1:10]
 1 │ resource {{
   ·          ─┬
   ·           ╰── here
   ╰────
   help: Close the block.

secret/: warning [unreadable] permission denied

2 findings: 1 critical, 1 high
3 of 9 files linted, 4 not infrastructure code; 2 Terraform roots, 3 resources
2 files skipped, larger than 4 MB: big.tf, bigger.tf
1 resource not judged, no rule being about their provider: other (1)
2 chart releases not rendered, what they make is not looked at: HelmRelease (2)
1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them
  into .terraform/modules, `module_sources` in .purlin.yaml maps them to directories): module.vpc
  (terraform-aws-modules/vpc/aws)
1 check of 1 resource undecided, since a value cannot be known (--fail-on-unknown lists them)
3 rules selected, 2 had something to look at
"#);
}

#[test]
fn text_in_one_line_each() {
    let style = Style { quiet: true, show_undecided: true, ..Style::default() };
    insta::assert_snapshot!(written(Format::Text, &shop(), &style), @r"
zoë & co/main.tf:2:17: critical [aws-x-acl] anyone can read it (aws_x.läden)
modules/db/main.tf:3:12: high [aws-x-encrypted] the data is stored in the clear (module.orders.aws_x.main and 1 more)
zoë & co/main.tf:1:1: undecided [aws-x-encrypted] `encrypted` is unknown (aws_x.läden)

error [hcl-syntax]

  × expected a block label or `{`
   ╭─[broken.tf:1:10]
 1 │ resource {{
   ·          ─┬
   ·           ╰── here
   ╰────
   help: Close the block.

secret/: warning [unreadable] permission denied

2 findings: 1 critical, 1 high
3 of 9 files linted, 4 not infrastructure code; 2 Terraform roots, 3 resources
2 files skipped, larger than 4 MB: big.tf, bigger.tf
1 resource not judged, no rule being about their provider: other (1)
2 chart releases not rendered, what they make is not looked at: HelmRelease (2)
1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them
  into .terraform/modules, `module_sources` in .purlin.yaml maps them to directories): module.vpc
  (terraform-aws-modules/vpc/aws)
1 check of 1 resource undecided, since a value cannot be known (--fail-on-unknown lists them)
3 rules selected, 2 had something to look at
");
}

#[test]
fn text_in_colour_and_ascii() {
    let style = Style { color: true, unicode: false, summary: false, ..Style::default() };
    let text = written(Format::Text, &shop(), &style).replace('\u{1b}', "<esc>");
    insta::assert_snapshot!(text.lines().take(15).collect::<Vec<_>>().join("\n"), @r#"
<esc>[31mcritical [aws-x-acl] The acl is wrong<esc>[0m

  <esc>[31mx<esc>[0m anyone can read it
   ,-[<esc>[36;1;4mzoë & co/main.tf:2:17<esc>[0m]
 <esc>[2m1<esc>[0m | resource "aws_x" "läden" {
 <esc>[2m2<esc>[0m |   /* 😀 */ acl = "public"
   : <esc>[35;1m                 ^^^^|^^^<esc>[0m
   :                      <esc>[35;1m`-- <esc>[35;1maws_x.läden<esc>[0m<esc>[0m
 <esc>[2m3<esc>[0m |   token = "(redacted)"
   `----
<esc>[36m    why: <esc>[0mWhy a wrong acl is dangerous, for a reader who has never seen one.
<esc>[36m    fix: <esc>[0mSet `acl` to `true`.
<esc>[36m     id: <esc>[0m6a73a2c17e71 (`purlin explain 6a73a2c17e71` tells how it came about)

<esc>[31mhigh [aws-x-encrypted] The encrypted is wrong<esc>[0m
"#);
}

#[test]
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
fn json_is_the_report() {
    let json: serde_json::Value =
        serde_json::from_str(&written(Format::Json, &shop(), &Style::default())).expect("valid JSON");
    insta::assert_json_snapshot!(json["findings"][1], @r#"
{
  "aliases": [
    "CKV_X_1"
  ],
  "chain": [
    {
      "location": {
        "end": {
          "column": 17,
          "line": 3
        },
        "file": "modules/db/main.tf",
        "start": {
          "column": 12,
          "line": 3
        }
      },
      "note": "default of variable `encrypted`"
    },
    {
      "location": {
        "end": {
          "column": 28,
          "line": 7
        },
        "file": "modules/db/main.tf",
        "start": {
          "column": 3,
          "line": 7
        }
      },
      "note": "used by `encrypted` of module.orders.aws_x.main"
    }
  ],
  "fingerprint": "3f129c8407ac7d658062c7b3df67f98e",
  "group": "38b1dfa2ecc2387a",
  "instances": [
    {
      "address": "module.orders.aws_x.main",
      "id": ".//module.orders.aws_x.main"
    },
    {
      "address": "module.users.aws_x.main",
      "id": ".//module.users.aws_x.main"
    }
  ],
  "location": {
    "end": {
      "column": 17,
      "line": 3
    },
    "file": "modules/db/main.tf",
    "start": {
      "column": 12,
      "line": 3
    }
  },
  "message": "the data is stored in the clear",
  "path": [
    "encrypted"
  ],
  "remediation": "Set `encrypted` to `true`.",
  "resource": {
    "address": "module.orders.aws_x.main",
    "id": ".//module.orders.aws_x.main",
    "kind": "aws_x",
    "name": "main",
    "root": "."
  },
  "rule": "aws-x-encrypted",
  "severity": "high",
  "state": "open",
  "title": "The encrypted is wrong"
}
"#);
    let states: Vec<_> =
        json["findings"].as_array().expect("a list").iter().map(|one| &one["state"]).collect();
    assert_eq!(states, ["open", "open", "undecided"]);
    assert_eq!(json["version"], 1);
    assert_eq!(json["diagnostics"][0]["location"]["start"]["column"], 10);
}
