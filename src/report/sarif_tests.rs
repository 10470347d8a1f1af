//! The log for code scanning.

use super::samples::{shop, written};
use super::{Format, Style};

#[test]
#[expect(clippy::too_many_lines, reason = "what is compared is long")]
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
                "text": "1 resource not judged, no rule being about their provider: other (1)"
              }
            },
            {
              "level": "note",
              "message": {
                "text": "2 chart releases not rendered, what they make is not looked at: HelmRelease (2)"
              }
            },
            {
              "level": "note",
              "message": {
                "text": "1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them into .terraform/modules, `module_sources` in .purlin.yaml maps them to directories): module.vpc (terraform-aws-modules/vpc/aws)"
              }
            },
            {
              "level": "note",
              "message": {
                "text": "1 check of 1 resource undecided, since a value cannot be known (--fail-on-unknown lists them)"
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
            "group": "b27941fce8cd6095",
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
            "group": "38b1dfa2ecc2387a",
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
