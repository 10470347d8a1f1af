//! Files beside what is run: examples, tests and what was put away, as far as the names of directories tell. Findings in
//! them count like any other.

/// Names that such directories usually have.
const NAMES: [&str; 16] = [
    "_archived",
    "_examples",
    "archive",
    "archived",
    "demo",
    "demos",
    "e2e",
    "example",
    "examples",
    "fixtures",
    "sample",
    "samples",
    "test",
    "test-fixtures",
    "testdata",
    "tests",
];

/// The outermost directory of a file that is named as one of them.
pub fn aside(file: &str) -> Option<&str> {
    let (directories, _) = file.rsplit_once('/')?;
    directories.split('/').find(|name| NAMES.contains(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_names_of_directories_tell() {
        for (file, expected) in [
            ("examples/vpc/main.tf", Some("examples")),
            ("modules/db/tests/examples/a.tf", Some("tests")),
            ("_archived/pod.yaml", Some("_archived")),
            ("modules/examples.tf", None),
            ("latest/main.tf", None),
            ("main.tf", None),
        ] {
            assert_eq!(aside(file), expected, "{file}");
        }
    }
}
