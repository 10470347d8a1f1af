//! What a runner does with `action.yml`, and what pre-commit does with `.pre-commit-hooks.yaml`.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, and reads and runs what lies in this repository"
)]

use serde::Deserialize;
use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use tempfile::TempDir;

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[derive(Deserialize)]
struct Action {
    inputs: BTreeMap<String, Input>,
    outputs: BTreeMap<String, ActionOutput>,
    runs: Runs,
}

#[derive(Deserialize)]
struct Input {
    description: String,
    default: String,
}

#[derive(Deserialize)]
struct ActionOutput {
    value: String,
}

#[derive(Deserialize)]
struct Runs {
    using: String,
    steps: Vec<Step>,
}

#[derive(Deserialize)]
struct Step {
    name: String,
    id: Option<String>,
    uses: Option<String>,
    shell: Option<String>,
    run: Option<String>,
    #[serde(default)]
    env: BTreeMap<String, String>,
    #[serde(default)]
    with: BTreeMap<String, String>,
}

fn action() -> Action {
    serde_saphyr::from_str(&fs::read_to_string(top().join("action.yml")).unwrap()).unwrap()
}

/// The action as a runner has it: checked out somewhere, with a workspace, a step at a time.
struct Runner {
    action: Action,
    dir: TempDir,
    inputs: BTreeMap<String, String>,
    /// `steps.<id>.outputs.<name>`.
    outputs: BTreeMap<String, String>,
}

impl Runner {
    fn new(inputs: &[(&str, &str)]) -> Runner {
        let runner = Runner {
            action: action(),
            dir: TempDir::new().unwrap(),
            inputs: inputs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
            outputs: BTreeMap::new(),
        };
        let unknown: Vec<&String> =
            runner.inputs.keys().filter(|name| !runner.action.inputs.contains_key(*name)).collect();
        assert_eq!(unknown, [] as [&String; 0]);
        fs::create_dir_all(runner.checkout()).unwrap();
        for entry in fs::read_dir(top()).unwrap().flatten() {
            let name = entry.file_name();
            if name != "target" && name != ".git" {
                symlink(entry.path(), runner.checkout().join(name)).unwrap();
            }
        }
        fs::create_dir_all(runner.workspace()).unwrap();
        runner.stand_in_for_cargo();
        runner
    }

    fn checkout(&self) -> PathBuf {
        self.dir.path().join("action checkout")
    }

    fn workspace(&self) -> PathBuf {
        self.dir.path().join("work space")
    }

    /// Building takes minutes; a `cargo` that hands out the tested binary, and takes no other arguments than
    /// those that build it, stands in.
    fn stand_in_for_cargo(&self) {
        let bin = self.dir.path().join("bin");
        fs::create_dir_all(&bin).unwrap();
        let script = format!(
            "#!/bin/bash\nset -e\n[ \"$*\" = 'build --release --locked --bin purlin' ]\n[ -f Cargo.lock ]\n\
             mkdir -p \"$CARGO_TARGET_DIR/release\"\ncp '{}' \"$CARGO_TARGET_DIR/release/purlin\"\n",
            env!("CARGO_BIN_EXE_purlin")
        );
        fs::write(bin.join("cargo"), script).unwrap();
        fs::set_permissions(bin.join("cargo"), fs::Permissions::from_mode(0o755)).unwrap();
    }

    /// `${{ ... }}` as the runner fills it in.
    fn expanded(&self, text: &str) -> String {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once("${{") {
            let (expression, behind) = after.split_once("}}").unwrap();
            filled.push_str(before);
            filled.push_str(&self.value(expression.trim()));
            rest = behind;
        }
        filled + rest
    }

    fn value(&self, expression: &str) -> String {
        if let Some(name) = expression.strip_prefix("inputs.") {
            let default = || self.action.inputs[name].default.clone();
            return self.inputs.get(name).cloned().unwrap_or_else(default);
        }
        if let Some(path) = expression.strip_prefix("steps.") {
            return self.outputs.get(path).cloned().unwrap_or_default();
        }
        assert_eq!(expression, "github.action_path", "the runner knows this expression");
        self.checkout().to_str().unwrap().to_owned()
    }

    /// Runs every step until one fails; the last step's result.
    fn run(&mut self) -> Output {
        let mut last = None;
        for step in std::mem::take(&mut self.action.runs.steps) {
            if step.uses.is_some() {
                let filled: Vec<String> = step.with.values().map(|value| self.expanded(value)).collect();
                assert!(filled.iter().all(|value| !value.is_empty()), "{}", step.name);
                continue;
            }
            let output = self.step(&step);
            let failed = !output.status.success();
            last = Some(output);
            if failed {
                break;
            }
        }
        last.unwrap()
    }

