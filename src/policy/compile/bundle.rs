//! The file in which `build.rs` hands over the built-in policies: an index, and a program for each.

use super::footprint::Footprint;
use super::lower::{self, Rules};
use super::program::Program;
use super::{Metadata, PolicyError, PolicySource, PolicyTree, reads};
use serde::{Deserialize, Serialize};

/// The built-in policies, as written by `build.rs`.
#[derive(Debug, Default, Serialize, Deserialize)]
pub struct Bundle {
    /// Ordered by id.
    pub policies: Vec<BundledPolicy>,
    /// Path and text of the shared modules: users' policies may call them.
    pub libraries: Vec<(String, String)>,
}

/// One policy of a bundle.
#[derive(Debug, Serialize, Deserialize)]
pub struct BundledPolicy {
    /// `aws-s3-public-acl`.
    pub id: String,
    /// The file.
    pub path: String,
    /// Where its `deny` stands, 1-based.
    pub line: u32,
    /// `aws`.
    pub provider: String,
    /// `s3`.
    pub service: String,
    /// `data.policy.aws.s3.public_acl.deny`.
    pub entry_point: String,
    /// The header.
    pub metadata: Metadata,
    /// What it looks at.
    pub footprint: Footprint,
    /// Where its program lies in the file of programs.
    pub program: ProgramSlice,
}

/// Where a program lies in the file of programs, in bytes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct ProgramSlice {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Compiles a tree of policies. The bytes of all programs stand one after the other.
///
/// # Errors
/// All that is wrong with any of the policies.
pub fn bundle(tree: &PolicyTree) -> Result<(Bundle, Vec<u8>), Vec<PolicyError>> {
    let mut bundle = Bundle::default();
    let mut bytes = Vec::new();
    let mut errors = Vec::new();
    let mut sources: Vec<&PolicySource> = tree.rules.iter().collect();
    sources.sort_by_key(|source| source.id());
    let shared = Rules::new(tree.libraries.iter().map(|library| (library.path.as_str(), &library.module)));
    for source in sources {
        match program(&shared, source) {
            Ok(program) => {
                let start = number(bytes.len());
                bytes.extend_from_slice(&program);
                let slice = ProgramSlice { start, end: number(bytes.len()) };
                bundle.policies.push(bundled(tree, source, slice));
            }
            Err(error) => errors.push(error),
        }
    }
    let text = |library: &super::source::Library| (library.path.clone(), library.module.text.clone());
    bundle.libraries = tree.libraries.iter().map(text).collect();
    errors.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    errors.dedup();
    if errors.is_empty() { Ok((bundle, bytes)) } else { Err(errors) }
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

fn program(shared: &Rules<'_>, source: &PolicySource) -> Result<Vec<u8>, PolicyError> {
    let own = Rules::new([(source.path.as_str(), &source.module)]);
    let program: Program = lower::compile(&own, shared, &source.entry_point())?;
    postcard::to_stdvec(&program).map_err(|error| PolicyError::new(&source.path, 1, error.to_string()))
}

fn bundled(tree: &PolicyTree, source: &PolicySource, program: ProgramSlice) -> BundledPolicy {
    let libraries = tree.libraries.iter().map(|library| &library.module);
    BundledPolicy {
        id: source.id(),
        path: source.path.clone(),
        line: source.line(),
        provider: source.provider.clone(),
        service: source.service.clone(),
        entry_point: source.entry_point(),
        metadata: source.metadata.clone(),
        footprint: reads::footprint(&source.module, libraries),
        program,
    }
}
