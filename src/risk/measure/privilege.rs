//! What a pod's containers may do on their machine.

use super::index::Index;
use super::{Level, Measurement, Subject, related};
use crate::graph::{Workload, WorkloadContainer};
use crate::risk::feature::Feature;
use serde_json::Value as Json;

/// Capabilities that are as good as root on the machine, or on its network.
const DANGEROUS: [&str; 12] = [
    "ALL",
    "BPF",
    "DAC_OVERRIDE",
    "DAC_READ_SEARCH",
    "NET_ADMIN",
    "NET_RAW",
    "SYS_ADMIN",
    "SYS_BOOT",
    "SYS_MODULE",
    "SYS_PTRACE",
    "SYS_RAWIO",
    "SYS_TIME",
];

pub(super) fn measure(index: &Index<'_>, subject: &Subject<'_>, found: &mut Measurement) {
    for workload in index.workloads(&subject.resource.id) {
        let concerned = |container: &&WorkloadContainer| {
            subject.at.id == subject.resource.id
                && container.path.len() <= subject.path.len()
                && related(&container.path, &subject.path)
        };
        let named: Vec<&WorkloadContainer> = workload.containers.iter().filter(concerned).collect();
        let containers = match named.is_empty() {
            true => workload.containers.iter().collect(),
            false => named,
        };
        for container in containers {
            let level = of_container(subject, workload, container);
            found.set(Feature::Privilege, found.level(Feature::Privilege).max(level));
        }
        found.set(Feature::Host, found.level(Feature::Host).max(of_host(subject, workload)));
    }
}

/// Whether something at a path below another one is unknown.
fn is_unknown(subject: &Subject<'_>, base: &[Json], below: &[&str]) -> bool {
    let path: Vec<Json> = base.iter().cloned().chain(below.iter().map(|key| Json::from(*key))).collect();
    subject.resource.unknown.iter().any(|unknown| related(unknown, &path))
}

fn of_container(subject: &Subject<'_>, workload: &Workload, container: &WorkloadContainer) -> Level {
    let context = container.spec.get("securityContext");
    let pod = workload.pod_spec.get("securityContext");
    let field = |name: &str| context.and_then(|context| context.get(name));
    let either = |name: &str| field(name).or_else(|| pod.and_then(|pod| pod.get(name)));
    let unknown = |below: &[&str]| is_unknown(subject, &container.path, below);
    if field("privileged") == Some(&Json::Bool(true)) {
        return Level::known(3);
    }
    let added = field("capabilities").and_then(|all| all.get("add")).and_then(Json::as_array);
    let is_dangerous = |name: &Json| {
        let name = name.as_str().unwrap_or_default();
        DANGEROUS.contains(&name.strip_prefix("CAP_").unwrap_or(name))
    };
    let is_user = either("runAsNonRoot") == Some(&Json::Bool(true))
        || either("runAsUser").and_then(Json::as_u64).is_some_and(|user| user > 0);
    let known = match added.is_some_and(|added| added.iter().any(is_dangerous)) {
        true => 2,
        false => u8::from(!is_user),
    };
    let most = match () {
        () if unknown(&["securityContext", "privileged"]) => 3,
        () if unknown(&["securityContext", "capabilities", "add"]) => 2,
        () => known,
    };
    Level::up_to(known, most)
}

fn of_host(subject: &Subject<'_>, workload: &Workload) -> Level {
    let spec = &workload.pod_spec;
    let fields = ["hostNetwork", "hostPID", "hostIPC"];
    let namespace = fields.iter().any(|field| spec.get(field) == Some(&Json::Bool(true)));
    let volumes = spec.get("volumes").and_then(Json::as_array);
    let files = volumes.is_some_and(|all| all.iter().any(|volume| volume.get("hostPath").is_some()));
    let level = |namespace: bool, files: bool| u8::from(namespace) + 2 * u8::from(files);
    let may_share = fields.iter().any(|field| is_unknown(subject, &workload.path, &[field]));
    let may_mount = is_unknown(subject, &workload.path, &["volumes"]);
    Level::up_to(level(namespace, files), level(namespace || may_share, files || may_mount))
}
