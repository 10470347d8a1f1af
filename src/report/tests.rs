//! What every format has in common, and the formats for people.

use super::samples::{hostile, shop, written};
use super::{Format, Style};

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
                let out = written(format, &hostile(text), &Style { quiet, width: 40, ..Style::default() });
                assert_eq!(raw(&out), None, "{format:?} of {text:?}:\n{out}");
            }
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
1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them
  into .terraform/modules): module.vpc (terraform-aws-modules/vpc/aws)
1 check undecided, since a value cannot be known (--fail-on-unknown lists them)
3 rules selected, 2 had something to look at
"#);
}

#[test]
fn text_in_one_line_each() {
    let style = Style { quiet: true, show_undecided: true, ..Style::default() };
    insta::assert_snapshot!(written(Format::Text, &shop(), &style), @r#"
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
1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them
  into .terraform/modules): module.vpc (terraform-aws-modules/vpc/aws)
1 check undecided, since a value cannot be known (--fail-on-unknown lists them)
3 rules selected, 2 had something to look at
"#);
}

#[test]
fn text_in_colour_and_ascii() {
    let style = Style { color: true, unicode: false, summary: false, ..Style::default() };
    let text = written(Format::Text, &shop(), &style).replace('\u{1b}', "<esc>");
    insta::assert_snapshot!(text.lines().take(14).collect::<Vec<_>>().join("\n"), @r#"
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

<esc>[31mhigh [aws-x-encrypted] The encrypted is wrong<esc>[0m
"#);
}

#[test]
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

#[test]
fn sarif_log() {
    let log: serde_json::Value =
        serde_json::from_str(&written(Format::Sarif, &shop(), &Style::default())).expect("valid JSON");
    insta::assert_json_snapshot!(log, {".runs[0].tool.driver.rules" => "[rules]"}, @r#"
{
  "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
  "runs": [
    {
      "columnKind": "utf16CodeUnits",
      "invocations": [
        {
          "executionSuccessful": false,
          "toolExecutionNotifications": [
            {
              "descriptor": {
                "id": "hcl-syntax"
              },
              "level": "error",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "broken.tf",
                      "uriBaseId": "%SRCROOT%"
                    },
                    "region": {
                      "endColumn": 12,
                      "endLine": 1,
                      "startColumn": 10,
                      "startLine": 1
                    }
                  }
                }
              ],
              "message": {
                "text": "expected a block label or `{`\nClose the block."
              }
            },
            {
              "descriptor": {
                "id": "unreadable"
              },
              "level": "warning",
              "locations": [
                {
                  "physicalLocation": {
                    "artifactLocation": {
                      "uri": "secret/",
                      "uriBaseId": "%SRCROOT%"
                    }
                  }
                }
              ],
              "message": {
                "text": "permission denied"
              }
            },
            {
              "level": "note",
              "message": {
                "text": "2 files skipped, larger than 4 MB: big.tf, bigger.tf"
              }
            },
            {
              "level": "note",
              "message": {
                "text": "1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them into .terraform/modules): module.vpc (terraform-aws-modules/vpc/aws)"
              }
            },
            {
              "level": "note",
              "message": {
                "text": "1 check undecided, since a value cannot be known (--fail-on-unknown lists them)"
              }
            }
          ]
        }
      ],
      "originalUriBaseIds": {
        "%SRCROOT%": {
          "description": {
            "text": "The top of the repository, else the first path given."
          }
        }
      },
      "results": [
        {
          "level": "error",
          "locations": [
            {
              "logicalLocations": [
                {
                  "fullyQualifiedName": "zoë & co//aws_x.läden",
                  "kind": "resource",
                  "name": "läden"
                }
              ],
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "zo%C3%AB%20%26%20co/main.tf",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 26,
                  "endLine": 2,
                  "startColumn": 18,
                  "startLine": 2
                }
              }
            }
          ],
          "message": {
            "text": "anyone can read it (aws_x.läden)"
          },
          "occurrenceCount": 1,
          "partialFingerprints": {
            "primaryLocationLineHash": "6a73a2c17e7148b4ee8b20336853d432:1",
            "purlin/v1": "6a73a2c17e7148b4ee8b20336853d432"
          },
          "properties": {
            "address": "aws_x.läden",
            "instances": [
              "aws_x.läden"
            ],
            "root": "zoë & co",
            "severity": "critical"
          },
          "ruleId": "aws-x-acl",
          "ruleIndex": 0
        },
        {
          "codeFlows": [
            {
              "threadFlows": [
                {
                  "locations": [
                    {
                      "location": {
                        "message": {
                          "text": "default of variable `encrypted`"
                        },
                        "physicalLocation": {
                          "artifactLocation": {
                            "uri": "modules/db/main.tf",
                            "uriBaseId": "%SRCROOT%"
                          },
                          "region": {
                            "endColumn": 17,
                            "endLine": 3,
                            "startColumn": 12,
                            "startLine": 3
                          }
                        }
                      }
                    },
                    {
                      "location": {
                        "message": {
                          "text": "used by `encrypted` of module.orders.aws_x.main"
                        },
                        "physicalLocation": {
                          "artifactLocation": {
                            "uri": "modules/db/main.tf",
                            "uriBaseId": "%SRCROOT%"
                          },
                          "region": {
                            "endColumn": 28,
                            "endLine": 7,
                            "startColumn": 3,
                            "startLine": 7
                          }
                        }
                      }
                    }
                  ]
                }
              ]
            }
          ],
          "level": "error",
          "locations": [
            {
              "logicalLocations": [
                {
                  "fullyQualifiedName": ".//module.orders.aws_x.main",
                  "kind": "resource",
                  "name": "main"
                }
              ],
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "modules/db/main.tf",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 17,
                  "endLine": 3,
                  "startColumn": 12,
                  "startLine": 3
                }
              }
            }
          ],
          "message": {
            "text": "the data is stored in the clear (module.orders.aws_x.main and 1 more instance)\nValue: [default of variable `encrypted`](1), [used by `encrypted` of module.orders.aws_x.main](2)"
          },
          "occurrenceCount": 2,
          "partialFingerprints": {
            "primaryLocationLineHash": "3f129c8407ac7d658062c7b3df67f98e:1",
            "purlin/v1": "3f129c8407ac7d658062c7b3df67f98e"
          },
          "properties": {
            "address": "module.orders.aws_x.main",
            "instances": [
              "module.orders.aws_x.main",
              "module.users.aws_x.main"
            ],
            "root": ".",
            "severity": "high"
          },
          "relatedLocations": [
            {
              "id": 1,
              "message": {
                "text": "default of variable `encrypted`"
              },
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "modules/db/main.tf",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 17,
                  "endLine": 3,
                  "startColumn": 12,
                  "startLine": 3
                }
              }
            },
            {
              "id": 2,
              "message": {
                "text": "used by `encrypted` of module.orders.aws_x.main"
              },
              "physicalLocation": {
                "artifactLocation": {
                  "uri": "modules/db/main.tf",
                  "uriBaseId": "%SRCROOT%"
                },
                "region": {
                  "endColumn": 28,
                  "endLine": 7,
                  "startColumn": 3,
                  "startLine": 7
                }
              }
            }
          ],
          "ruleId": "aws-x-encrypted",
          "ruleIndex": 1
        }
      ],
      "tool": {
        "driver": {
          "name": "Purlin",
          "rules": "[rules]",
          "semanticVersion": "0.1.0",
          "version": "0.1.0"
        }
      }
    }
  ],
  "version": "2.1.0"
}
"#);
}

