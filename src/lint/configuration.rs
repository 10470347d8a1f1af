//! The configuration file: what a repository says about how it is linted. Flags are stronger.

use super::RuleSet;
use crate::policy::Severity;
use crate::source::{self, ReadError, Sources};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The names a configuration file has at the top of what is linted.
pub const CONFIGURATION_NAMES: [&str; 2] = [".purlin.yaml", ".purlin.yml"];

/// What a configuration file may hold. Paths in it are relative to the top: the directory that printed paths are
/// relative to.
#[derive(Clone, Debug, Default, PartialEq, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Configuration {
    /// Directories that stand for modules kept elsewhere, by source or by the beginning of sources up to a `/`:
    /// `app.terraform.io/acme/vpc/aws: modules/vpc`. Versions and protocols of sources are set aside.
    pub module_sources: BTreeMap<String, String>,
    /// What is left out, as in `.gitignore`.
    pub exclude: Vec<String>,
    /// Runs only these rules: ids, beginnings of ids up to a `-`, or other linters' ids.
    pub select: Vec<String>,
    /// Leaves these rules out; stronger than `select`.
    pub ignore: Vec<String>,
    /// The set of rules to run.
    pub profile: Option<RuleSet>,
    /// Shows only findings of this severity and above.
    pub min_severity: Option<Severity>,
    /// Fails only on open findings of this severity and above.
    pub fail_on: Option<Severity>,
    /// The file of findings that are left for later, as `purlin baseline` writes it.
    pub baseline: Option<String>,
    /// Directories of policies beside the built-in ones.
    pub policies: Vec<String>,
    /// Values of Terraform variables, for every root module. Stronger than `var_files`.
    pub vars: BTreeMap<String, serde_json::Value>,
    /// Files of such values, later ones stronger.
    pub var_files: Vec<String>,
    /// Patterns of files of values beside root modules, each of which makes an environment:
    /// `environments/*.tfvars`.
    pub each_var_file: Vec<String>,
    /// The version of Kubernetes that objects are to be applied to: `"1.29"`.
    pub kubernetes_version: Option<String>,
    /// Directories in each of which all Kubernetes objects are applied together, and nothing else with them; `*`
    /// stands for any text in one segment: `clusters/*`.
    pub scopes: Vec<String>,
    /// Comments and annotations for other linters (`checkov:skip=...`) suppress nothing.
    pub only_own_ignores: bool,
    /// Directories outside the top that modules and `file()` may read from. Only a file named by `--config` may
    /// say so: what is linted must not open doors for itself.
    pub allow_read: Vec<String>,
}

/// A configuration and the directory that its paths are relative to, as the present one sees it: what is said of
/// them is the same on any machine.
#[derive(Clone, Debug, Default)]
pub struct Configured {
    /// What it says.
    pub configuration: Configuration,
    /// The file it stands in, if there is one.
    pub file: Option<String>,
    /// The top.
    pub top: PathBuf,
}

impl Configured {
    /// A path of the file as this process sees it.
    pub fn path(&self, path: &str) -> PathBuf {
        self.top.join(path)
    }
}

/// Reads the configuration of a run over `paths`: the file that was named, or the one at the top; none where
/// there is none.
///
/// # Errors
/// A file that cannot be read or is no configuration; in words, with its place.
pub fn configured(
    paths: &[PathBuf],
    root: Option<&Path>,
    named: Option<&Path>,
) -> Result<Configured, String> {
    let top = source::top(paths, root);
    let (shown, text) = match named {
        Some(file) => (file.to_string_lossy().into_owned(), read(file)?),
        None => match found(&top)? {
            Some(found) => found,
            None => return Ok(Configured::default()),
        },
    };
    let configuration = parse(&shown, &text)?;
    relative(&shown, &configuration)?;
    if named.is_none() {
        within(&shown, &configuration, &top)?;
    }
    Ok(Configured { configuration, file: Some(shown), top: source::from_here(&top) })
}

