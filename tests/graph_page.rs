//! The page of `purlin graph -f html`, used in headless Chromium (`tests/graph_page.py`): on the demo, and on a
//! configuration whose every name tries to get out of the page. Where there is no Chromium the tests say that they are
//! skipped; with `PURLIN_CHROMIUM` set to a program they do not skip.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails loudly, and reads and runs what lies in this repository"
)]

use std::fmt::Write as _;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

const NAMES: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// The browser, if there is one, and Python to speak to it.
fn chromium() -> Option<PathBuf> {
    if let Some(program) = std::env::var_os("PURLIN_CHROMIUM") {
        return Some(program.into());
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let find =
        |name: &str| std::env::split_paths(&path).map(|dir| dir.join(name)).find(|file| file.is_file());
    find("python3").and_then(|_| NAMES.iter().find_map(|name| find(name)))
}

/// Uses the page of a directory as a person would.
fn use_page(directory: &Path) {
    let Some(chromium) = chromium() else {
        // Past the capture of tests that pass, so that it is seen.
        let _ =
            writeln!(std::io::stderr(), "skipped: there is no Chromium, or no Python, to open the page with");
        return;
    };
    let page = tempfile::Builder::new().suffix(".html").tempfile().unwrap();
    let mut graph = Command::new(env!("CARGO_BIN_EXE_purlin"));
    graph
        .args(["graph", "-f", "html", "--no-config", "--profile", "all", "-o"])
        .arg(page.path())
        .arg(directory);
    let made = graph.env_remove("PURLIN_CHROMIUM").output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/graph_page.py");
    let used = Command::new("python3")
        .arg(script)
        .arg(chromium)
        .arg(page.path())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    assert!(used.status.success(), "{}", String::from_utf8_lossy(&used.stderr));
}

#[test]
fn the_demo_can_be_looked_around_in() {
    use_page(&Path::new(env!("CARGO_MANIFEST_DIR")).join("testdata/demo"));
}

#[test]
fn names_that_try_to_get_out_stay_in() {
    let names = [
        "</script><script>window.pwned = 1</script>",
        "<img src=x onerror='window.pwned = 1'>",
        "\\\" onload=window.pwned=1 x=\\\"",
        "{script}{content}{style}",
        "`</code><script>window.pwned = 1</script>`",
        "<!--",
        "%",
    ];
    let mut text = String::from("resource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/16\"\n}\n");
    let keys: Vec<String> = names.iter().map(|name| format!("\"{name}\"")).collect();
    writeln!(
        text,
        "resource \"aws_s3_bucket\" \"each\" {{\n  for_each = toset([{}])\n  acl      = \"public-read\"\n  vpc      = aws_vpc.main.id\n}}",
        keys.join(", ").replace("%", "%%")
    )
    .unwrap();
    let dir = tempfile::tempdir().unwrap();
    std::fs::create_dir(dir.path().join("<img src=x onerror=alert(1)>")).unwrap();
    std::fs::write(dir.path().join("<img src=x onerror=alert(1)>/main.tf"), text).unwrap();
    use_page(dir.path());
}

#[test]
fn a_single_resource_is_enough() {
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(
        dir.path().join("main.tf"),
        "resource \"aws_s3_bucket\" \"a\" {\n  acl = \"public-read\"\n}\n",
    )
    .unwrap();
    use_page(dir.path());
}
