//! The files in which `build.rs` hands over the built-in policies: an index, what each is made of, and the texts of the
//! shared modules. The index is read in every run, the others as far as they are needed.

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
}

/// The shared modules, each as path and text: users' policies may call them.
pub type SharedTexts = Vec<(String, String)>;

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
    /// The subjects of its footprint: whether they are there decides whether the rest is needed.
    pub subjects: Vec<String>,
    /// Where its body lies in the file of bodies.
    pub body: BodySlice,
}

/// What is needed of a policy that is run.
#[derive(Debug, Serialize, Deserialize)]
pub struct BundledBody {
    /// What it looks at.
    pub footprint: Footprint,
    /// What the machine runs.
    pub program: Program,
}

/// Where a body lies in the file of bodies, in bytes.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub struct BodySlice {
    /// First byte.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// The files.
#[derive(Debug, Default)]
pub struct Bundled {
    /// The index.
    pub index: Bundle,
    /// The bodies, one after the other.
    pub bodies: Vec<u8>,
    /// The shared modules.
    pub libraries: SharedTexts,
}

/// Compiles a tree of policies.
///
/// # Errors
/// All that is wrong with any of the policies.
pub fn bundle(tree: &PolicyTree) -> Result<Bundled, Vec<PolicyError>> {
    let mut bundled = Bundled::default();
    let mut errors = Vec::new();
    let mut sources: Vec<&PolicySource> = tree.rules.iter().collect();
    sources.sort_by_key(|source| source.id());
    let shared = Rules::new(tree.libraries.iter().map(|library| (library.path.as_str(), &library.module)));
    for source in sources {
        match add(&mut bundled, tree, source, &shared) {
            Ok(()) => {}
            Err(error) => errors.push(error),
        }
    }
    let text = |library: &super::source::Library| (library.path.clone(), library.module.text.clone());
    bundled.libraries = tree.libraries.iter().map(text).collect();
    errors.sort_by(|a, b| (&a.path, a.line).cmp(&(&b.path, b.line)));
    errors.dedup();
    if errors.is_empty() { Ok(bundled) } else { Err(errors) }
}

fn add(
    bundled: &mut Bundled,
    tree: &PolicyTree,
    source: &PolicySource,
    shared: &Rules<'_>,
) -> Result<(), PolicyError> {
    let own = Rules::new([(source.path.as_str(), &source.module)]);
    let program: Program = lower::compile(&own, shared, &source.entry_point())?;
    let footprint = reads::footprint(&source.module, tree.libraries.iter().map(|library| &library.module));
    let subjects = footprint.subjects.iter().cloned().collect();
    let body = postcard::to_stdvec(&BundledBody { footprint, program })
        .map_err(|error| PolicyError::new(&source.path, 1, error.to_string()))?;
    let start = number(bundled.bodies.len());
    bundled.bodies.extend_from_slice(&body);
    bundled.index.policies.push(BundledPolicy {
        id: source.id(),
        path: source.path.clone(),
        line: source.line(),
        provider: source.provider.clone(),
        service: source.service.clone(),
        entry_point: source.entry_point(),
        metadata: source.metadata.clone(),
        subjects,
        body: BodySlice { start, end: number(bundled.bodies.len()) },
    });
    Ok(())
}

fn number(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}
