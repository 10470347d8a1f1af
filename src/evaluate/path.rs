//! Paths into a resource's attributes.

use std::fmt;
use std::sync::Arc;

/// One step of a path.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// A key of an object.
    Key(Arc<str>),
    /// A 0-based position in a list.
    Index(usize),
    /// Every element: of an unknown path, a list of unknown length; written `"*"`.
    Any,
}

/// A path from a resource's attributes to a value in them; empty for all of them.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(pub Vec<Step>);

impl Path {
    /// Steps of one path; what lies deeper is not told apart.
    const MOST_STEPS: usize = 250;

    /// The path with one more step.
    #[must_use]
    pub fn with(&self, step: Step) -> Path {
        let mut steps = self.0.clone();
        if steps.len() < Path::MOST_STEPS {
            steps.push(step);
        }
        Path(steps)
    }

    /// The path with more keys.
    #[must_use]
    pub fn join(&self, keys: &[&str]) -> Path {
        self.0.iter().cloned().chain(keys.iter().map(|key| Step::from(*key))).collect()
    }

    /// Whether `self` covers `other`: it is equal to it or lies above it. `*` covers any one step.
    pub fn covers(&self, other: &Path) -> bool {
        self.0.len() <= other.0.len()
            && self
                .0
                .iter()
                .zip(&other.0)
                .all(|(own, theirs)| own == theirs || matches!(own, Step::Any) || matches!(theirs, Step::Any))
    }

    /// The path with every position replaced by `*`: what instances of one mistake have in common.
    #[must_use]
    pub fn without_indices(&self) -> Path {
        let general = |step: &Step| match step {
            Step::Index(_) => Step::Any,
            other => other.clone(),
        };
        Path(self.0.iter().map(general).collect())
    }
}

impl From<&str> for Step {
    fn from(key: &str) -> Step {
        Step::Key(key.into())
    }
}

impl From<usize> for Step {
    fn from(index: usize) -> Step {
        Step::Index(index)
    }
}

impl FromIterator<Step> for Path {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Path {
        Path(steps.into_iter().collect())
    }
}

impl fmt::Display for Path {
    /// `ingress[0].cidr_blocks`.
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, step) in self.0.iter().enumerate() {
            match step {
                Step::Key(key) if at == 0 => out.write_str(key)?,
                Step::Key(key) => write!(out, ".{key}")?,
                Step::Index(index) => write!(out, "[{index}]")?,
                Step::Any => out.write_str("[*]")?,
            }
        }
        Ok(())
    }
}

impl serde::Serialize for Path {
    /// An array of keys and positions: `["ingress", 0, "cidr_blocks"]`.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq;
        let mut sequence = serializer.serialize_seq(Some(self.0.len()))?;
        for step in &self.0 {
            match step {
                Step::Key(key) => sequence.serialize_element(&**key)?,
                Step::Index(index) => sequence.serialize_element(index)?,
                Step::Any => sequence.serialize_element("*")?,
            }
        }
        sequence.end()
    }
}
