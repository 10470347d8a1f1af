//! Discovery and reading over directories made for each test.

use super::{
    DiscoverOptions, Discovery, FileKind, Level, MAX_FILE_SIZE, ReadError, Sources, discover, read_tree,
};
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

const POD: &str = "apiVersion: v1\nkind: Pod\n";

/// A directory with files; a name that ends in `/` is an empty directory.
fn tree(files: &[(&str, &str)]) -> TempDir {
    let dir = tempfile::tempdir().unwrap();
    for (name, text) in files {
        let path = dir.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        match name.ends_with('/') {
            true => std::fs::create_dir_all(path).unwrap(),
            false => std::fs::write(path, text).unwrap(),
        }
    }
    dir
}

fn run(dir: &Path, exclude: &[&str]) -> Discovery {
    let exclude = exclude.iter().map(|glob| (*glob).to_owned()).collect();
    let discovery = discover(&[dir.to_owned()], &DiscoverOptions { exclude, ..DiscoverOptions::default() });
    assert_eq!(discovery.found, discovery.files.len() + discovery.not_ours + discovery.skipped.len());
    discovery
}

fn paths(discovery: &Discovery) -> Vec<String> {
    discovery.files.iter().map(|id| discovery.sources.file(*id).path.to_string()).collect()
}

fn skipped(discovery: &Discovery) -> Vec<(&str, &str)> {
    discovery.skipped.iter().map(|(reason, path)| (path.as_str(), reason.as_str())).collect()
}

fn messages(discovery: &Discovery) -> Vec<String> {
    let one = |diagnostic: &super::Diagnostic| {
        let path = diagnostic.path.clone().unwrap_or_default();
        format!("{:?} {} {path}: {}", diagnostic.level, diagnostic.code, diagnostic.message)
    };
    discovery.diagnostics.iter().map(one).collect()
}

#[test]
fn ours_and_not_ours() {
    let dir = tree(&[
        ("main.tf", ""),
        ("a/x.tofu", ""),
        ("a/x.tf.json", "{}"),
        ("a/x.auto.tfvars", ""),
        ("a/x.tfvars.json", "{}"),
        ("k/pod.yaml", POD),
        ("k/pod.json", "{\"apiVersion\": \"v1\", \"kind\": \"Pod\"}"),
        ("k/kustomization.yaml", "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n"),
        ("k/values.yml", "a: 1\n"),
        ("README.md", ""),
        ("tsconfig.json", "{}"),
        (".github/workflows/ci.yml", "on: push\n"),
        (".hidden.tf", ""),
        (".terraform/modules/m/main.tf", ""),
        (".git/config", ""),
    ]);
    let discovery = run(dir.path(), &[]);
    let expected = [
        "a/x.auto.tfvars",
        "a/x.tf.json",
        "a/x.tfvars.json",
        "a/x.tofu",
        "k/kustomization.yaml",
        "k/pod.json",
        "k/pod.yaml",
        "main.tf",
    ];
    assert_eq!(paths(&discovery), expected);
    assert_eq!((discovery.not_ours, messages(&discovery)), (4, Vec::new()));
    assert_eq!(discovery.sources.file(discovery.files[4]).kind, FileKind::Kustomization);
    assert_eq!(discovery.sources.file(discovery.files[6]).kind, FileKind::Manifest);
    let module = discovery.sources.load(".terraform/modules/m/main.tf").unwrap();
    assert!(discovery.sources.file(module).foreign);
}

#[test]
fn what_has_to_be_rendered_first_is_skipped() {
    let dir = tree(&[
        ("chart/Chart.yaml", "apiVersion: v2\nname: x\n"),
        ("chart/templates/pod.yaml", POD),
        ("chart/templates/sub/pod.yaml", POD),
        ("chart/crds/crd.yaml", POD),
        ("templates/pod.yaml", POD),
        ("j2.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: {{ name }}\n"),
        ("quoted.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  name: \"{{ name }}\"\n"),
        ("jinja.tfvars", "a = {\n{% for x in y %}\n}\n"),
        ("heredoc.tf", "a = <<EOT\n{% for x in y %}\nEOT\n"),
    ]);
    let discovery = run(dir.path(), &[]);
    assert_eq!(paths(&discovery), ["chart/crds/crd.yaml", "heredoc.tf", "quoted.yaml", "templates/pod.yaml"]);
    assert_eq!(
        skipped(&discovery),
        [
            ("chart/templates/pod.yaml", "a Helm chart's template"),
            ("chart/templates/sub/pod.yaml", "a Helm chart's template"),
            ("j2.yaml", "a template that has to be rendered first"),
            ("jinja.tfvars", "a template that has to be rendered first"),
        ]
    );
    assert_eq!(messages(&discovery), Vec::<String>::new());
}