    fn step(&mut self, step: &Step) -> Output {
        assert_eq!(step.shell.as_deref(), Some("bash"), "{}", step.name);
        let script = self.dir.path().join("step.sh");
        fs::write(&script, step.run.as_ref().unwrap()).unwrap();
        let outputs = self.dir.path().join("outputs");
        fs::write(&outputs, "").unwrap();
        let path = format!("{}:{}", self.dir.path().join("bin").display(), std::env::var("PATH").unwrap());
        let mut command = Command::new("bash");
        command.args(["--noprofile", "--norc", "-e", "-o", "pipefail"]).arg(&script);
        command.current_dir(self.workspace()).env_clear().env("PATH", path);
        command.env("GITHUB_ACTIONS", "true").env("GITHUB_ACTION_PATH", self.checkout());
        command.env("GITHUB_OUTPUT", &outputs).env("GITHUB_STEP_SUMMARY", self.dir.path().join("summary.md"));
        command.env("RUNNER_OS", "Linux").env("RUNNER_ARCH", "X64");
        for (name, value) in &step.env {
            command.env(name, self.expanded(value));
        }
        let output = command.output().unwrap();
        for line in fs::read_to_string(&outputs).unwrap().lines() {
            let (name, value) = line.split_once('=').unwrap();
            self.outputs.insert(
                format!("{}.outputs.{name}", step.id.as_deref().unwrap_or_default()),
                value.to_owned(),
            );
        }
        output
    }