#[test]
fn sarif_rules() {
    let log: serde_json::Value =
        serde_json::from_str(&written(Format::Sarif, &shop(), &Style::default())).expect("valid JSON");
    insta::assert_json_snapshot!(log["runs"][0]["tool"]["driver"]["rules"][0], @r##"
{
  "defaultConfiguration": {
    "level": "error"
  },
  "fullDescription": {
    "text": "Why a wrong acl is dangerous, for a reader who has never seen one."
  },
  "help": {
    "markdown": "# The acl is wrong\n\n`aws-x-acl`, severity critical.\n\n## Why it matters\n\nWhy a wrong acl is dangerous, for a reader who has never seen one.\n\n## How to fix it\n\nSet `acl` to `true`.\n\n## Facts\n\n- Looks at: `aws_x`\n- Profiles: `default`\n- Also known as: `CKV_X_1`\n- cis-x-1.0: `2.1`\n\n## Read more\n\n- <https://example.com/docs>\n",
    "text": "The acl is wrong\n\nWhy it matters: Why a wrong acl is dangerous, for a reader who has never seen one.\n\nHow to fix it: Set `acl` to `true`."
  },
  "helpUri": "https://example.com/docs",
  "id": "aws-x-acl",
  "name": "AwsXAcl",
  "properties": {
    "aliases": [
      "CKV_X_1"
    ],
    "compliance": {
      "cis-x-1.0": [
        "2.1"
      ]
    },
    "precision": "high",
    "security-severity": "9.5",
    "tags": [
      "security",
      "aws",
      "x"
    ]
  },
  "shortDescription": {
    "text": "The acl is wrong"
  }
}
"##);
}

#[test]
fn sarif_says_when_something_is_undecided() {
    let style = Style { show_undecided: true, ..Style::default() };
    let log: serde_json::Value =
        serde_json::from_str(&written(Format::Sarif, &shop(), &style)).expect("valid JSON");
    let last = &log["runs"][0]["results"][2];
    assert_eq!((last["kind"].as_str(), last["level"].as_str()), (Some("open"), Some("none")));
}

#[test]
fn github_commands() {
    let style = Style { quiet: true, ..Style::default() };
    insta::assert_snapshot!(written(Format::Github, &shop(), &style), @r#"
::error file=broken.tf,line=1,endLine=1,col=10,endColumn=12,title=hcl-syntax::expected a block label or `{`%0AClose the block.
::error file=zoë & co/main.tf,line=2,endLine=2,col=17,endColumn=25,title=critical%3A The acl is wrong [aws-x-acl]::anyone can read it (aws_x.läden)%0AFix: Set `acl` to `true`.
::error file=modules/db/main.tf,line=3,endLine=3,col=12,endColumn=17,title=high%3A The encrypted is wrong [aws-x-encrypted]::the data is stored in the clear (module.orders.aws_x.main and 1 more)%0Amodules/db/main.tf:7:3 used by `encrypted` of module.orders.aws_x.main%0AFix: Set `encrypted` to `true`.
::warning file=secret/,title=unreadable::permission denied
::stop-commands::purlin-8dce9bda63d562ef69701097a5065aff
zoë & co/main.tf:2:17: critical [aws-x-acl] anyone can read it (aws_x.läden)
modules/db/main.tf:3:12: high [aws-x-encrypted] the data is stored in the clear (module.orders.aws_x.main and 1 more)

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
1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them
  into .terraform/modules): module.vpc (terraform-aws-modules/vpc/aws)
1 check undecided, since a value cannot be known (--fail-on-unknown lists them)
3 rules selected, 2 had something to look at
::purlin-8dce9bda63d562ef69701097a5065aff::
"#);
}

#[test]
fn github_bounds_annotations() {
    let (mut report, sources) = shop();
    let finding = report.findings[0].clone();
    report.findings = vec![finding; 25];
    let text = written(Format::Github, &(report, sources), &Style::default());
    assert_eq!(text.matches("\n::error ").count(), 9);
    assert_eq!(text.lines().filter(|line| line.starts_with("16 more errors without")).count(), 1, "{text}");
}

#[test]
fn step_summary() {
    let mut out = Vec::new();
    super::write_step_summary(&shop().0, &Style::default(), &mut out).expect("memory takes all");
    insta::assert_snapshot!(String::from_utf8(out).expect("UTF-8"), @r#"
### Purlin: 2 findings: 1 critical, 1 high

| Severity | Where | What | Rule |
|---|---|---|---|
| critical | `zoë & co/main.tf:2:17` | anyone can read it (`aws_x.läden`) | `aws-x-acl` |
| high | `modules/db/main.tf:3:12` | the data is stored in the clear (`module.orders.aws_x.main` and 1 more) | `aws-x-encrypted` |

- **error** `broken.tf:1:10`: expected a block label or \`\{\`

- **warning** `secret/`: permission denied

2 files skipped, larger than 4 MB: big.tf, bigger.tf

1 of 3 module calls not followed, what depends on them is undecided \(\`terraform init\` fetches them into .terraform/modules\): module.vpc \(terraform-aws-modules/vpc/aws\)

1 check undecided, since a value cannot be known \(--fail-on-unknown lists them\)
"#);
}

#[test]
fn step_summary_of_hostile_text_is_text() {
    for text in [
        "<img src=x onerror=alert(1)>",
        "[a](http://evil) ![b](http://evil)",
        "@team #1 http://evil",
        "a | b\n| c",
    ] {
        let mut out = Vec::new();
        super::write_step_summary(&hostile(text).0, &Style::default(), &mut out).expect("memory takes all");
        let shown = String::from_utf8(out).expect("UTF-8");
        // Code spans show everything but the end of a table's cell.
        let outside: String = shown.split('`').step_by(2).collect();
        for bad in ["<img", "](http", "@team", "#1", "http://", "a | b"] {
            assert!(!outside.contains(bad), "{bad} in {shown}");
        }
        assert!(!shown.contains("a | b"), "{shown}");
    }
}
