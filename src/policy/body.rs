//! How one rule is run. What a policy is made of is read from the binary when it is first run, once for a process:
//! most runs need few of the policies, and reading all of them takes longer than a small run.

use super::compile::{BodySlice, BundledBody, Footprint, Program};
use std::sync::OnceLock;

pub(super) static BODIES: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/policies.bodies"));

/// A body that was read or not yet, or why it cannot be.
type Place = OnceLock<Result<Body, String>>;

/// Those of the built-in policies, in the order of the index.
static READ: OnceLock<Vec<Place>> = OnceLock::new();

/// How one rule is run. Stands at the rule's position.
#[derive(Debug)]
pub(super) struct Policy {
    /// The file to name when it breaks.
    pub(super) path: String,
    /// Where its `deny` stands, 1-based.
    pub(super) line: u32,
    /// `data.policy.aws.s3.public_acl.deny`.
    pub(super) entry_point: String,
    pub(super) made_of: MadeOf,
}

/// Where the body of a policy is.
#[derive(Debug)]
pub(super) enum MadeOf {
    /// In the binary, and once read at its place.
    Embedded(BodySlice, &'static Place),
    /// Here.
    Ready(Box<Body>),
}

/// What a policy is made of.
#[derive(Debug)]
pub(super) struct Body {
    pub(super) footprint: Footprint,
    pub(super) code: Code,
}

/// What a policy was made into.
#[derive(Debug)]
pub(super) enum Code {
    /// For the machine.
    Compiled(Program),
    /// For what the compiler refuses: the interpreter, with the policy loaded.
    Interpreted(Box<Interpreter>),
}

/// A regorus engine that can be printed.
#[derive(Clone)]
pub(super) struct Interpreter(pub(super) regorus::Engine);

impl std::fmt::Debug for Interpreter {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Interpreter")
    }
}

impl Policy {
    /// What it is made of, or why that cannot be read.
    pub(super) fn body(&self) -> Result<&Body, String> {
        match &self.made_of {
            MadeOf::Ready(body) => Ok(body),
            MadeOf::Embedded(slice, place) => {
                place.get_or_init(|| read(*slice)).as_ref().map_err(Clone::clone)
            }
        }
    }
}

/// A place for the body of each built-in policy, of which there are `count`.
pub(super) fn places(count: usize) -> &'static [Place] {
    READ.get_or_init(|| std::iter::repeat_with(OnceLock::new).take(count).collect())
}

fn read(slice: BodySlice) -> Result<Body, String> {
    let bytes = BODIES.get(slice.start as usize..slice.end as usize).unwrap_or_default();
    let BundledBody { footprint, program } =
        postcard::from_bytes(bytes).map_err(|error| error.to_string())?;
    Ok(Body { footprint, code: Code::Compiled(program) })
}
