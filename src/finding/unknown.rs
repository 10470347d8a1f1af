//! What undecided findings wait for.

use crate::evaluate::{Data, Path, Reason, Step};
use crate::graph::{ResourceGraph, ResourceIndex};

/// What would have to be known for the hole at a path of a resource to be filled: equal for all holes that the same
/// thing fills.
pub(super) fn wanted(at: ResourceIndex, path: &Path, graph: &ResourceGraph) -> Option<String> {
    let resource = graph.get(at)?;
    let written = Path(path.0.iter().filter(|step| **step != Step::Any).cloned().collect());
    let reason = match graph.value_at(at, path).map(|(value, _)| &value.data) {
        Some(Data::Unknown(unknown)) => &unknown.reason,
        _ if written.0.is_empty() => return Some(format!("what {} holds", resource.address)),
        _ => return Some(format!("what `{written}` of {} stands for", resource.address)),
    };
    Some(match reason {
        Reason::Computed | Reason::DataSource(_) => shown_by_a_plan(),
        Reason::Function(name) if name.starts_with("provider::") => shown_by_a_plan(),
        Reason::UnsetVariable(name) => {
            format!("a value of variable \"{name}\" (--var or --var-file gives it one)")
        }
        Reason::Given(name) => format!("what variable \"{name}\" is in other runs"),
        Reason::Undeclared(name) => format!("a declaration of {name}"),
        Reason::ModuleNotFollowed(name) => module(name),
        Reason::Workspace => "the workspace (TF_WORKSPACE names it)".to_owned(),
        Reason::Terragrunt => "what Terragrunt decides".to_owned(),
        Reason::Overlay => "the namespace that is set by what applies the objects".to_owned(),
        Reason::Iteration => format!("the `count` or `for_each` of {}", without_key(&resource.address)),
        Reason::Function(name) => format!("the result of {name}()"),
        Reason::File(path) => format!("file {path}, which cannot be read"),
        Reason::Error => format!("an expression without error for `{written}` of {}", resource.address),
        Reason::Invalid => format!("text that can be parsed for `{written}` of {}", resource.address),
        Reason::Limit => "what lies beyond a limit (a warning says which)".to_owned(),
    })
}

/// A module that is not here, by the name or address of its call.
pub(super) fn module(name: &str) -> String {
    let name = name.rsplit('.').next().unwrap_or(name);
    format!("module \"{name}\", which is not here (`terraform init` fetches it, `module_sources` maps it)")
}

/// What an overlay makes of what it takes in, by its directory.
pub(super) fn overlay(directory: &str) -> String {
    format!("what overlay {directory} makes of it (lint what `kustomize build {directory}` writes)")
}

fn shown_by_a_plan() -> String {
    "what only a plan shows (lint one that `terraform show -json` writes)".to_owned()
}

/// `aws_x.main[*]` is made by the block `aws_x.main`.
fn without_key(address: &str) -> &str {
    match address.rfind('[') {
        Some(at) if address.ends_with(']') => address.get(..at).unwrap_or(address),
        _ => address,
    }
}
