//! The secrets of a cloud that Kubernetes objects read.

use super::{Links, Wanted, below, elements, identity};
use crate::evaluate::{Path, Value};
use crate::graph::{Relation, ResourceIndex};

pub(super) const MANAGED: Wanted =
    Wanted { what: "Secrets Manager secret", kinds: &[("aws_secretsmanager_secret", &["name"])] };

pub(super) const PARAMETER: Wanted =
    Wanted { what: "SSM parameter", kinds: &[("aws_ssm_parameter", &["name"])] };

pub(super) const GOOGLE: Wanted =
    Wanted { what: "Secret Manager secret", kinds: &[("google_secret_manager_secret", &["secret_id"])] };

pub(super) const AZURE: Wanted = Wanted {
    what: "Key Vault secret",
    kinds: &[
        ("azurerm_key_vault_secret", &["name"]),
        ("azurerm_key_vault_key", &["name"]),
        ("azurerm_key_vault_certificate", &["name"]),
    ],
};

pub(super) const VAULT: Wanted = Wanted { what: "Key Vault", kinds: &[("azurerm_key_vault", &["name"])] };

/// All secrets, where it is not known which service they are read from.
const ANY: Wanted = Wanted {
    what: "secret",
    kinds: &[
        ("aws_secretsmanager_secret", &["name"]),
        ("aws_ssm_parameter", &["name"]),
        ("google_secret_manager_secret", &["secret_id"]),
        ("azurerm_key_vault_secret", &["name"]),
    ],
};

/// Characters that Secrets Manager puts behind the name of a secret in its ARN.
const ARN_SUFFIX: usize = 7;

/// The name of a secret in what a key says: the name itself, an ARN, a path.
fn secret_name(key: &str) -> Option<String> {
    if let Some((_, name)) = key.split_once(":secret:") {
        let suffix = name.len().checked_sub(ARN_SUFFIX).and_then(|at| name.split_at_checked(at));
        return Some(match suffix {
            Some((plain, suffix)) if suffix.starts_with('-') => plain.to_owned(),
            _ => name.to_owned(),
        });
    }
    if let Some((_, path)) = key.split_once(":parameter/") {
        return Some(format!("/{path}"));
    }
    if let Some((_, rest)) = key.split_once("/secrets/") {
        return rest.split('/').next().map(str::to_owned);
    }
    Some(key.to_owned())
}

/// The name in the key of an Azure secret: `secret/NAME`, or the name alone.
fn azure_name(key: &str) -> Option<String> {
    let plain = ["secret/", "key/", "cert/"].iter().find_map(|kind| key.strip_prefix(kind));
    Some(plain.unwrap_or(key).to_owned())
}

impl Links<'_, '_> {
    /// The secrets that an object reads from a cloud.
    pub(super) fn secrets(&mut self, from: ResourceIndex) {
        let Some(object) = self.world.get(from) else { return };
        let Some(spec) = object.attributes.get("spec") else { return };
        let base = Path::default().join(&["spec"]);
        match &*object.kind {
            "ExternalSecret.external-secrets.io" => self.external_secret(from, spec, &base),
            "ClusterExternalSecret.external-secrets.io" => {
                if let Some(inside) = spec.get("externalSecretSpec") {
                    self.external_secret(from, inside, &base.join(&["externalSecretSpec"]));
                }
            }
            "SecretStore.external-secrets.io" | "ClusterSecretStore.external-secrets.io" => {
                self.store(from, spec, &base);
            }
            "SecretProviderClass.secrets-store.csi.x-k8s.io" => self.provider_class(from, spec, &base),
            _ => {}
        }
    }

    fn external_secret(&mut self, from: ResourceIndex, spec: &Value, base: &Path) {
        let wanted = self.service(from, spec);
        for (list, keys) in [("data", &["remoteRef", "key"]), ("dataFrom", &["extract", "key"])] {
            let Some(entries) = spec.get(list) else { continue };
            for (entry, path) in elements(entries, &base.join(&[list])) {
                if let Some(key) = below(entry, keys) {
                    self.secret(from, key, wanted, &path.join(keys));
                }
            }
        }
    }

    fn secret(&mut self, from: ResourceIndex, key: &Value, wanted: Option<&Wanted>, via: &Path) {
        let Some(wanted) = wanted else {
            let reason = "the store keeps its secrets in no cloud that is known here".to_owned();
            return self.references.leads_nowhere(from, Relation::ReadsSecret, via.clone(), reason);
        };
        let name = if std::ptr::eq(wanted, &AZURE) { azure_name } else { secret_name };
        self.link(from, key, wanted, Relation::ReadsSecret, via, name);
    }