/// Holds a file that was found, and not named by the user, to the directory it was found in: what is linted must
/// not open doors for itself.
fn within(shown: &str, configuration: &Configuration, top: &Path) -> Result<(), String> {
    let refused = |key: &str, path: &str| {
        Err(format!(
            "{shown}: `{key}` leads out of the repository with `{path}`, which only a file named by --config may: \
             use --config {shown}, or the flag that says the same"
        ))
    };
    if let Some(dir) = configuration.allow_read.first() {
        return refused("allow_read", dir);
    }
    let real = top.canonicalize().unwrap_or_else(|_| top.to_owned());
    let leads_out =
        |path: &&String| real.join(path).canonicalize().is_ok_and(|path| !path.starts_with(&real));
    let baseline: Vec<String> = configuration.baseline.iter().cloned().collect();
    let listed = [
        ("var_files", &configuration.var_files),
        ("policies", &configuration.policies),
        ("baseline", &baseline),
    ];
    match listed.iter().find_map(|(key, paths)| Some((key, paths.iter().find(leads_out)?))) {
        Some((key, path)) => refused(key, path),
        None => Ok(()),
    }
}

/// Modules are looked for below the top.
fn relative(shown: &str, configuration: &Configuration) -> Result<(), String> {
    let absolute = |dir: &str| dir.starts_with(['/', '\\']) || Path::new(dir).is_absolute();
    match configuration.module_sources.iter().find(|(_, dir)| absolute(dir.trim())) {
        None => Ok(()),
        Some((source, dir)) => Err(format!(
            "{shown}: `module_sources` maps `{source}` to `{dir}`, which is no path relative to the top of the \
             repository; write one, with leading `..` and --allow-read where it lies outside"
        )),
    }
}

/// The file at the top.
fn found(top: &Path) -> Result<Option<(String, String)>, String> {
    let sources = Sources::new(top);
    let mut texts = Vec::new();
    for name in CONFIGURATION_NAMES {
        match sources.load(name) {
            Ok(id) => texts.push((name.to_owned(), sources.file(id).text.to_string())),
            Err(ReadError::Missing(_)) => {}
            Err(error) => return Err(error.to_string()),
        }
    }
    if texts.len() > 1 {
        return Err(format!("{} both exist; keep one of them", CONFIGURATION_NAMES.join(" and ")));
    }
    Ok(texts.pop())
}

fn read(file: &Path) -> Result<String, String> {
    let dir = file.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let sources = Sources::new(dir);
    match sources.load(&name) {
        Ok(id) => Ok(sources.file(id).text.to_string()),
        Err(ReadError::Missing(_)) => Err(format!("--config: {} does not exist", file.display())),
        Err(error) => Err(format!("--config: {error}")),
    }
}

fn parse(shown: &str, text: &str) -> Result<Configuration, String> {
    let text = text.trim_start_matches('\u{feff}');
    let options = serde_saphyr::options! { with_snippet: false };
    let parsed: Result<Option<Configuration>, _> = serde_saphyr::from_str_with_options(text, options);
    parsed.map(Option::unwrap_or_default).map_err(|error| {
        let place = error.location().map(|at| format!("{}:{}: ", at.line(), at.column()));
        format!("{shown}:{}{}", place.unwrap_or_else(|| " ".to_owned()), reason(&error))
    })
}

