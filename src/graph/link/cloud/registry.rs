//! The registries that images come from.

use super::{Links, Wanted};
use crate::evaluate::{Data, Path, Step, Value};
use crate::graph::lookup::{follow, held};
use crate::graph::workload::PodTemplate;
use crate::graph::{Relation, ResourceIndex};

pub(super) const ECR: Wanted = Wanted { what: "ECR repository", kinds: &[("aws_ecr_repository", &["name"])] };

pub(super) const ACR: Wanted =
    Wanted { what: "container registry", kinds: &[("azurerm_container_registry", &["name"])] };

pub(super) const ARTIFACTS: Wanted = Wanted {
    what: "Artifact Registry repository",
    kinds: &[("google_artifact_registry_repository", &["repository_id"])],
};

/// All of them, for images that an expression names.
const REGISTRIES: Wanted = Wanted {
    what: "registry",
    kinds: &[
        ("aws_ecr_repository", &["name"]),
        ("azurerm_container_registry", &["name"]),
        ("google_artifact_registry_repository", &["repository_id"]),
    ],
};

/// Levels of a resource's attributes that are searched for images.
const MAX_DEPTH: usize = 64;

/// Keys under which resources of Terraform and values of charts say an image.
const IMAGE_KEYS: [&str; 6] =
    ["container_image", "docker_image_name", "image", "image_identifier", "image_uri", "image_url"];

/// The same where a chart puts the image together from parts.
const CHART_KEYS: [&str; 2] = ["registry", "repository"];

/// The registry and the name in an image's text.
fn named(image: &str) -> Option<(&'static Wanted, String)> {
    let (host, path) = image.split_once('/').unwrap_or((image, ""));
    let path = path.split('@').next().unwrap_or_default();
    let path = path.rsplit_once(':').map_or(path, |(path, _)| path);
    if host.contains(".dkr.ecr.") && host.contains(".amazonaws.com") {
        return (!path.is_empty()).then(|| (&ECR, path.to_owned()));
    }
    if let Some(name) = host.strip_suffix(".azurecr.io") {
        return Some((&ACR, name.to_owned()));
    }
    let mut parts = path.split('/');
    match (host.ends_with("-docker.pkg.dev"), parts.next(), parts.next()) {
        (true, Some(_), Some(repository)) => Some((&ARTIFACTS, repository.to_owned())),
        _ => None,
    }
}

impl Links<'_, '_> {
    /// The registries of all images: of pods, and of what runs containers in a cloud.
    pub(super) fn images(&mut self, templates: &[PodTemplate]) {
        for template in templates {
            let Some(holder) = self.world.get(template.resource) else { continue };
            for container in &template.containers {
                let (own, rest) = follow(&holder.attributes, &container.path.0);
                if let Some(image) = own.get("image").filter(|_| rest.is_empty()) {
                    self.image(template.resource, image, &container.path.join(&["image"]));
                }
            }
        }
        for (position, resource) in self.world.resources.iter().enumerate() {
            if resource.api_version.is_none() && !resource.kind.starts_with("data.") {
                let keys = if &*resource.kind == "helm_release" { &CHART_KEYS[..] } else { &[] };
                let index = ResourceIndex::new(position);
                self.image_keys(index, &resource.attributes, keys, &mut Vec::new());
            }
        }
    }

    fn image_keys(&mut self, from: ResourceIndex, value: &Value, more: &[&str], path: &mut Vec<Step>) {
        if path.len() > MAX_DEPTH {
            return;
        }
        let inside = held(value);
        match &inside.data {
            Data::Sequence(_, items) => {
                let counted = items.iter().filter(|item| !item.stands_for_many());
                for (at, item) in counted.enumerate() {
                    path.push(Step::Index(at));
                    self.image_keys(from, item, more, path);
                    path.pop();
                }
            }
            Data::Mapping(_, entries) => {
                for (key, entry) in entries.iter() {
                    path.push(Step::Key(key.clone()));
                    if IMAGE_KEYS.contains(&&**key) || more.contains(&&**key) {
                        self.image(from, entry, &Path(path.clone()));
                    }
                    self.image_keys(from, entry, more, path);
                    path.pop();
                }
            }
            _ => {}
        }
    }

    fn image(&mut self, from: ResourceIndex, image: &Value, via: &Path) {
        let relation = Relation::Pulls;
        let referred = self.world.referred(from, image, &REGISTRIES);
        if let [only] = *referred {
            return self.references.add(from, [only], relation, via);
        }
        let Some((wanted, name)) = self.world.text(image).as_deref().and_then(named) else {
            if !referred.is_empty() {
                let reason = format!("it may come from any of {} registries", referred.len());
                self.references.leads_nowhere(from, relation, via.clone(), reason);
            }
            return;
        };
        let found = match super::is_hole(&name) || !name.contains(char::is_alphanumeric) {
            true => {
                let reason = format!("the name of the {} is unknown", wanted.what);
                self.world.by_name(from, &name, wanted).map_err(|_| reason)
            }
            false => self.world.by_name(from, &name, wanted),
        };
        match found {
            Ok(target) => self.references.add(from, [target], relation, via),
            Err(reason) => self.references.leads_nowhere(from, relation, via.clone(), reason),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_repository_is_read_from_the_text_of_an_image() {
        for (image, expected) in [
            ("1.dkr.ecr.eu-west-1.amazonaws.com/team/app:1.0", Some(("ECR repository", "team/app"))),
            ("1.dkr.ecr.eu-west-1.amazonaws.com/app@sha256:00", Some(("ECR repository", "app"))),
            ("shop.azurecr.io/app:1", Some(("container registry", "shop"))),
            ("europe-docker.pkg.dev/project/images/app:1", Some(("Artifact Registry repository", "images"))),
            ("nginx:1", None),
            ("example.com/dkr.ecr/app", None),
        ] {
            let found = named(image);
            let found = found.as_ref().map(|(wanted, name)| (wanted.what, name.as_str()));
            assert_eq!(found, expected, "{image}");
        }
    }
}
