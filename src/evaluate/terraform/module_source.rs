//! Where the `source` of a module call leads: a relative path, or a directory that the user maps a source to.

use std::collections::BTreeMap;
use std::sync::Arc;

/// Directories that stand for modules kept elsewhere: by source, or by the beginning of sources up to a `/`.
#[derive(Clone, Debug, Default)]
pub struct ModuleSources(BTreeMap<String, Arc<str>>);

impl ModuleSources {
    /// A mapping from sources as they are written to directories relative to the top. Versions, the protocol
    /// and the user name of a source are set aside, and so is what the default registry is called.
    pub fn new<'a>(entries: impl IntoIterator<Item = (&'a str, &'a str)>) -> ModuleSources {
        let entries = entries.into_iter().map(|(source, dir)| (canonical(source), normalised(dir)));
        ModuleSources(entries.filter(|(source, _)| !source.is_empty()).collect())
    }

    /// The directory of the longest entry that a source begins with, and below it what the entry leaves over.
    pub(super) fn directory(&self, source: &str) -> Option<Arc<str>> {
        if self.0.is_empty() || is_relative(source) {
            return None;
        }
        let source = canonical(source);
        let mut prefix = source.as_str();
        loop {
            if let Some(dir) = self.0.get(prefix) {
                let rest = source.get(prefix.len()..).unwrap_or_default().trim_start_matches('/');
                // A source must not lead out of the directory it is mapped to.
                let below = !rest.split('/').any(|segment| segment == "..");
                return below.then(|| normalised(&join(dir, rest)));
            }
            prefix = prefix.rsplit_once('/')?.0;
        }
    }
}

/// The directory that a relative source leads to, with leading `..` where that is beyond the top; none for other
/// sources.
pub(super) fn local(dir: &str, source: &str) -> Option<Arc<str>> {
    is_relative(source).then(|| normalised(&join(dir, source)))
}

fn is_relative(source: &str) -> bool {
    source.starts_with("./") || source.starts_with("../") || source == "." || source == ".."
}

/// A source reduced to what names the module: host, path, and directory inside.
fn canonical(source: &str) -> String {
    let source = source.trim();
    let source = source.split(['?', '#']).next().unwrap_or_default();
    let source = source.strip_prefix("git::").or_else(|| source.strip_prefix("hg::")).unwrap_or(source);
    let (source, scp) = match source.split_once("://") {
        Some((_, rest)) => (rest, false),
        None => (source, true),
    };
    // `git@host:path` and `ssh://git@host/path` are the same place.
    let source = match source.split_once('@') {
        Some((user, rest)) if !user.contains('/') => rest,
        _ => source,
    };
    let source = if scp { source.replacen(':', "/", 1) } else { source.to_owned() };
    // `tfr:///a/b/c` leaves the default registry out.
    let source = source.replace(".git//", "/").replace("//", "/");
    let source = source.trim_start_matches('/');
    let source = source.trim_end_matches('/').trim_end_matches(".git");
    source.strip_prefix("registry.terraform.io/").unwrap_or(source).to_owned()
}

/// A path below a directory.
pub(super) fn join(dir: &str, path: &str) -> String {
    if dir == "." { path.to_owned() } else { format!("{dir}/{path}") }
}

/// A path without `.` and without `..` other than leading ones.
pub(super) fn normalised(path: &str) -> Arc<str> {
    let mut segments: Vec<&str> = Vec::new();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." if segments.last().is_some_and(|last| *last != "..") => {
                segments.pop();
            }
            segment => segments.push(segment),
        }
    }
    if segments.is_empty() { ".".into() } else { segments.join("/").into() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_the_same_whatever_their_protocol_and_version() {
        let same = [
            "git::https://example.com/mods.git//vpc?ref=v1.2.0",
            "git::ssh://git@example.com/mods.git//vpc",
            "git@example.com:mods.git//vpc?ref=main&depth=1",
            "https://example.com/mods//vpc",
            "example.com/mods.git//vpc/",
        ];
        for source in same {
            assert_eq!(canonical(source), "example.com/mods/vpc", "{source}");
        }
        assert_eq!(canonical("registry.terraform.io/a/b/aws//modules/c"), "a/b/aws/modules/c");
        assert_eq!(canonical("a/b/aws"), "a/b/aws");
    }

    #[test]
    fn the_longest_entry_holds_and_the_rest_lies_below_it() {
        let sources = ModuleSources::new([
            ("app.terraform.io/acme/", "modules"),
            ("app.terraform.io/acme/vpc/aws", "./vpc/"),
            ("git::https://example.com/mods.git", "../mods"),
            ("", "nowhere"),
        ]);
        let table = [
            ("app.terraform.io/acme/vpc/aws", Some("vpc")),
            ("app.terraform.io/acme/vpc/aws//modules/endpoints", Some("vpc/modules/endpoints")),
            ("app.terraform.io/acme/eks/aws", Some("modules/eks/aws")),
            ("app.terraform.io/acmeother/eks/aws", None),
            ("git::ssh://git@example.com/mods.git//a/b?ref=1", Some("../mods/a/b")),
            ("git::https://example.com/mods.git//../../etc", None),
            ("./app.terraform.io/acme/vpc/aws", None),
            ("terraform-aws-modules/vpc/aws", None),
        ];
        for (source, expected) in table {
            assert_eq!(sources.directory(source).as_deref(), expected, "{source}");
        }
    }

    #[test]
    fn paths_keep_only_what_they_need() {
        for (path, expected) in [("a/./b/../c//d", "a/c/d"), ("a/../../b", "../b"), ("./", "."), ("..", "..")]
        {
            assert_eq!(&*normalised(path), expected, "{path}");
        }
        assert_eq!(local("a/b", "../../../c").as_deref(), Some("../c"));
        assert_eq!(local("a", "c").as_deref(), None);
    }
}