    /// An output of the action.
    fn output(&self, name: &str) -> String {
        self.expanded(&self.action.outputs[name].value)
    }
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn demo() -> String {
    top().join("testdata/demo").to_str().unwrap().to_owned()
}

#[test]
fn inputs_reach_scripts_through_the_environment_only() {
    let action = action();
    assert_eq!(action.runs.using, "composite");
    for step in &action.runs.steps {
        assert!(!step.run.as_deref().unwrap_or_default().contains("${{"), "{}", step.name);
        if let Some(uses) = &step.uses {
            let commit = uses.split_once('@').map(|(_, commit)| commit).unwrap_or_default();
            assert!(
                commit.len() == 40 && commit.bytes().all(|b| b.is_ascii_hexdigit()),
                "{uses} is not pinned"
            );
        }
    }
    let used: String = action.runs.steps.iter().flat_map(|step| step.env.values()).cloned().collect();
    for (name, input) in &action.inputs {
        assert!(used.contains(&format!("${{{{ inputs.{name} }}}}")), "{name} is never used");
        assert!(!input.description.is_empty());
    }
}

#[test]
fn the_action_lints_the_demo_and_leaves_sarif() {
    let mut runner = Runner::new(&[("path", &demo()), ("sarif-file", "purlin.sarif")]);
    let output = runner.run();
    let log = text(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{log}{}", text(&output.stderr));
    assert!(log.lines().any(|line| line.starts_with("::error file=")), "{log}");
    assert_eq!(runner.output("exit-code"), "1");
    assert_eq!(runner.output("sarif-file"), "purlin.sarif");
    let sarif = fs::read_to_string(runner.workspace().join("purlin.sarif")).unwrap();
    let sarif: serde_json::Value = serde_json::from_str(&sarif).unwrap();
    assert!(!sarif["runs"][0]["results"].as_array().unwrap().is_empty());
    assert!(runner.outputs["build.outputs.key"].starts_with("purlin-Linux-X64-"));
    assert!(fs::read_to_string(runner.dir.path().join("summary.md")).unwrap().contains("Purlin"));
}

#[test]
fn the_action_hands_on_what_it_is_given() {
    let code = |inputs: &[(&str, &str)]| {
        let demo = demo();
        let mut runner = Runner::new(&[&[("path", demo.as_str())], inputs].concat());
        let output = runner.run();
        assert_eq!(runner.output("exit-code"), output.status.code().unwrap().to_string());
        (output.status.code().unwrap(), text(&output.stdout) + &text(&output.stderr))
    };
    assert_eq!(code(&[("fail-on", "never")]).0, 0);
    assert_eq!(code(&[("select", "no-such-rule")]).0, 2);
    assert_eq!(code(&[("select", "aws\nazure"), ("ignore", "aws, azure")]).0, 2, "no rule is left");
    assert_eq!(code(&[("exclude", "*.tf\n*.yaml\n*.tfvars")]).0, 3);
    assert_eq!(code(&[("fail-on", "--exit-zero")]).0, 2, "a value is no flag");
    let (status, log) = code(&[("select", "$(touch injected); `touch injected`\"")]);
    assert_eq!(status, 2);
    assert!(log.contains("touch injected"), "the value arrives as it is: {log}");
}

#[test]
fn nothing_given_to_the_action_is_run() {
    let mut runner = Runner::new(&[
        ("path", "$(touch injected)\n; touch injected\n-x"),
        ("sarif-file", "`touch injected`"),
    ]);
    let output = runner.run();
    assert_eq!(output.status.code(), Some(2), "{}", text(&output.stdout));
    assert!(!runner.workspace().join("injected").exists());
}

#[derive(Deserialize)]
struct Hook {
    id: String,
    entry: String,
    language: String,
    files: String,
    pass_filenames: bool,
    require_serial: bool,
}

/// The hook as pre-commit runs it: the entry's words, then the names of the changed files, in the repository.
#[test]
fn the_hook_lints_changed_files_with_what_is_around_them() {
    let text_of = fs::read_to_string(top().join(".pre-commit-hooks.yaml")).unwrap();
    let hooks: Vec<Hook> = serde_saphyr::from_str(&text_of).unwrap();
    let [hook] = hooks.as_slice() else { panic!("one hook") };
    assert_eq!((hook.id.as_str(), hook.language.as_str()), ("purlin", "rust"));
    let files = regex::Regex::new(&hook.files).unwrap();
    for name in ["a.tf", "a.tf.json", "a.tofu", "a.auto.tfvars", "b/c.yaml", "b/c.yml", "d.json"] {
        assert!(files.is_match(name), "{name}");
    }
    assert!(!files.is_match("main.rs") && !files.is_match("a.tfstate"));
    assert!(hook.pass_filenames && hook.require_serial);

    let repository = TempDir::new().unwrap();
    let write = |name: &str, text: &str| {
        let path = repository.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write(".git/HEAD", "ref: refs/heads/main\n");
    write(
        "modules/bucket/main.tf",
        "variable \"acl\" {}\nresource \"aws_s3_bucket\" \"b\" {\n  acl = var.acl\n}\n",
    );
    write(
        "prod/main.tf",
        "module \"logs\" {\n  source = \"../modules/bucket\"\n  acl    = \"public-read\"\n}\n",
    );
    write("other/main.tf", "resource \"aws_s3_bucket\" \"b\" {\n  acl = \"public-read\"\n}\n");
    write("package.json", "{}");
    let run = |files: &[&str]| {
        let mut words = hook.entry.split_whitespace();
        assert_eq!(words.next(), Some("purlin"));
        let mut command = Command::new(env!("CARGO_BIN_EXE_purlin"));
        command.args(words).args(files).current_dir(repository.path()).env_clear().env("PRE_COMMIT", "1");
        let output = command.output().unwrap();
        (output.status.code().unwrap(), text(&output.stdout))
    };
    let (code, log) = run(&["prod/main.tf", "package.json"]);
    assert_eq!(code, 1, "{log}");
    assert!(log.contains("prod/main.tf:3") && !log.contains("other/main.tf"), "{log}");
    let (code, log) = run(&["package.json"]);
    assert_eq!(code, 0, "{log}");
}

/// The fenced blocks of the README that are marked as `language`.
fn blocks(language: &str) -> Vec<String> {
    let readme = fs::read_to_string(top().join("README.md")).unwrap();
    let fence = format!("```{language}\n");
    readme
        .split(fence.as_str())
        .skip(1)
        .filter_map(|rest| Some(rest.split_once("```")?.0.to_owned()))
        .collect()
}

#[test]
fn the_readme_shows_what_the_demo_prints() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_purlin"));
    let output = command
        .args(["check", "testdata/demo", "--root", "."])
        .current_dir(top())
        .env_clear()
        .output()
        .unwrap();
    let printed: String =
        text(&output.stdout).lines().map(|line| line.trim_end().to_owned() + "\n").collect();
    let shown = blocks("text");
    assert!(!shown.is_empty());
    for part in shown.iter().flat_map(|block| block.split("\n[...]\n")) {
        assert!(printed.contains(part.trim_end()), "the demo no longer prints this:\n{part}\nbut\n{printed}");
    }
}

#[test]
fn the_policy_in_the_readme_works() {
    let policies = blocks("rego");
    let [policy] = policies.as_slice() else { panic!("one policy") };
    let dir = TempDir::new().unwrap();
    let folder = dir.path().join("policies/own/s3/owner");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("rule.rego"), policy).unwrap();
    let bucket = |name: &str, tags: &str| format!("resource \"aws_s3_bucket\" \"{name}\" {{{tags}\n}}\n");
    fs::write(folder.join("good.tf"), bucket("owned", "\n  tags = { owner = \"shop\" }")).unwrap();
    let marked = bucket("lost", " # expect: own-s3-owner");
    fs::write(folder.join("bad.tf"), marked).unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_purlin"));
    let output = command.args(["test", "policies"]).current_dir(dir.path()).env_clear().output().unwrap();
    let log = text(&output.stdout) + &text(&output.stderr);
    assert!(log.contains("2 cases, 1 expected findings: 0 failed"), "{log}");
}
