//! Keys whose value says what a Kubernetes object has to do with a cloud, wherever they are written: annotations of
//! objects, the values of charts, fields of custom kinds.

use super::{Links, balancer, identity};
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::ResourceIndex;

/// Levels that are searched.
const MAX_DEPTH: usize = 64;

impl Links<'_, '_> {
    /// What the marks in a resource lead to.
    pub(super) fn marks(&mut self, from: ResourceIndex) {
        let Some(resource) = self.world.get(from) else { return };
        // What else has such keys describes something: a schema, a policy about objects.
        if resource.api_version.is_none() && !DEPLOYING.contains(&&*resource.kind) {
            return;
        }
        self.search(from, &resource.attributes, &mut Vec::new());
    }

    fn search(&mut self, from: ResourceIndex, value: &Value, path: &mut Vec<Step>) {
        if path.len() > MAX_DEPTH {
            return;
        }
        let inside = value.encoded().unwrap_or(value);
        match &inside.data {
            Data::Sequence(_, items) => {
                let mut position = 0;
                for item in items.iter() {
                    let many = item.stands_for_many();
                    path.push(if many { Step::Any } else { Step::Index(position) });
                    position += usize::from(!many);
                    self.search(from, item, path);
                    path.pop();
                }
            }
            Data::Mapping(_, entries) => {
                for (key, entry) in entries.iter() {
                    path.push(Step::Key(key.clone()));
                    self.mark(from, key, entry, path);
                    self.search(from, entry, path);
                    path.pop();
                }
                self.setting(from, inside, path);
            }
            _ => {}
        }
    }

    /// A value of a chart that is set by its name: `serviceAccount.annotations.eks\.amazonaws\.com/role-arn`.
    fn setting(&mut self, from: ResourceIndex, set: &Value, path: &mut Vec<Step>) {
        let (Some(name), Some(value)) = (set.get("name").and_then(Value::as_str), set.get("value")) else {
            return;
        };
        if name.contains('/') {
            let name = name.replace('\\', "");
            let keys = identity::KEYS.iter().copied().chain(balancer::keys());
            let named =
                keys.filter(|key| name.strip_suffix(key).is_some_and(|rest| rest.ends_with(['.', '"'])));
            if let Some(key) = named.last() {
                path.push(Step::from("value"));
                self.mark(from, key, value, path);
                path.pop();
            }
        }
    }

    fn mark(&mut self, from: ResourceIndex, key: &str, value: &Value, path: &[Step]) {
        if !key.contains('/') || matches!(value.data, Data::Null) {
            return;
        }
        let via = Path(path.to_vec());
        if identity::KEYS.contains(&key) {
            self.identity_mark(from, key, value, &via);
        } else {
            self.balancer_mark(from, key, value, &via);
        }
    }
}

/// Resources of Terraform that deploy what they do not themselves say.
const DEPLOYING: [&str; 6] = [
    "argocd_application",
    "aws_eks_addon",
    "helm_release",
    "kubernetes_annotations",
    "kubernetes_manifest",
    "rancher2_app_v2",
];
