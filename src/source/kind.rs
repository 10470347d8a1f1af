//! What a file is, told from its name and, for YAML and JSON, from a quick look at its text.

use super::FileKind;

/// Names that are never Kubernetes objects, whatever they hold. Compared in lower case.
const OTHER_TOOLS: [&str; 10] = [
    "chart.yaml",
    "chart.yml",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "docker-compose.yaml",
    "docker-compose.yml",
    "compose.yaml",
    "compose.yml",
    "values.yaml",
];

/// What the name alone says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NameSays {
    /// Ours.
    Ours(FileKind),
    /// Ours if the text holds Kubernetes objects, or is what Terraform shows of a plan.
    IfObjects(FileKind),
    /// Terraform's or of a tool around it, but nothing that can be linted; and what it is.
    Beside(&'static str),
    /// Not ours.
    Other,
}

/// The names under which kustomize looks for what a directory is made of.
const KUSTOMIZATIONS: [&str; 3] = ["kustomization.yaml", "kustomization.yml", "Kustomization"];

/// Files of Terraform's that declare no infrastructure by themselves, by the end of their names before `.hcl` or
/// `.json`.
const BESIDE: [(&str, &str); 6] = [
    (".tftest", "tests that `terraform test` runs"),
    (".tfmock", "mock data of `terraform test`"),
    (".tfstack", "Terraform Stacks, which are not evaluated"),
    (".tfcomponent", "Terraform Stacks, which are not evaluated"),
    (".tfdeploy", "Terraform Stacks, which are not evaluated"),
    (".tfquery", "queries of `terraform query`"),
];

/// Where `terraform init` keeps the versions of providers that it has chosen.
pub(super) const LOCK_FILE: &str = ".terraform.lock.hcl";

fn beside(name: &str) -> Option<&'static str> {
    if name == LOCK_FILE {
        return Some("lock files, of which only the providers' versions are read");
    }
    if matches!(name, "terragrunt.stack.hcl" | "terragrunt.hcl.json") {
        return Some("Terragrunt's stacks and JSON, which are not evaluated");
    }
    let stem = name.strip_suffix(".hcl").or_else(|| name.strip_suffix(".json"))?;
    BESIDE.iter().find(|(ending, _)| stem.ends_with(ending)).map(|(_, what)| *what)
}

impl FileKind {
    /// The kind that a file's name gives it; `None` for YAML and JSON, which only their text tells apart.
    pub fn of_name(name: &str) -> Option<FileKind> {
        let endings = [
            (".tf", FileKind::Terraform),
            (".tofu", FileKind::Terraform),
            (".tf.json", FileKind::TerraformJson),
            (".tofu.json", FileKind::TerraformJson),
            (".tfvars", FileKind::Variables),
            (".tfvars.json", FileKind::VariablesJson),
        ];
        match name.rsplit('/').next() {
            Some("terragrunt.hcl") => return Some(FileKind::Terragrunt),
            Some(last) if KUSTOMIZATIONS.contains(&last) => return Some(FileKind::Kustomization),
            _ => {}
        }
        endings.into_iter().find(|(ending, _)| name.ends_with(ending)).map(|(_, kind)| kind)
    }
}

pub(super) fn of_name(path: &str) -> NameSays {
    let name = path.rsplit('/').next().unwrap_or(path);
    if let Some(kind) = FileKind::of_name(name) {
        return NameSays::Ours(kind);
    }
    if let Some(what) = beside(name) {
        return NameSays::Beside(what);
    }
    let lower = name.to_ascii_lowercase();
    if OTHER_TOOLS.contains(&lower.as_str()) {
        return NameSays::Other;
    }
    if lower.ends_with(".yaml") || lower.ends_with(".yml") {
        NameSays::IfObjects(FileKind::Manifest)
    } else if lower.ends_with(".json") {
        NameSays::IfObjects(FileKind::ManifestJson)
    } else {
        NameSays::Other
    }
}

