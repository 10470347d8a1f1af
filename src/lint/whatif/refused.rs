//! Values that a platform refuses beside each other, or of which one is without effect beside the other. A change that
//! leads there is no advice, whatever it does to findings.

use super::written::lookup;
use crate::evaluate::{Data, Path, Value};
use crate::graph::{PodTemplate, Resource, ResourceGraph};
use std::collections::BTreeSet;

/// Which combinations there are, by resource, place in it, and number in [`REFUSED`].
pub(super) type Refusals = BTreeSet<(String, String, usize)>;

/// What a combination is looked for in.
enum Of {
    /// Containers; what they leave unsaid is looked up in their pods.
    Container,
    /// Specs of pods.
    Pod,
    /// Resources of these kinds.
    Kinds(&'static [&'static str]),
}

/// A combination.
struct Refused {
    of: Of,
    holds: fn(&Within<'_>) -> bool,
}

const REFUSED: [Refused; 13] = [
    // The API server: it cannot be kept from what it is given.
    Refused {
        of: Of::Container,
        holds: |at| {
            let added = "securityContext.capabilities.add";
            at.is("securityContext.allowPrivilegeEscalation", false)
                && (at.is("securityContext.privileged", true)
                    || at.lists(added, "CAP_SYS_ADMIN")
                    || at.lists(added, "SYS_ADMIN"))
        },
    },
    // The kubelet does not start it.
    Refused {
        of: Of::Container,
        holds: |at| at.is("securityContext.runAsNonRoot", true) && at.is_zero("securityContext.runAsUser"),
    },
    Refused { of: Of::Pod, holds: |at| at.is("shareProcessNamespace", true) && at.is("hostPID", true) },
    Refused {
        of: Of::Pod,
        holds: |at| {
            at.is("hostUsers", false)
                && ["hostNetwork", "hostPID", "hostIPC"].iter().any(|name| at.is(name, true))
        },
    },
    Refused {
        of: Of::Kinds(&["Deployment"]),
        holds: |at| at.says("spec.strategy.type", "Recreate") && at.has("spec.strategy.rollingUpdate"),
    },
    Refused {
        of: Of::Kinds(&["PodDisruptionBudget"]),
        holds: |at| at.has("spec.minAvailable") && at.has("spec.maxUnavailable"),
    },
    // A cluster has to be reached in one way at least.
    Refused {
        of: Of::Kinds(&["aws_eks_cluster"]),
        holds: |at| {
            at.is("vpc_config.endpoint_public_access", false)
                && at.is_not("vpc_config.endpoint_private_access", true)
        },
    },
    Refused {
        of: Of::Kinds(&["aws_elasticache_replication_group"]),
        holds: |at| at.has("auth_token") && at.is_not("transit_encryption_enabled", true),
    },
    // A key for what is not encrypted.
    Refused {
        of: Of::Kinds(&["aws_db_instance", "aws_rds_cluster", "aws_docdb_cluster", "aws_neptune_cluster"]),
        holds: |at| at.has("kms_key_id") && at.is_not("storage_encrypted", true),
    },
    Refused {
        of: Of::Kinds(&["aws_ebs_volume", "aws_efs_file_system", "aws_redshift_cluster"]),
        holds: |at| at.has("kms_key_id") && at.is_not("encrypted", true),
    },
    Refused {
        of: Of::Kinds(&["aws_opensearch_domain", "aws_elasticsearch_domain"]),
        holds: |at| {
            let needs = [
                "encrypt_at_rest.enabled",
                "node_to_node_encryption.enabled",
                "domain_endpoint_options.enforce_https",
            ];
            at.is("advanced_security_options.enabled", true) && needs.iter().any(|need| at.is_not(need, true))
        },
    },
    // The certificate of CloudFront itself allows TLSv1, whatever is said.
    Refused {
        of: Of::Kinds(&["aws_cloudfront_distribution"]),
        holds: |at| {
            at.is("viewer_certificate.cloudfront_default_certificate", true)
                && at.has("viewer_certificate.minimum_protocol_version")
                && !at.says("viewer_certificate.minimum_protocol_version", "TLSv1")
        },
    },
    Refused {
        of: Of::Kinds(&["google_container_cluster"]),
        holds: |at| {
            at.is("private_cluster_config.enable_private_endpoint", true)
                && at.is_not("private_cluster_config.enable_private_nodes", true)
        },
    },
];

/// The combinations in a graph.
pub(super) fn refusals(graph: &ResourceGraph) -> Refusals {
    let mut found = Refusals::new();
    for resource in &graph.resources {
        let place = Within(vec![&resource.attributes]);
        note(&mut found, resource, &Path::default(), &place, |of| match of {
            Of::Kinds(kinds) => kinds.contains(&&*resource.kind),
            Of::Container | Of::Pod => false,
        });
    }
    for template in &graph.pod_templates {
        if let Some(resource) = graph.get(template.resource) {
            in_pod(&mut found, resource, template);
        }
    }
    found
}

fn in_pod(found: &mut Refusals, resource: &Resource, template: &PodTemplate) {
    let at = |path: &Path| lookup(&resource.attributes, &path.0, resource.api_version.is_some());
    let Some(pod) = at(&template.path) else { return };
    note(found, resource, &template.path, &Within(vec![&pod]), |of| matches!(of, Of::Pod));
    for container in &template.containers {
        if let Some(own) = at(&container.path) {
            let place = Within(vec![&own, &pod]);
            note(found, resource, &container.path, &place, |of| matches!(of, Of::Container));
        }
    }
}

fn note(
    found: &mut Refusals,
    resource: &Resource,
    path: &Path,
    place: &Within<'_>,
    concerns: impl Fn(&Of) -> bool,
) {
    for (number, refused) in REFUSED.iter().enumerate() {
        if concerns(&refused.of) && (refused.holds)(place) {
            found.insert((resource.id.to_string(), path.to_string(), number));
        }
    }
}

/// Where values are looked up: in the first of these that says something.
struct Within<'v>(Vec<&'v Value>);

impl Within<'_> {
    /// What a path of names leads to; of the blocks of a name the first.
    fn find(&self, path: &str) -> Option<&Value> {
        self.0.iter().find_map(|place| {
            path.split('.').try_fold(*place, |value, name| {
                let block = value.items().map_or(Some(value), <[Value]>::first)?;
                block.get(name).filter(|value| !matches!(value.data, Data::Null))
            })
        })
    }

    fn has(&self, path: &str) -> bool {
        self.find(path).is_some()
    }

    fn is(&self, path: &str, truth: bool) -> bool {
        self.find(path).is_some_and(|value| truth_of(value) == Some(truth))
    }

    /// Known not to be so, or not set.
    fn is_not(&self, path: &str, truth: bool) -> bool {
        self.find(path).is_none_or(|value| truth_of(value) == Some(!truth))
    }

    fn says(&self, path: &str, text: &str) -> bool {
        self.find(path).is_some_and(|value| value.as_str() == Some(text))
    }

    fn lists(&self, path: &str, text: &str) -> bool {
        let items = self.find(path).and_then(Value::items).unwrap_or_default();
        items.iter().any(|item| item.as_str() == Some(text))
    }

    fn is_zero(&self, path: &str) -> bool {
        let zero = crate::evaluate::Number::from(0_i64);
        self.find(path).is_some_and(|value| matches!(&value.data, Data::Number(number) if *number == zero))
    }
}

fn truth_of(value: &Value) -> Option<bool> {
    value.as_bool().or_else(|| match value.as_str() {
        Some("true") => Some(true),
        Some("false") => Some(false),
        _ => None,
    })
}
