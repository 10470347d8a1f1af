//! Documents that look like objects but only change one, or are what a test compares an object with.

use super::kinds;
use crate::parse::tree::{Node, NodeKind};

/// Levels of a document that are searched for marks of a patch.
const MAX_DEPTH: usize = 24;

/// Keys that a strategic merge patch holds and an object does not.
const DIRECTIVES: [&str; 3] = ["$patch", "$retainKeys", "$deleteFromPrimitiveList"];

/// Whether a mapping, or one in it, holds a directive for merging.
pub(super) fn holds_directives(node: &Node) -> bool {
    let mut pending = vec![(node, 0_usize)];
    while let Some((node, depth)) = pending.pop() {
        match &node.kind {
            NodeKind::Mapping(entries) => {
                for entry in entries.iter() {
                    if DIRECTIVES.contains(&&*entry.key) || entry.key.starts_with("$setElementOrder/") {
                        return true;
                    }
                    if depth < MAX_DEPTH {
                        pending.push((&entry.value, depth + 1));
                    }
                }
            }
            NodeKind::Sequence(items) if depth < MAX_DEPTH => {
                pending.extend(items.iter().map(|item| (item, depth + 1)));
            }
            _ => {}
        }
    }
    false
}

/// Whether a list consists of the operations of a JSON patch.
pub(super) fn is_json_patch(node: &Node) -> bool {
    let NodeKind::Sequence(items) = &node.kind else { return false };
    let is_operation = |item: &Node| item.get("op").is_some() && item.get("path").is_some();
    !items.is_empty() && items.iter().all(is_operation)
}

/// How much of what an object cannot do without a document has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// An object of a kind that makes pods, with containers and their images.
    Complete,
    /// Of such a kind, and lacks what the API server would not do without: a part of an object, or a broken one.
    Partial,
    /// Nothing can be told.
    Untold,
}

/// The shape of an object of a kind.
pub(super) fn shape(api_version: &str, kind: &str, node: &Node) -> Shape {
    let (holder, selects): (&[&str], bool) = match (kinds::group(api_version), kind) {
        ("apps" | "extensions", "Deployment" | "DaemonSet" | "ReplicaSet" | "StatefulSet") => {
            (&["spec", "template", "spec"], true)
        }
        ("batch", "Job") | ("", "ReplicationController") => (&["spec", "template", "spec"], false),
        ("batch", "CronJob") => (&["spec", "jobTemplate", "spec", "template", "spec"], false),
        ("", "Pod") => (&["spec"], false),
        _ => return Shape::Untold,
    };
    let Some(NodeKind::Mapping(fields)) = node.get("spec").map(|spec| &spec.kind) else {
        return Shape::Untold;
    };
    let selected = selects && fields.iter().any(|field| &*field.key == "selector");
    let missing = match (fields.is_empty(), selected) {
        // An object that says nothing yet is no part of one, and one that says what it selects is meant to be whole.
        (true, _) | (_, true) => Shape::Untold,
        (false, false) => Shape::Partial,
    };
    let pod = holder.iter().try_fold(node, |node, key| node.get(key));
    let containers = match pod.and_then(|pod| pod.get("containers")).map(|list| &list.kind) {
        Some(NodeKind::Sequence(items)) => items,
        Some(_) => return Shape::Untold,
        None => return missing,
    };
    let with = |key: &str| containers.iter().filter(|container| container.get(key).is_some()).count();
    match with("image") {
        0 if with("name") > 0 => missing,
        images if images > 0 && images == containers.len() => Shape::Complete,
        _ => Shape::Untold,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::parse::yaml;
    use crate::source::{FileKind, Sources};

    fn read(text: &str) -> Node {
        let sources = Sources::new(".");
        let file = sources.add("a.yaml", FileKind::Manifest, text);
        yaml::parse(&sources, file).0.remove(0)
    }

    #[test]
    fn directives_are_found_at_any_depth() {
        assert!(holds_directives(&read(
            "spec: {template: {spec: {volumes: [{name: a, $patch: delete}]}}}\n"
        )));
        assert!(holds_directives(&read("spec:\n  $setElementOrder/containers: [{name: a}]\n")));
        assert!(!holds_directives(&read("spec: {a: [$patch], b: $patch}\n")));
        assert!(is_json_patch(&read("- {op: remove, path: /spec/replicas}\n")));
        assert!(!is_json_patch(&read("- {op: remove}\n")));
        assert!(!is_json_patch(&read("[]\n")));
    }

    #[test]
    fn parts_of_objects_are_told_from_objects() {
        use Shape::{Complete, Partial, Untold};
        for (api_version, kind, text, expected) in [
            ("apps/v1", "Deployment", "spec: {replicas: 3}", Partial),
            (
                "apps/v1",
                "Deployment",
                "spec: {template: {spec: {containers: [{name: a, env: []}]}}}",
                Partial,
            ),
            ("apps/v1", "Deployment", "spec: {template: {spec: {nodeSelector: {a: b}}}}", Partial),
            (
                "apps/v1",
                "Deployment",
                "spec: {selector: {}, template: {spec: {containers: [{name: a}]}}}",
                Untold,
            ),
            (
                "apps/v1",
                "Deployment",
                "spec: {template: {spec: {containers: [{name: a, image: b}]}}}",
                Complete,
            ),
            ("apps/v1", "Deployment", "metadata: {name: a}", Untold),
            ("batch/v1", "CronJob", "spec: {schedule: x}", Partial),
            ("batch/v1", "Job", "spec: {template: {spec: {containers: [{name: a, args: []}]}}}", Partial),
            ("v1", "Pod", "spec: {hostNetwork: true}", Partial),
            ("v1", "Pod", "spec: {}", Untold),
            ("v1", "Service", "spec: {type: NodePort}", Untold),
            ("example.com/v1", "Deployment", "spec: {replicas: 3}", Untold),
        ] {
            assert_eq!(shape(api_version, kind, &read(text)), expected, "{kind} {text}");
        }
    }
}