/// What is wrong, without the place, and what may have been meant.
fn reason(error: &serde_saphyr::Error) -> String {
    use serde_saphyr::Error::{DuplicateMappingKey, SerdeUnknownField, SerdeUnknownVariant};
    let (what, name, expected) = match error.without_snippet() {
        SerdeUnknownField { field, expected, .. } => ("key", field, expected),
        SerdeUnknownVariant { variant, expected, .. } => ("value", variant, expected),
        DuplicateMappingKey { key, .. } => {
            return format!("`{}` is set twice", key.as_deref().unwrap_or("a key"));
        }
        other => {
            let text = other.to_string();
            let text = text.lines().next().unwrap_or_default();
            let text = text.rsplit_once(" at line ").map_or(text, |(text, _)| text);
            if text.starts_with("cannot deserialize null") {
                return "nothing stands here; write a value, or leave it out".to_owned();
            }
            return text.replace("sequence start", "a list").replace("mapping start", "keys and values");
        }
    };
    let distance = |candidate: &&&str| strsim::damerau_levenshtein(name, candidate);
    // A name twice as long as the one meant is too far from it, and comparing takes its length times that of every other.
    let near = expected.iter().filter(|one| name.len() <= 2 * one.len()).min_by_key(distance);
    let near = near.filter(|near| distance(near) * 2 <= near.len());
    match near {
        Some(near) => format!("there is no {what} `{name}`; did you mean `{near}`?"),
        None => format!("there is no {what} `{name}`; there are {}", expected.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_read() {
        let text = "module_sources: {a/b/c: mods}\nexclude: [x]\nselect: [aws]\nignore: [aws-s3]\nprofile: all\n\
            min_severity: low\nfail_on: critical\nbaseline: b\npolicies: [p]\nvars: {a: text, b: 1, c: [x]}\nvar_files: [v]\n\
            allow_read: [r]\nkubernetes_version: 1.30\nscopes: [clusters/*]\nonly_own_ignores: true\n";
        let read = parse("f", text).unwrap();
        assert_eq!(read.module_sources["a/b/c"], "mods");
        assert_eq!(read.profile, Some(RuleSet::All));
        assert_eq!((read.min_severity, read.fail_on), (Some(Severity::Low), Some(Severity::Critical)));
        assert_eq!(
            (read.kubernetes_version.as_deref(), read.scopes),
            (Some("1.30"), vec!["clusters/*".into()])
        );
        assert!(read.only_own_ignores);
        assert_eq!(read.baseline.as_deref(), Some("b"));
        assert_eq!(read.vars["c"], serde_json::json!(["x"]));
        assert_eq!(
            (read.exclude, read.select, read.ignore),
            (vec!["x".into()], vec!["aws".into()], vec!["aws-s3".into()])
        );
        assert_eq!(
            (read.policies, read.var_files, read.allow_read),
            (vec!["p".into()], vec!["v".into()], vec!["r".into()])
        );
        for empty in ["", "# nothing\n", "---\n", "\u{feff}"] {
            assert_eq!(parse("f", empty), Ok(Configuration::default()), "{empty:?}");
        }
    }

    #[test]
    fn modules_lie_below_the_top() {
        let check = |dir: &str| {
            relative(".purlin.yaml", &parse("f", &format!("module_sources: {{a/b: '{dir}'}}\n")).unwrap())
        };
        for dir in ["modules/b", ".", "../shared/b"] {
            assert_eq!(check(dir), Ok(()), "{dir}");
        }
        let message = check("/srv/b").unwrap_err();
        assert!(
            message.starts_with(".purlin.yaml: `module_sources` maps `a/b` to `/srv/b`, which is no path"),
            "{message}"
        );
    }

    #[test]
    fn what_is_wrong_has_a_place_and_a_suggestion() {
        let message = |text: &str| parse(".purlin.yaml", text).unwrap_err();
        insta::assert_snapshot!(message("exclude: []\nmodul_sources: {}\n"), @".purlin.yaml:2:1: there is no key `modul_sources`; did you mean `module_sources`?");
        insta::assert_snapshot!(message("colour: never\n"), @".purlin.yaml:1:1: there is no key `colour`; there are module_sources, exclude, select, ignore, profile, min_severity, fail_on, baseline, policies, vars, var_files, each_var_file, kubernetes_version, scopes, only_own_ignores, allow_read");
        insta::assert_snapshot!(message("fail_on: hihg\n"), @".purlin.yaml:1:10: there is no value `hihg`; did you mean `high`?");
        insta::assert_snapshot!(message("exclude: {a: b}\n"), @".purlin.yaml:1:10: expected a list");
        insta::assert_snapshot!(message("exclude: [a]\nexclude: [b]\n"), @".purlin.yaml:2:1: `exclude` is set twice");
        insta::assert_snapshot!(message("exclude: [a, null]\n"), @".purlin.yaml:1:14: nothing stands here; write a value, or leave it out");
        insta::assert_snapshot!(message("exclude: [a\n"), @".purlin.yaml:1:10: unclosed bracket '['");
    }
}