#[test]
fn what_git_crypt_keeps_locked_is_skipped() {
    let dir = tree(&[("a.tf", "")]);
    for name in ["terraform.tfvars", "secret.yaml"] {
        std::fs::write(dir.path().join(name), b"\0GITCRYPT\0\xff\xfe\x01").unwrap();
    }
    let discovery = run(dir.path(), &[]);
    assert_eq!(paths(&discovery), ["a.tf"]);
    assert_eq!(
        skipped(&discovery),
        [
            ("secret.yaml", "encrypted by git-crypt and not unlocked"),
            ("terraform.tfvars", "encrypted by git-crypt and not unlocked"),
        ]
    );
    assert_eq!(messages(&discovery), Vec::<String>::new());
    let sources = Sources::new(dir.path());
    let loaded = sources.load("terraform.tfvars").unwrap();
    assert!(sources.file(loaded).is_locked());
    assert!(sources.diagnostics().is_empty());
}

/// What is no UTF-8 grows where it is read, and was once taken back with more than it had counted for.
#[test]
fn a_file_that_is_not_text_leaves_the_budget_of_the_others() {
    let dir = tree(&[("b.tf", ""), ("c.yaml", POD)]);
    std::fs::write(dir.path().join("a.yaml"), [0xff; 100]).unwrap();
    let discovery = run(dir.path(), &[]);
    assert_eq!(paths(&discovery), ["b.tf", "c.yaml"]);
    assert_eq!(messages(&discovery), Vec::<String>::new());
}

#[test]
fn ignored_and_excluded() {
    let dir = tree(&[
        (".gitignore", "ignored/\n*.gen.tf\n"),
        ("ignored/a.tf", ""),
        ("a.gen.tf", ""),
        ("b.tf", ""),
        ("out/c.tf", ""),
        ("sub/out/d.tf", ""),
        ("sub/e.tf", ""),
    ]);
    assert_eq!(paths(&run(dir.path(), &[])), ["b.tf", "out/c.tf", "sub/e.tf", "sub/out/d.tf"]);
    let discovery = run(dir.path(), &["out/", "sub/*.tf"]);
    assert_eq!(paths(&discovery), ["b.tf"]);
    assert_eq!(skipped(&discovery), [("out", "excluded"), ("sub/e.tf", "excluded"), ("sub/out", "excluded")]);
    // A file that was named is linted though it is ignored, but not if it is excluded.
    let file = dir.path().join("a.gen.tf");
    assert_eq!(paths(&run(&file, &[])), ["a.gen.tf"]);
    assert_eq!(paths(&run(&file, &["*.tf"])), Vec::<String>::new());
    assert!(messages(&run(dir.path(), &["[z-a]"]))[0].starts_with("Error bad-exclude [z-a]: "));
}

#[test]
fn the_top_is_the_repository() {
    let dir = tree(&[(".git/", ""), ("env/dev/main.tf", ""), ("modules/m/main.tf", "")]);
    let discovery = run(&dir.path().join("env/dev"), &[]);
    assert_eq!(paths(&discovery), ["env/dev/main.tf"]);
    assert!(discovery.sources.load("env/dev/../../modules/m/main.tf").is_ok());
    let options = DiscoverOptions { root: Some(dir.path().join("env")), ..DiscoverOptions::default() };
    let discovery = discover(&[dir.path().join("env/dev"), dir.path().join("modules")], &options);
    assert_eq!(paths(&discovery), ["../modules/m/main.tf", "dev/main.tf"]);
}

#[test]
fn links() {
    let outside = tree(&[("secret.tf", "x = 1\n"), ("dir/", "")]);
    let dir = tree(&[("a/common.tf", ""), ("a/pod.yaml", POD), ("b/", "")]);
    let link = |target: &Path, name: &str| symlink(target, dir.path().join(name)).unwrap();
    link(Path::new("../a/common.tf"), "b/common.tf");
    link(Path::new("../a/pod.yaml"), "b/pod.yaml");
    link(Path::new(".."), "b/loop");
    link(Path::new("nowhere"), "b/broken.tf");
    link(Path::new("self.tf"), "b/self.tf");
    link(&outside.path().join("secret.tf"), "b/secret.tf");
    link(&outside.path().join("dir"), "b/dir");
    let discovery = run(dir.path(), &[]);
    assert_eq!(paths(&discovery), ["a/common.tf", "a/pod.yaml", "b/common.tf"]);
    assert_eq!(
        skipped(&discovery),
        [
            ("b/broken.tf", "a link that leads nowhere"),
            ("b/dir", "a link out of the tree"),
            ("b/loop", "a link to a directory"),
            ("b/pod.yaml", "a link to a file that is linted where it lies"),
            ("b/secret.tf", "a link out of the tree"),
            ("b/self.tf", "a link that leads nowhere"),
        ]
    );
    assert_eq!(messages(&discovery), Vec::<String>::new());
    let sources = &discovery.sources;
    assert!(matches!(sources.load("b/secret.tf"), Err(ReadError::Outside(_))));
    assert!(matches!(sources.load("b/dir/x.tf"), Err(ReadError::Missing(_) | ReadError::Outside(_))));
    assert!(matches!(sources.load("b/broken.tf"), Err(ReadError::Missing(_))));
    assert!(matches!(sources.load("b/self.tf"), Err(ReadError::Refused { .. })));
    let names: Vec<String> = sources.list("b").into_iter().map(|entry| entry.name).collect();
    assert_eq!(names, ["common.tf", "pod.yaml"]);
}

