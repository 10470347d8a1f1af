//! What a kind of resource holds: from the tables, or, of what no package has a schema of, from the lists here.

use crate::schema::{Node, Schema, Step, Wrong};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

/// Kinds of which no package has a schema, and what is read of them. Written as the tables are.
const WITHOUT_SCHEMA: &str = "\
output value:x sensitive:b description
terraform_data input:x output:x triggers_replace:x id
data.terraform_remote_state backend config:x outputs:x workspace defaults:x
CiliumNetworkPolicy.cilium.io metadata:V1ObjectMeta spec:x specs:[x]
CiliumClusterwideNetworkPolicy.cilium.io metadata:V1ObjectMeta spec:x specs:[x]
CUSTOM apiVersion kind metadata:V1ObjectMeta spec:x status:x
SecurityContextConstraints apiVersion kind metadata:V1ObjectMeta allowHostDirVolumePlugin:b allowHostIPC:b allowHostNetwork:b allowHostPID:b allowHostPorts:b allowPrivilegeEscalation:b allowPrivilegedContainer:b allowedCapabilities:[s] defaultAddCapabilities:[s] fsGroup:x groups:[s] priority:n readOnlyRootFilesystem:b requiredDropCapabilities:[s] runAsUser:(type uid:n uidRangeMin:n uidRangeMax:n) seLinuxContext:x seccompProfiles:[s] supplementalGroups:x userNamespaceLevel users:[s] volumes:[s]
SecurityContextConstraints.security.openshift.io =SecurityContextConstraints
AdmissionConfiguration.apiserver.config.k8s.io apiVersion kind metadata:V1ObjectMeta plugins:[(configuration:x name path)]
Policy.audit.k8s.io apiVersion kind metadata:V1ObjectMeta omitStages:[s] rules:[(level users:[s] userGroups:[s] verbs:[s] namespaces:[s] nonResourceURLs:[s] omitStages:[s] resources:[(group resources:[s] resourceNames:[s])])]
EncryptionConfiguration.apiserver.config.k8s.io apiVersion kind resources:[(resources:[s] providers:[x])]
KubeletConfiguration.kubelet.config.k8s.io apiVersion kind authentication:(anonymous:(enabled:b) webhook:(enabled:b) x509:(clientCAFile)) authorization:(mode) featureGates:{b} makeIPTablesUtilChains:b protectKernelDefaults:b readOnlyPort:n rotateCertificates:b serverTLSBootstrap:b tlsCipherSuites:[s]
";

/// Of custom resources that are not listed, no more is known than what most have.
const CUSTOM: &str = "CUSTOM";

/// What the graph adds to the attributes of a kind.
const ADDED: [(&str, &str); 2] = [("helm_release", "merged_values"), ("data.helm_template", "merged_values")];

/// Attributes that hold JSON, which a policy reads as what it holds: what their names end in, or a kind and a name.
const JSON: [&str; 17] = [
    "access_policies",
    "aws_cloudwatch_log_destination_policy.access_policy",
    "aws_emr_security_configuration.configuration",
    "container_properties",
    "definition",
    "definitions",
    "ecs_properties",
    "event_pattern",
    "json",
    "node_properties",
    "policies",
    "policy",
    "policy_data",
    "policy_document",
    "provider.google-beta.credentials",
    "provider.google.credentials",
    "template_body",
];

pub(crate) struct Kinds {
    pub(crate) schema: Schema,
    /// The types of Kubernetes' API that a kind of object has in its versions.
    of_api: BTreeMap<String, Vec<String>>,
}

pub(crate) static KINDS: LazyLock<Kinds> = LazyLock::new(|| {
    let mut schema = Schema::default();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("schemas");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "txt") {
            schema.add(&fs::read_to_string(path).unwrap());
        }
    }
    schema.add(WITHOUT_SCHEMA);
    let mut of_api: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for name in schema.names() {
        if let Some(kind) = api_kind(name) {
            of_api.entry(kind.to_owned()).or_default().push(name.to_owned());
        }
    }
    Kinds { schema, of_api }
});

impl Kinds {
    /// What the attributes of a kind may be; nothing for a kind that is not known.
    pub(crate) fn roots(&self, kind: &str) -> Vec<Node<'_>> {
        if kind == "*" {
            return self.schema.names().filter_map(|name| self.schema.root(name)).collect();
        }
        let is_custom = kind.starts_with(|c: char| c.is_ascii_uppercase()) && kind.contains('.');
        let own =
            self.schema.root(kind).or_else(|| self.schema.root(CUSTOM).filter(|_| is_custom)).into_iter();
        let of_api = self.of_api.get(kind).into_iter().flatten();
        own.chain(of_api.filter_map(|name| self.schema.root(name))).collect()
    }

    /// What is wrong with a path below the attributes of a kind.
    pub(crate) fn wrong(&self, kind: &str, path: &[Step]) -> Option<Wrong> {
        let roots = self.roots(kind);
        if let [Step::Key(first), ..] = path
            && ADDED.contains(&(kind, first))
        {
            return None;
        }
        self.schema.wrong(&roots, self.up_to_json(kind, &roots, path))
    }

    /// The same of a path that may go on into any text: into what was written as JSON or YAML.
    pub(crate) fn wrong_outside_texts(&self, kind: &str, path: &[Step]) -> Option<Wrong> {
        let roots = self.roots(kind);
        let is_text = |at: &usize| self.schema.at(&roots, &path[..=*at]).iter().any(|node| node.is_text());
        let text = (0..path.len()).find(is_text);
        self.wrong(kind, text.map_or(path, |at| &path[..=at]))
    }

    /// A path, cut where it goes on into JSON.
    fn up_to_json<'p>(&self, kind: &str, roots: &[Node<'_>], path: &'p [Step]) -> &'p [Step] {
        let is_json = |at: &usize| {
            let Some(Step::Key(key)) = path.get(*at) else { return false };
            let holds_json = |row: &&str| match row.rsplit_once('.') {
                Some(row) => row == (kind, key),
                None => key.ends_with(*row),
            };
            JSON.iter().any(holds_json)
                && self.schema.at(roots, &path[..=*at]).iter().any(|node| node.is_text())
        };
        (0..path.len()).find(is_json).map_or(path, |at| &path[..=at])
    }
}

/// The kind of object that a type of Kubernetes' API is: `Deployment` for `V1Deployment`.
fn api_kind(name: &str) -> Option<&str> {
    let versioned = name.find(|c: char| c.is_ascii_digit())?;
    if !name[..versioned].ends_with('V') {
        return None;
    }
    let rest = name[versioned..].trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = ["alpha", "beta"].iter().find_map(|stage| rest.strip_prefix(stage)).unwrap_or(rest);
    Some(rest.trim_start_matches(|c: char| c.is_ascii_digit()))
}
