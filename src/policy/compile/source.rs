//! Policy files: what each is, told by its name and folder.

use super::{Metadata, PolicyError, header, syntax::Module};
use std::collections::BTreeMap;

/// What a file in a folder of policies is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// `<provider>/<service>/<name>/rule.rego`.
    Rule,
    /// `*_test.rego`.
    Test,
    /// Any other `.rego`: rules that policies share.
    Library,
}

impl Role {
    /// The role of a file; nothing where it is no Rego.
    pub fn of(path: &str) -> Option<Role> {
        let name = path.rsplit('/').next().unwrap_or(path);
        if !name.ends_with(".rego") {
            None
        } else if name == "rule.rego" {
            Some(Role::Rule)
        } else if name.ends_with("_test.rego") {
            Some(Role::Test)
        } else {
            Some(Role::Library)
        }
    }
}

/// One policy: its text, what its folder and header say, its syntax tree.
#[derive(Debug)]
pub struct PolicySource {
    /// The file, as it was given.
    pub path: String,
    /// `aws`.
    pub provider: String,
    /// `s3`.
    pub service: String,
    /// `public_acl`.
    pub name: String,
    /// The header.
    pub metadata: Metadata,
    /// The syntax tree.
    pub module: Module,
}

impl PolicySource {
    /// Reads one `rule.rego`. `path` must end in `<provider>/<service>/<name>/rule.rego`.
    pub fn parse(path: &str, text: &str) -> Result<PolicySource, PolicyError> {
        let [provider, service, name] = folder(path)?;
        let metadata = header::parse(path, text)?;
        let module = Module::parse(path, text)?;
        let expected = ["policy", provider, service, name];
        if module.package != expected {
            let message = format!(
                "the package is `{}`, the folder says `{}`",
                module.package.join("."),
                expected.join(".")
            );
            return Err(PolicyError::new(path, module.package_place.line, message));
        }
        if !module.rule_names().contains_key("deny") {
            let message = "the policy defines no `deny`";
            return Err(PolicyError::new(path, module.package_place.line, message).with_help(
                "write `deny contains {\"resource\": r.id, \"path\": [...], \"message\": msg} if { ... }`",
            ));
        }
        let [provider, service, name] = [provider, service, name].map(str::to_owned);
        Ok(PolicySource { path: path.to_owned(), provider, service, name, metadata, module })
    }

    /// `aws-s3-public-acl`.
    pub fn id(&self) -> String {
        format!("{}-{}-{}", self.provider, self.service, self.name).replace('_', "-")
    }

    /// Where its `deny` stands, 1-based.
    pub fn line(&self) -> u32 {
        self.module.rule_names().get("deny").copied().unwrap_or(1)
    }

    /// `data.policy.aws.s3.public_acl.deny`.
    pub fn entry_point(&self) -> String {
        format!("data.policy.{}.{}.{}.deny", self.provider, self.service, self.name)
    }
}

/// Provider, service and name from the three folders above the file.
fn folder(path: &str) -> Result<[&str; 3], PolicyError> {
    let mut segments = path.rsplit('/').skip(1);
    let (Some(name), Some(service), Some(provider)) = (segments.next(), segments.next(), segments.next())
    else {
        return Err(PolicyError::new(path, 1, "a policy lies in <provider>/<service>/<name>/rule.rego"));
    };
    for segment in [provider, service, name] {
        let plain = segment.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        if !plain || !segment.starts_with(|c: char| c.is_ascii_lowercase()) {
            let message = format!("the folder `{segment}` is no plain identifier");
            return Err(PolicyError::new(path, 1, message)
                .with_help("use lower-case letters, digits and `_`, beginning with a letter"));
        }
    }
    Ok([provider, service, name])
}

/// The files of a folder of policies, by role.
#[derive(Debug, Default)]
pub struct PolicyTree {
    /// Policies, ordered by path.
    pub rules: Vec<PolicySource>,
    /// Path and text of shared modules, ordered by path.
    pub libraries: Vec<Library>,
    /// Path and text of test modules, ordered by path.
    pub tests: BTreeMap<String, String>,
}

/// A module that policies share.
#[derive(Debug)]
pub struct Library {
    /// The file, as it was given.
    pub path: String,
    /// The syntax tree.
    pub module: Module,
}

impl Library {
    /// Parses a shared module.
    pub fn parse(path: &str, text: &str) -> Result<Library, PolicyError> {
        let module = Module::parse(path, text)?;
        if module.package.first().is_some_and(|first| first == "policy") {
            let message = "a shared module lies outside package `policy`";
            return Err(PolicyError::new(path, module.package_place.line, message)
                .with_help("name it `lib.<name>`; a policy's file is called rule.rego"));
        }
        Ok(Library { path: path.to_owned(), module })
    }
}

impl PolicyTree {
    /// The syntax trees of its shared modules and of `more`.
    pub fn modules<'a>(&'a self, more: &'a [Library]) -> impl Iterator<Item = &'a Module> {
        self.libraries.iter().chain(more).map(|library| &library.module)
    }

    /// Sorts and parses `files` (path with `/`, text). What cannot be used is left out and reported.
    pub fn read(files: impl IntoIterator<Item = (String, String)>) -> (PolicyTree, Vec<PolicyError>) {
        let files: BTreeMap<String, String> = files.into_iter().collect();
        let mut tree = PolicyTree::default();
        let mut errors = Vec::new();
        for (path, text) in files {
            match Role::of(&path) {
                Some(Role::Rule) => match PolicySource::parse(&path, &text) {
                    Ok(rule) => tree.rules.push(rule),
                    Err(error) => errors.push(error),
                },
                Some(Role::Library) => match Library::parse(&path, &text) {
                    Ok(library) => tree.libraries.push(library),
                    Err(error) => errors.push(error),
                },
                Some(Role::Test) => {
                    tree.tests.insert(path, text);
                }
                None => {}
            }
        }
        (tree, errors)
    }
}
