//! Workflow commands and the step's summary.

use super::samples::{hostile, shop, written};
use super::{Format, Style};

#[test]
fn github_commands() {
    let style = Style { quiet: true, ..Style::default() };
    insta::assert_snapshot!(written(Format::Github, &shop(), &style), @r"
::error file=broken.tf,line=1,endLine=1,col=10,endColumn=12,title=hcl-syntax::expected a block label or `{`%0AClose the block.
::error file=zoë & co/main.tf,line=2,endLine=2,col=17,endColumn=25,title=critical%3A The acl is wrong [aws-x-acl]::anyone can read it (aws_x.läden)%0AFix: Set `acl` to `true`.
::error file=modules/db/main.tf,line=3,endLine=3,col=12,endColumn=17,title=high%3A The encrypted is wrong [aws-x-encrypted]::the data is stored in the clear (module.orders.aws_x.main and 1 more)%0Amodules/db/main.tf:7:3 used by `encrypted` of module.orders.aws_x.main%0AFix: Set `encrypted` to `true`.
::warning file=secret/,title=unreadable::permission denied
::stop-commands::purlin-531a2900793a34e799c0d8ec671ceec8
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
1 resource not judged, no rule being about their provider: other (1)
2 chart releases not rendered, what they make is not looked at: HelmRelease (2)
1 of 3 module calls not followed, what depends on them is undecided (`terraform init` fetches them
  into .terraform/modules, `module_sources` in .purlin.yaml maps them to directories): module.vpc
  (terraform-aws-modules/vpc/aws)
1 check of 1 resource undecided, since a value cannot be known (--fail-on-unknown lists them)
3 rules selected, 2 had something to look at
::purlin-531a2900793a34e799c0d8ec671ceec8::
");
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
    insta::assert_snapshot!(String::from_utf8(out).expect("UTF-8"), @r"
### Purlin: 2 findings: 1 critical, 1 high

| Severity | Where | What | Rule |
|---|---|---|---|
| critical | `zoë & co/main.tf:2:17` | anyone can read it (`aws_x.läden`) | `aws-x-acl` |
| high | `modules/db/main.tf:3:12` | the data is stored in the clear (`module.orders.aws_x.main` and 1 more) | `aws-x-encrypted` |

- **error** `broken.tf:1:10`: expected a block label or \`\{\`

- **warning** `secret/`: permission denied

2 files skipped, larger than 4 MB: big.tf, bigger.tf

1 resource not judged, no rule being about their provider: other \(1\)

2 chart releases not rendered, what they make is not looked at: HelmRelease \(2\)

1 of 3 module calls not followed, what depends on them is undecided \(\`terraform init\` fetches them into .terraform/modules, \`module\_sources\` in .purlin.yaml maps them to directories\): module.vpc \(terraform-aws-modules/vpc/aws\)

1 check of 1 resource undecided, since a value cannot be known \(--fail-on-unknown lists them\)
");
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

#[test]
fn step_summary_is_no_longer_than_github_takes() {
    let (mut report, _) = shop();
    let finding = report.findings[0].clone();
    let problem = report.diagnostics[0].clone();
    report.findings = (0..12_000)
        .map(|at| {
            let mut finding = finding.clone();
            finding.location.file = format!("{}/{at}.tf", "deep/".repeat(40));
            finding.group = (at / 40).to_string();
            finding
        })
        .collect();
    // What is long itself hides nothing else.
    report.findings[0].message = "long ".repeat(400_000);
    report.diagnostics = vec![problem; 5_000];
    let mut out = Vec::new();
    super::write_step_summary(&report, &Style::default(), &mut out).expect("memory takes all");
    assert!(out.len() < 1 << 20, "{}", out.len());
    let text = String::from_utf8(out).expect("UTF-8");
    let rows = text.lines().filter(|line| line.starts_with("| critical |")).count();
    assert!(rows > 100, "{rows}");
    let left = 12_000 - 40 * rows;
    assert!(text.contains(&format!("\n{left} more findings in the log.\n")), "{left}");
    assert!(text.contains("\n4500 more problems in the log.\n"));
    assert!(text.contains("check of 1 resource undecided"));
}
