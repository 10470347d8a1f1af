//! Compiles the built-in policies to files that the crate embeds.
#![expect(clippy::disallowed_methods, reason = "a build script reads files and its environment")]

#[path = "src/policy/compile/mod.rs"]
#[expect(dead_code, unused_imports, unreachable_pub, reason = "shared with the crate, which uses the rest")]
mod compile;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=policies");
    println!("cargo::rerun-if-changed=src/policy/compile");
    println!("cargo::rerun-if-changed=build.rs");
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            for error in errors {
                println!("cargo::error={}", error.replace('\n', " "));
            }
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<(), Vec<String>> {
    let one = |error: std::io::Error| vec![error.to_string()];
    let mut files = Vec::new();
    collect(Path::new("policies"), &mut files).map_err(one)?;
    let (tree, errors) = compile::PolicyTree::read(files);
    if !errors.is_empty() {
        return Err(errors.iter().map(ToString::to_string).collect());
    }
    let bundled = compile::bundle(&tree)
        .map_err(|errors| errors.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    let broken = |error: postcard::Error| vec![error.to_string()];
    let index = postcard::to_stdvec(&bundled.index).map_err(broken)?;
    let libraries = postcard::to_stdvec(&bundled.libraries).map_err(broken)?;
    let out = PathBuf::from(std::env::var_os("OUT_DIR").unwrap_or_default());
    for (file, bytes) in [("index", index), ("bodies", bundled.bodies), ("libraries", libraries)] {
        std::fs::write(out.join(format!("policies.{file}")), bytes).map_err(one)?;
    }
    Ok(())
}

/// Every Rego file below `directory`, with its path from here in `/` and its text.
fn collect(directory: &Path, files: &mut Vec<(String, String)>) -> std::io::Result<()> {
    let Ok(entries) = std::fs::read_dir(directory) else { return Ok(()) };
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|extension| extension == "rego") {
            let name = path
                .components()
                .map(|part| part.as_os_str().to_string_lossy())
                .collect::<Vec<_>>()
                .join("/");
            files.push((name, std::fs::read_to_string(&path)?));
        }
    }
    Ok(())
}