    /// The service whose secrets an ExternalSecret reads, as its store says; where that is not declared, any. None for
    /// stores that are no service of a cloud.
    fn service(&self, from: ResourceIndex, spec: &Value) -> Option<&'static Wanted> {
        let text = |key: &str| below(spec, &["secretStoreRef", key]).and_then(Value::as_str);
        let (Some(name), Some(own)) = (text("name"), self.world.get(from)) else { return Some(&ANY) };
        let kind = format!("{}.external-secrets.io", text("kind").unwrap_or("SecretStore"));
        let found = self.world.stores.get(&(&*own.root, kind.as_str(), name));
        let Some(store) = found.and_then(|store| self.world.get(*store)) else { return Some(&ANY) };
        let provider = below(&store.attributes, &["spec", "provider"])?;
        let aws = provider.get("aws");
        match aws.and_then(|aws| aws.get("service")).and_then(Value::as_str) {
            Some("ParameterStore") => return Some(&PARAMETER),
            Some("SecretsManager") => return Some(&MANAGED),
            _ if aws.is_some() => return Some(&ANY),
            _ => {}
        }
        let services = [("azurekv", &AZURE), ("gcpsm", &GOOGLE)];
        services.into_iter().find(|(key, _)| provider.get(key).is_some()).map(|(_, wanted)| wanted)
    }

    /// The vault that a store reads, and the role it assumes.
    fn store(&mut self, from: ResourceIndex, spec: &Value, base: &Path) {
        let keys = &["provider", "azurekv", "vaultUrl"];
        if let Some(url) = below(spec, keys) {
            self.link(from, url, &VAULT, Relation::ReadsSecret, &base.join(keys), |url| {
                url.trim_start_matches("https://").split('.').next().map(str::to_owned)
            });
        }
        let keys = &["provider", "aws", "role"];
        if let Some(role) = below(spec, keys) {
            self.link(from, role, &identity::ROLE, Relation::Assumes, &base.join(keys), identity::role_name);
        }
    }

    /// What the CSI driver for secrets is told to mount. Its list of objects is YAML inside of a text.
    fn provider_class(&mut self, from: ResourceIndex, spec: &Value, base: &Path) {
        let Some(parameters) = spec.get("parameters") else { return };
        let base = base.join(&["parameters"]);
        let relation = Relation::ReadsSecret;
        if let Some(vault) = parameters.get("keyvaultName") {
            let via = base.join(&["keyvaultName"]);
            self.link(from, vault, &VAULT, relation, &via, |name| Some(name.to_owned()));
        }
        let provider = spec.get("provider").and_then(Value::as_str);
        let (list, key) =
            if provider == Some("gcp") { ("secrets", "resourceName") } else { ("objects", "objectName") };
        let Some(objects) = parameters.get(list) else { return };
        let via = base.join(&[list]);
        let Some(written) = self.world.text(objects) else { return };
        for name in listed(&written, key) {
            let wanted = match provider {
                Some("azure") => &AZURE,
                Some("gcp") => &GOOGLE,
                Some("aws") => &ANY,
                _ => continue,
            };
            match self.world.by_name(from, &secret_name(name).unwrap_or_default(), wanted) {
                Ok(target) => self.references.add(from, [target], relation, &via),
                Err(reason) => self.references.leads_nowhere(from, relation, via.clone(), reason),
            }
        }
    }
}

/// The values of a key in lines of YAML.
fn listed<'t>(text: &'t str, key: &'t str) -> impl Iterator<Item = &'t str> {
    let value = move |line: &'t str| {
        let line = line.trim_start_matches(|char: char| char.is_whitespace() || char == '-');
        let value = line.strip_prefix(key)?.trim_start().strip_prefix(':')?.trim();
        Some(value.trim_matches(['"', '\''])).filter(|value| !value.is_empty())
    };
    text.lines().filter_map(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_a_secret_is_read_from_every_way_to_say_it() {
        for (key, expected) in [
            ("shop/db", "shop/db"),
            ("arn:aws:secretsmanager:eu-west-1:1:secret:shop/db-AbCdEf", "shop/db"),
            ("arn:aws:ssm:eu-west-1:1:parameter/shop/db", "/shop/db"),
            ("projects/p/secrets/db/versions/latest", "db"),
        ] {
            assert_eq!(secret_name(key).as_deref(), Some(expected));
        }
        assert_eq!(azure_name("secret/db").as_deref(), Some("db"));
    }

    #[test]
    fn names_in_lines_of_yaml_are_listed() {
        let text = "- objectName: \"a\"\n  objectType: x\n- objectType: y\n  objectName: b\n";
        assert_eq!(listed(text, "objectName").collect::<Vec<_>>(), ["a", "b"]);
    }
}