#[test]
fn nothing_beyond_the_border_is_read() {
    let outside = tree(&[("x.tf", "x = 1\n")]);
    let dir = tree(&[("top/main.tf", ""), ("beside.tf", "")]);
    let top = dir.path().join("top");
    let sources = Sources::with_allowed(&top, &[outside.path().to_owned()]);
    assert!(sources.load("./main.tf").is_ok());
    assert_eq!(sources.load("main.tf").unwrap(), sources.load("x/../main.tf").unwrap());
    let absolute = top.canonicalize().unwrap().join("main.tf");
    let sources = Sources::with_allowed(top.canonicalize().unwrap(), &[outside.path().to_owned()]);
    let id = sources.load(&absolute.to_string_lossy()).unwrap();
    assert_eq!(&*sources.file(id).path, "main.tf");
    for path in ["../beside.tf", "../nothing.tf", "/etc/passwd", "../../../../../../etc/passwd"] {
        assert!(matches!(sources.load(path), Err(ReadError::Outside(_))), "{path}");
    }
    assert!(sources.load(&outside.path().join("x.tf").to_string_lossy()).is_ok());
    assert!(matches!(sources.load("none.tf"), Err(ReadError::Missing(_))));
    assert!(matches!(sources.load("main.tf/x"), Err(ReadError::Missing(_))));
    assert!(matches!(sources.load("."), Err(ReadError::Refused { .. })));
    assert!(matches!(sources.load("a\0b"), Err(ReadError::Refused { .. })));
    assert!(sources.list("..").is_empty());
}

#[test]
fn what_cannot_be_read_is_said() {
    let dir = tree(&[("ok.tf", "a = 1\n")]);
    std::fs::write(dir.path().join("latin.tf"), b"a = \"\xe9\"\nb = 1\n").unwrap();
    let large = std::fs::File::create(dir.path().join("large.tf")).unwrap();
    large.set_len(MAX_FILE_SIZE + 1).unwrap();
    let bundle = format!("{POD}# {}\n", "x".repeat(MAX_FILE_SIZE as usize));
    std::fs::write(dir.path().join("large.yaml"), bundle).unwrap();
    let other = std::fs::File::create(dir.path().join("large.json")).unwrap();
    other.set_len(100_000_000).unwrap();
    let discovery =
        discover(&[dir.path().to_owned(), PathBuf::from("/no/such")], &DiscoverOptions::default());
    assert_eq!(paths(&discovery), ["latin.tf", "ok.tf"]);
    assert_eq!(
        messages(&discovery),
        [
            "Error missing-path /no/such: `/no/such` does not exist",
            "Error too-large large.tf: has 10000001 bytes, more than the 10000000 that are read of one file",
            "Error too-large large.yaml: has 10000028 bytes, more than the 10000000 that are read of one file",
            "Error invalid-utf8 : this file is not valid UTF-8: byte 5 begins no character",
        ]
    );
    assert_eq!(
        skipped(&discovery),
        [
            ("large.json", "larger than 10000000 bytes"),
            ("large.tf", "cannot be read"),
            ("large.yaml", "cannot be read"),
        ]
    );
    let latin = discovery.sources.file(discovery.files[0]);
    assert_eq!(&*latin.text, "a = \"\u{fffd}\"\nb = 1\n");
    assert!(discovery.diagnostics.iter().all(|diagnostic| diagnostic.level == Level::Error));
}

#[test]
fn a_policy_folder_is_read_in_order() {
    let dir = tree(&[("b/rule.rego", "2"), ("a/rule.rego", "1"), ("a/notes.md", ""), (".git/x.rego", "")]);
    let texts = read_tree(dir.path(), &|path| path.extension().is_some_and(|end| end == "rego")).unwrap();
    let expected = [("a/rule.rego", "1"), ("b/rule.rego", "2")];
    assert_eq!(texts, expected.map(|(path, text)| (PathBuf::from(path), text.to_owned())));
    assert!(matches!(read_tree(Path::new("/no/such"), &|_| true), Err(ReadError::Missing(_))));
}
