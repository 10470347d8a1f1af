//! Terraform configurations as `terraform plan` would evaluate them, offline and without providers.

pub mod functions;
pub mod types;

use super::{ResourceId, Value};
use crate::source::{Diagnostic, Span};
use std::sync::Arc;

/// A root module, evaluated with everything it calls.
#[derive(Debug)]
pub struct EvaluatedModule {
    /// Directory of the root module, relative to the top; `.` for the top itself.
    pub root: Arc<str>,
    /// Every instance of every resource and data source, those of child modules included, in a fixed order.
    pub resources: Vec<EvaluatedResource>,
    /// The root's outputs by name.
    pub outputs: std::collections::BTreeMap<Arc<str>, Value>,
    /// Every module call met, nested ones included.
    pub calls: Vec<ModuleCall>,
    /// What went wrong.
    pub diagnostics: Vec<Diagnostic>,
}

/// One instance of a resource or data source.
#[derive(Clone, Debug)]
pub struct EvaluatedResource {
    /// `<root>//<address>`.
    pub id: ResourceId,
    /// As Terraform prints it: `module.a["x"].aws_s3_bucket.b[0]`.
    pub address: Arc<str>,
    /// A `data` block.
    pub data_source: bool,
    /// The type: `aws_s3_bucket`.
    pub kind: Arc<str>,
    /// The name in the block's header.
    pub name: Arc<str>,
    /// The provider's local name: `aws`, also for `provider = aws.west`.
    pub provider: Arc<str>,
    /// Address of the module it lies in, `module.a["x"]`; none in the root.
    pub module: Option<Arc<str>>,
    /// The block's header: one line.
    pub header: Span,
    /// Where the block lies in a module that somebody else keeps: the outermost call the user owns.
    pub foreign_call: Option<Span>,
    /// An object: arguments and nested blocks (always lists of objects) as written, nulls kept with their
    /// origin, meta-arguments left out.
    pub attributes: Value,
}

/// A `module` block and what became of it.
#[derive(Clone, Debug)]
pub struct ModuleCall {
    /// `module.a.module.b`, without instance keys.
    pub address: Arc<str>,
    /// The source as written; none where it is not a literal.
    pub source: Option<Arc<str>>,
    /// The call's header.
    pub header: Span,
    /// Why it was not followed; none where it was.
    pub not_followed: Option<Arc<str>>,
}
