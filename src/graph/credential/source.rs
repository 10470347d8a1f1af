//! Attributes that are credentials, and attributes that hand on what others hold.

use super::Class;
use super::words::{is_kept_beside_a_secret, names_a_credential, stands_beside_a_secret};
use crate::evaluate::{Path, Step};
use crate::graph::Resource;

/// An attribute that is a credential. Kinds may end in `*`.
type Row = (&'static str, &'static [&'static str], Class);

const SOURCES: &[Row] = &[
    ("aws_iam_access_key", &["secret"], Class::CloudKey),
    ("aws_iam_access_key", &["ses_smtp_password_v4"], Class::Password),
    ("aws_iam_user_login_profile", &["password"], Class::Password),
    ("aws_iam_service_specific_credential", &["service_password"], Class::Password),
    ("aws_api_gateway_api_key", &["value"], Class::Token),
    ("aws_appsync_api_key", &["key"], Class::Token),
    ("aws_secretsmanager_secret_version", &["secret_string", "secret_binary"], Class::StoredSecret),
    ("aws_lightsail_key_pair", &["private_key"], Class::PrivateKey),
    ("data.aws_secretsmanager_secret_version", &["secret_string", "secret_binary"], Class::StoredSecret),
    ("data.aws_secretsmanager_random_password", &["random_password"], Class::Password),
    ("data.aws_kms_secrets", &["plaintext"], Class::StoredSecret),
    ("data.aws_eks_cluster_auth", &["token"], Class::Token),
    ("data.aws_ecr_authorization_token", &["authorization_token", "password"], Class::Token),
    ("data.aws_ecrpublic_authorization_token", &["authorization_token", "password"], Class::Token),
    ("random_password", &["result"], Class::Password),
    (
        "tls_private_key",
        &["private_key_pem", "private_key_openssh", "private_key_pem_pkcs8"],
        Class::PrivateKey,
    ),
    ("acme_certificate", &["private_key_pem", "certificate_p12"], Class::PrivateKey),
    ("google_service_account_key", &["private_key"], Class::CloudKey),
    ("google_storage_hmac_key", &["secret"], Class::CloudKey),
    ("google_apikeys_key", &["key_string"], Class::Token),
    ("google_secret_manager_secret_version", &["secret_data"], Class::StoredSecret),
    ("data.google_secret_manager_secret_version*", &["secret_data"], Class::StoredSecret),
    ("data.google_client_config", &["access_token"], Class::Token),
    ("data.google_service_account_access_token", &["access_token"], Class::Token),
    ("data.google_service_account_id_token", &["id_token"], Class::Token),
    ("azuread_application_password", &["value"], Class::CloudKey),
    ("azuread_service_principal_password", &["value"], Class::CloudKey),
    ("azurerm_key_vault_secret", &["value"], Class::StoredSecret),
    ("data.azurerm_key_vault_secret", &["value"], Class::StoredSecret),
    ("data.azurerm_key_vault_certificate_data", &["key", "pem"], Class::PrivateKey),
    ("data.azurerm_storage_account_*sas", &["sas"], Class::CloudKey),
    ("data.vault_generic_secret", &["data", "data_json"], Class::StoredSecret),
    ("data.vault_kv_secret*", &["data", "data_json"], Class::StoredSecret),
    ("data.vault_aws_access_credentials", &["secret_key", "security_token"], Class::CloudKey),
    ("data.vault_azure_access_credentials", &["client_secret"], Class::CloudKey),
    ("vault_token", &["client_token"], Class::Token),
    ("vault_approle_auth_backend_role_secret_id", &["secret_id"], Class::Token),
    ("consul_acl_token", &["secret_id"], Class::Token),
    ("data.consul_acl_token_secret_id", &["secret_id"], Class::Token),
    ("nomad_acl_token", &["secret_id"], Class::Token),
    ("data.kubernetes_secret*", &["data", "binary_data"], Class::StoredSecret),
    ("Secret", &["data", "stringData", "binary_data"], Class::StoredSecret),
    ("data.sops_file", &["data", "raw"], Class::StoredSecret),
    ("data.sops_external", &["data", "raw"], Class::StoredSecret),
    ("data.onepassword_item", &["password", "credential", "note_value"], Class::StoredSecret),
    ("data.doppler_secrets", &["map"], Class::StoredSecret),
    ("data.infisical_secrets", &["secrets"], Class::StoredSecret),
    ("datadog_api_key", &["key"], Class::Token),
    ("datadog_application_key", &["key"], Class::Token),
    ("gitlab_*token", &["token"], Class::Token),
    ("gitlab_user_runner", &["token"], Class::Token),
    ("tfe_*token", &["token"], Class::Token),
    ("cloudflare_api_token", &["value"], Class::Token),
    ("grafana_service_account_token", &["key"], Class::Token),
    ("newrelic_api_access_key", &["key"], Class::Token),
    ("confluent_api_key", &["secret"], Class::Token),
    ("mongodbatlas_project_api_key", &["private_key"], Class::Token),
    ("digitalocean_database_cluster", &["password", "uri", "private_uri"], Class::Password),
    ("digitalocean_spaces_key", &["secret_key"], Class::CloudKey),
    ("scaleway_iam_api_key", &["secret_key"], Class::CloudKey),
];

/// Attributes of Azure's resources that are keys, whatever the resource: what their names end in.
const AZURE_KEYS: &[&str] = &[
    "connection_string",
    "connection_strings",
    "primary_key",
    "secondary_key",
    "primary_access_key",
    "secondary_access_key",
    "primary_master_key",
    "secondary_master_key",
    "primary_shared_key",
    "secondary_shared_key",
    "kube_config",
    "kube_config_raw",
    "kube_admin_config",
    "kube_admin_config_raw",
];

/// Kinds whose attributes of such names tell where to send to, and open nothing.
const NO_KEYS: &[&str] = &["azurerm_application_insights", "data.azurerm_application_insights"];

/// Arguments that hold the name under which a secret is kept, or refer to what has it.
pub(super) const NAMES: [&str; 4] = ["name", "secret_id", "secret", "path"];

/// Attributes that end like the name of a credential but are not one.
const NO_CREDENTIAL: &[(&str, &str)] = &[
    ("random_password", "bcrypt_hash"),
    // It stands in every page of the application, and says which project that belongs to.
    ("data.google_firebase_web_app_config", "api_key"),
];

/// Attributes that hold what others of the same resource hold.
const CARRIERS: &[(&str, &[&str], &[&str])] = &[
    ("data.template_file", &["rendered"], &["template", "vars"]),
    ("template_file", &["rendered"], &["template", "vars"]),
    ("data.template_cloudinit_config", &["rendered"], &["part"]),
    ("template_cloudinit_config", &["rendered"], &["part"]),
    ("data.cloudinit_config", &["rendered"], &["part"]),
    ("cloudinit_config", &["rendered"], &["part"]),
    ("data.ct_config", &["rendered"], &["content", "snippets"]),
    ("data.ignition_config", &["rendered"], &["files", "users", "systemd"]),
    ("data.ignition_file", &["rendered"], &["content"]),
    ("terraform_data", &["output"], &["input"]),
    ("data.null_data_source", &["outputs"], &["inputs"]),
    ("local_file", &["content", "content_base64"], &["content", "content_base64", "sensitive_content"]),
    ("data.utils_deep_merge_yaml", &["output"], &["input"]),
];

/// What kind of credential an attribute is; none where it is none. `names` are those of a secret as a whole.
pub(super) fn class<'n>(resource: &Resource, path: &Path, names: impl Fn() -> Vec<&'n str>) -> Option<Class> {
    let mut keys = path.0.iter().filter_map(|step| match step {
        Step::Key(key) => Some(&**key),
        _ => None,
    });
    let first = keys.next()?;
    let last = keys.next_back().unwrap_or(first);
    let kind = &*resource.kind;
    if stands_beside_a_secret(last) || last.starts_with("encrypted_") || NO_CREDENTIAL.contains(&(kind, last))
    {
        return None;
    }
    match kind {
        // Most parameters hold no secret, and which of them do is not in the files.
        "data.aws_ssm_parameter" => {
            return (first == "value" && is_named_secret(resource)).then_some(Class::StoredSecret);
        }
        "aws_ssm_parameter" => {
            let kept = resource.attributes.get("type").and_then(|kind| kind.as_str()) == Some("SecureString");
            return (first == "value" && kept).then_some(Class::StoredSecret);
        }
        // Random, but made for names as often as for passwords.
        "random_string" | "random_id" | "random_uuid" | "random_bytes" => {
            let text = matches!(first, "result" | "id" | "hex" | "b64_std" | "b64_url" | "base64");
            return (text && names_a_credential(&resource.name)).then_some(Class::Password);
        }
        _ => {}
    }
    let listed =
        SOURCES.iter().find(|(row, attributes, _)| matches(row, kind) && attributes.contains(&first));
    if let Some((_, _, class)) = listed {
        // Much that is kept beside passwords is none.
        let beside = *class == Class::StoredSecret && names().into_iter().any(is_kept_beside_a_secret);
        return (!beside).then_some(*class);
    }
    let azure = kind.trim_start_matches("data.").starts_with("azurerm_") && !NO_KEYS.contains(&kind);
    if azure && AZURE_KEYS.iter().any(|ending| first.ends_with(ending) || last.ends_with(ending)) {
        return Some(Class::CloudKey);
    }
    names_a_credential(last).then(|| match last {
        last if last.contains("private_key") => Class::PrivateKey,
        last if last.contains("password") || last.contains("passphrase") => Class::Password,
        last if last.contains("secret_key") || last.contains("client_secret") => Class::CloudKey,
        _ => Class::Token,
    })
}

/// Credentials that their providers do not mark as sensitive, so that Terraform prints them; none named: whatever is there.
const UNMARKED: &[(&str, &[&str])] = &[
    ("aws_iam_user_login_profile", &["password"]),
    ("aws_lightsail_key_pair", &["private_key"]),
    ("aws_cloudformation_stack", &["outputs", "parameters"]),
    ("data.aws_cloudformation_stack", &["outputs", "parameters"]),
    ("data.aws_secretsmanager_random_password", &["random_password"]),
    ("data.azurerm_key_vault_certificate_data", &["pem"]),
    ("newrelic_api_access_key", &["key"]),
    ("random_string", &[]),
    ("random_id", &[]),
    ("random_uuid", &[]),
    ("data.external", &[]),
    ("data.terraform_remote_state", &[]),
    ("terraform_data", &["output"]),
    ("data.null_data_source", &["outputs"]),
    ("data.consul_keys", &["var"]),
];

/// Whether Terraform knows by the provider's schema that an attribute is sensitive. Of what is named like a credential
/// hardly any is not.
pub(super) fn is_marked(kind: &str, path: &Path) -> bool {
    let Some(Step::Key(first)) = path.0.first() else { return true };
    let row = UNMARKED.iter().find(|(row, _)| *row == kind);
    row.is_none_or(|(_, attributes)| !attributes.is_empty() && !attributes.contains(&&**first))
}

/// The name under which what a resource stands for is kept, as its arguments say it.
pub(super) fn kept_as(resource: &Resource) -> Option<&str> {
    let name = NAMES.iter().find_map(|key| resource.attributes.get(key)?.as_str())?;
    // An ARN ends with six characters of its own.
    Some(match name.rsplit_once('-') {
        Some((before, suffix)) if name.starts_with("arn:") && suffix.len() == 6 => before,
        _ => name,
    })
}

/// Whether the name of a parameter says that it holds a credential.
fn is_named_secret(parameter: &Resource) -> bool {
    let name = parameter.attributes.get("name").and_then(|name| name.as_str());
    names_a_credential(name.unwrap_or(&parameter.name)) || names_a_credential(&parameter.name)
}

/// The attributes that an attribute hands on.
pub(super) fn carried(kind: &str, path: &Path) -> &'static [&'static str] {
    let Some(Step::Key(first)) = path.0.first() else { return &[] };
    let row = CARRIERS.iter().find(|(row, attributes, _)| *row == kind && attributes.contains(&&**first));
    row.map_or(&[], |(_, _, from)| from)
}

/// Whether a kind is that of a row, of which one `*` stands for any text.
pub(super) fn matches(row: &str, kind: &str) -> bool {
    match row.split_once('*') {
        None => row == kind,
        Some((start, end)) => {
            kind.len() >= start.len() + end.len() && kind.starts_with(start) && kind.ends_with(end)
        }
    }
}
