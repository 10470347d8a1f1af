//! Components of a cluster, told by the program that a container starts.

use serde_json::Value as Json;

/// Components that run on the nodes of the control plane, where their pods are static ones.
const CONTROL_PLANE: [&str; 5] =
    ["cloud-controller-manager", "etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"];

/// Components that run on every node.
const NODE: [&str; 2] = ["kube-proxy", "kubelet"];

/// The component that a container starts; none where it starts something else, or what its image says.
pub(super) fn started(container: &Json) -> Option<&'static str> {
    let words = |key: &str| container.get(key).and_then(Json::as_array).into_iter().flatten();
    // A shell's command line is one text.
    let texts = words("command").chain(words("args")).filter_map(Json::as_str);
    texts.flat_map(str::split_whitespace).take_while(|word| !word.starts_with("--")).find_map(|word| {
        let name = word.rsplit('/').next()?;
        CONTROL_PLANE.iter().chain(&NODE).find(|component| **component == name).copied()
    })
}

/// Whether a component belongs to the control plane.
pub(super) fn is_of_control_plane(component: &str) -> bool {
    CONTROL_PLANE.contains(&component)
}

#[cfg(test)]
mod tests {
    use super::started;
    use serde_json::json;

    #[test]
    fn a_component_is_told_by_its_program() {
        for (container, expected) in [
            (json!({"command": ["kube-apiserver", "--anonymous-auth=false"]}), Some("kube-apiserver")),
            (json!({"command": ["/usr/local/bin/etcd"]}), Some("etcd")),
            (
                json!({"command": ["/bin/sh", "-ec", "exec kube-scheduler --profiling=false 1>>/log"]}),
                Some("kube-scheduler"),
            ),
            (json!({"args": ["kubelet", "--read-only-port=0"]}), Some("kubelet")),
            (json!({"command": ["backup", "--of=etcd", "etcd"]}), None),
            (json!({"command": ["etcdctl", "snapshot"]}), None),
            (json!({"image": "k8s.gcr.io/kube-apiserver"}), None),
            (json!({"command": [null, 1]}), None),
        ] {
            assert_eq!(started(&container), expected, "{container}");
        }
    }
}