/// What a text without a name is: standard input.
pub(super) fn of_text(text: &str) -> FileKind {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    if start.starts_with('{') {
        return if holds_objects_json(start) {
            FileKind::ManifestJson
        } else if shown_by_terraform(start) == Some(Shown::Plan) {
            FileKind::Plan
        } else {
            FileKind::TerraformJson
        };
    }
    if holds_objects_yaml(text) { FileKind::Manifest } else { FileKind::Terraform }
}

/// Some document has `apiVersion` and `kind` among its top-level keys, as far as its lines tell.
pub(super) fn holds_objects_yaml(text: &str) -> bool {
    if !text.contains("apiVersion") || !text.contains("kind") {
        return false;
    }
    let (mut indent, mut api_version, mut kind) = (None, false, false);
    for line in text.trim_start_matches('\u{feff}').split('\n') {
        let content = line.trim_start();
        if line.starts_with("---") {
            (indent, api_version, kind) = (None, false, false);
            // `--- {...}` or `--- !tag` and then the keys: rare enough to look at the braces alone.
            if !line.contains('{') {
                continue;
            }
        }
        if content.is_empty() || content.starts_with(['#', '%']) {
            continue;
        }
        if content.starts_with('{') || content.starts_with("--- {") {
            return true;
        }
        let own = line.len() - content.len();
        if own == *indent.get_or_insert(own) {
            api_version |= is_key(content, "apiVersion");
            kind |= is_key(content, "kind");
            if api_version && kind {
                return true;
            }
        }
    }
    false
}

fn is_key(line: &str, key: &str) -> bool {
    let line = line.trim_start_matches(['"', '\'']);
    line.strip_prefix(key)
        .is_some_and(|rest| rest.trim_start_matches(['"', '\'']).trim_start().starts_with(':'))
}

/// The outermost object has the keys `apiVersion` and `kind`.
pub(super) fn holds_objects_json(text: &str) -> bool {
    if !text.contains("\"apiVersion\"") || !text.contains("\"kind\"") {
        return false;
    }
    let (mut api_version, mut kind) = (false, false);
    outermost_keys(text, |key| {
        api_version |= key == b"apiVersion";
        kind |= key == b"kind";
        api_version && kind
    })
}

/// What `terraform show -json` writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shown {
    /// Of a saved plan.
    Plan,
    /// Of a state.
    State,
}

/// What of Terraform a JSON text shows, told from the keys of its outermost object.
pub(super) fn shown_by_terraform(text: &str) -> Option<Shown> {
    if !text.contains("\"format_version\"") {
        return None;
    }
    let (mut version, mut terraform, mut plan, mut state) = (false, false, false, false);
    let found = outermost_keys(text, |key| {
        version |= key == b"format_version";
        terraform |= key == b"terraform_version";
        plan |= matches!(key, b"planned_values" | b"resource_changes");
        state |= key == b"values";
        version && plan
    });
    match found {
        true => Some(Shown::Plan),
        false => (version && terraform && state).then_some(Shown::State),
    }
}

/// Whether `enough` says so of some key of the outermost object; it is shown them in order.
fn outermost_keys(text: &str, mut enough: impl FnMut(&[u8]) -> bool) -> bool {
    let bytes = text.as_bytes();
    let (mut at, mut depth) = (0, 0_usize);
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            b'"' => {
                let start = at + 1;
                at = string_end(bytes, start);
                let rest = bytes.get(at + 1..).unwrap_or_default();
                let is_key = depth == 1
                    && rest.iter().find(|byte| !byte.is_ascii_whitespace()).is_some_and(|byte| *byte == b':');
                if is_key && enough(bytes.get(start..at).unwrap_or_default()) {
                    return true;
                }
            }
            _ => {}
        }
        at += 1;
    }
    false
}

/// The position of the quote that closes a JSON string.
fn string_end(bytes: &[u8], start: usize) -> usize {
    let mut at = start;
    while let Some(byte) = bytes.get(at) {
        match byte {
            b'"' => return at,
            b'\\' => at += 2,
            _ => at += 1,
        }
    }
    at
}

