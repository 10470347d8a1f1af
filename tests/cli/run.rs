//! Builds small projects in temporary directories and runs the binary on them.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use tempfile::TempDir;

/// A directory of files to lint.
pub(crate) struct Project {
    dir: TempDir,
}

/// What a run printed and returned.
pub(crate) struct Run {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The binary with nothing of the caller's environment but what every process needs.
pub(crate) fn purlin() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_purlin"));
    command.env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default()).stdin(Stdio::null());
    command
}

impl Project {
    /// Files by path.
    pub(crate) fn new(files: &[(&str, &str)]) -> Project {
        let project = Project { dir: TempDir::new().unwrap() };
        for (path, text) in files {
            project.write(path, text.as_bytes());
        }
        project
    }

    pub(crate) fn path(&self) -> &Path {
        self.dir.path()
    }

    pub(crate) fn file(&self, path: &str) -> PathBuf {
        self.dir.path().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.file(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    /// The binary, started in the project.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = purlin();
        command.args(arguments).current_dir(self.path());
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Run {
        finish(&mut self.command(arguments), None)
    }

    pub(crate) fn run_with_stdin(&self, arguments: &[&str], stdin: &str) -> Run {
        finish(&mut self.command(arguments), Some(stdin))
    }

    /// `check` with a JSON report, which has to be one whatever the exit code.
    pub(crate) fn report(&self, arguments: &[&str]) -> (serde_json::Value, Run) {
        let mut all = vec!["check", "-f", "json"];
        all.extend(arguments);
        let run = self.run(&all);
        let report = serde_json::from_str(&run.stdout)
            .unwrap_or_else(|error| panic!("{error}\nstdout: {}\nstderr: {}", run.stdout, run.stderr));
        (report, run)
    }
}

/// Runs a command to its end.
pub(crate) fn finish(command: &mut Command, stdin: Option<&str>) -> Run {
    command.stdout(Stdio::piped()).stderr(Stdio::piped());
    if stdin.is_some() {
        command.stdin(Stdio::piped());
    }
    let mut child = command.spawn().unwrap();
    if let Some(text) = stdin {
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
    }
    let output = child.wait_with_output().unwrap();
    Run {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).unwrap(),
        stderr: String::from_utf8(output.stderr).unwrap(),
    }
}

/// `rule file:line` of each finding of a report, in its order.
pub(crate) fn findings(report: &serde_json::Value) -> Vec<String> {
    let text = |finding: &serde_json::Value| {
        let at = &finding["location"];
        format!(
            "{} {}:{}",
            finding["rule"].as_str().unwrap(),
            at["file"].as_str().unwrap(),
            at["start"]["line"]
        )
    };
    let open = |finding: &&serde_json::Value| finding["state"] == "open";
    report["findings"].as_array().unwrap().iter().filter(open).map(text).collect()
}

/// `level code place` of each diagnostic of a report, in its order.
pub(crate) fn diagnostics(report: &serde_json::Value) -> Vec<String> {
    let text = |entry: &serde_json::Value| {
        let at = &entry["location"];
        let place = match (at["file"].as_str(), entry["path"].as_str()) {
            (Some(file), _) => format!(" {file}:{}", at["start"]["line"]),
            (None, Some(path)) => format!(" {path}"),
            (None, None) => String::new(),
        };
        format!("{} {}{place}", entry["level"].as_str().unwrap(), entry["code"].as_str().unwrap())
    };
    report["diagnostics"].as_array().unwrap().iter().map(text).collect()
}

/// A bucket that anyone can read: one finding of `aws-s3-public-acl`.
pub(crate) const PUBLIC_BUCKET: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  acl = \"public-read\"\n}\n";

/// A bucket without a fault that the rules of `select` see.
pub(crate) const PRIVATE_BUCKET: &str = "resource \"aws_s3_bucket\" \"logs\" {\n  acl = \"private\"\n}\n";

/// A pod that runs privileged.
pub(crate) const PRIVILEGED_POD: &str = "\
apiVersion: v1
kind: Pod
metadata:
  name: shell
spec:
  containers:
    - name: shell
      image: shell:1.0
      securityContext:
        privileged: true
";
