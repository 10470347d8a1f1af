//! Components of a cluster, told by the program that a container starts.

use serde_json::Value as Json;

/// Components that run on the nodes of the control plane, where their pods are static ones.
const CONTROL_PLANE: [&str; 5] =
    ["cloud-controller-manager", "etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"];

/// Components that run on every node.
const NODE: [&str; 2] = ["kube-proxy", "kubelet"];

/// The component that a container starts; none where it starts something else, or nothing says what.
pub(super) fn started(container: &Json) -> Option<&'static str> {
    let words = |key: &str| container.get(key).and_then(Json::as_array).into_iter().flatten();
    // A shell's command line is one text.
    let texts = words("command").chain(words("args")).filter_map(Json::as_str);
    let named =
        texts.flat_map(str::split_whitespace).take_while(|word| !word.starts_with("--")).find_map(component);
    named.or_else(|| from_flags(container))
}

/// The component that a path or name ends with.
fn component(word: &str) -> Option<&'static str> {
    let name = word.rsplit('/').next()?;
    CONTROL_PLANE.iter().chain(&NODE).find(|component| **component == name).copied()
}

/// Flags without a program go to the one that the image starts. Those of etcd's members no other program has.
fn from_flags(container: &Json) -> Option<&'static str> {
    const OF_ETCD: [&str; 3] = ["--initial-advertise-peer-urls", "--initial-cluster", "--listen-peer-urls"];
    let given = |key: &str| container.get(key).filter(|value| !value.is_null());
    let args = given("args")?.as_array()?;
    let flags = args.iter().filter_map(Json::as_str).filter_map(|arg| arg.split(['=', ' ']).next());
    let mut of_etcd = flags.filter(|flag| OF_ETCD.contains(flag));
    (given("command").is_none() && of_etcd.next().is_some()).then_some("etcd")
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
            (json!({"args": ["--name=a", "--listen-peer-urls=http://0.0.0.0:2380"]}), Some("etcd")),
            (json!({"args": ["--initial-cluster", "a=http://a:2380"]}), Some("etcd")),
            (json!({"command": ["run"], "args": ["--listen-peer-urls=http://0.0.0.0:2380"]}), None),
            (json!({"image": "quay.io/coreos/etcd", "args": ["--name=a"]}), None),
            (json!({"command": [null, 1]}), None),
        ] {
            assert_eq!(started(&container), expected, "{container}");
        }
    }
}