/// The file is kept encrypted by git-crypt and has not been unlocked here.
pub(super) fn is_encrypted(text: &str) -> bool {
    text.starts_with("\0GITCRYPT\0")
}

#[cfg(test)]
mod tests {
    use super::{Shown, holds_objects_json, holds_objects_yaml, of_name, shown_by_terraform};
    use crate::source::FileKind;
    use crate::source::kind::NameSays;

    #[test]
    fn names() {
        let table = [
            ("a/b.tf", NameSays::Ours(FileKind::Terraform)),
            ("b.tofu.json", NameSays::Ours(FileKind::TerraformJson)),
            ("x.auto.tfvars", NameSays::Ours(FileKind::Variables)),
            ("terraform.tfvars.json", NameSays::Ours(FileKind::VariablesJson)),
            ("a.yml", NameSays::IfObjects(FileKind::Manifest)),
            ("a.JSON", NameSays::IfObjects(FileKind::ManifestJson)),
            ("k/kustomization.yaml", NameSays::Ours(FileKind::Kustomization)),
            ("Kustomization", NameSays::Ours(FileKind::Kustomization)),
            ("main.tf.bak", NameSays::Other),
            ("main.tf~", NameSays::Other),
            ("tests/a.tftest.json", NameSays::Beside("tests that `terraform test` runs")),
            ("a.tfdeploy.hcl", NameSays::Beside("Terraform Stacks, which are not evaluated")),
            ("a.hcl", NameSays::Other),
        ];
        for (path, says) in table {
            assert_eq!(of_name(path), says, "{path}");
        }
    }

    #[test]
    fn objects() {
        let yes = [
            "apiVersion: v1\nkind: Pod\n",
            "# c\n---\nfoo: 1\n---\r\nkind: Pod\r\n\"apiVersion\" : v1\r\n",
            "  kind: Pod\n  apiVersion: v1\n",
            "{apiVersion: v1, kind: Pod}\n",
            "\u{feff}apiVersion: v1\nkind: Pod\n",
        ];
        let no = [
            "a:\n  apiVersion: v1\n  kind: Pod\n",
            "apiVersion: v1\n---\nkind: Pod\n",
            "apiVersions: v1\nkinds: Pod\n",
            "- apiVersion: v1\n  kind: Pod\n",
            "",
        ];
        for text in yes {
            assert!(holds_objects_yaml(text), "{text}");
        }
        for text in no {
            assert!(!holds_objects_yaml(text), "{text}");
        }
        assert!(holds_objects_json(
            "{\"a\": {\"kind\": \"\\\"\"}, \"kind\": \"Pod\", \"apiVersion\" : \"v1\"}"
        ));
        assert!(!holds_objects_json("{\"a\": {\"kind\": 1, \"apiVersion\": 1}}"));
        assert!(!holds_objects_json("[{\"kind\": 1, \"apiVersion\": 1}]"));
    }

    #[test]
    fn plans() {
        let table = [
            ("{\"format_version\":\"1.2\",\"planned_values\":{}}", Some(Shown::Plan)),
            ("{\"resource_changes\": [], \"format_version\" : \"0.1\"}", Some(Shown::Plan)),
            ("{\"format_version\":\"1.0\",\"terraform_version\":\"1.9\",\"values\":{}}", Some(Shown::State)),
            ("{\"format_version\":\"1.0\",\"values\":{}}", None),
            ("{\"planned_values\":{}}", None),
            ("[{\"format_version\":\"1.2\",\"planned_values\":{}}]", None),
            ("{\"a\": {\"format_version\":\"1.2\",\"planned_values\":{}}}", None),
            ("{\"format_version\": \"planned_values\"}", None),
        ];
        for (text, shown) in table {
            assert_eq!(shown_by_terraform(text), shown, "{text}");
        }
    }
}
