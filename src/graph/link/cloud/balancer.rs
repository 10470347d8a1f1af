//! Load balancers that annotations of Services and Ingresses ask for, and what they are attached to.

use super::{Links, Wanted, is_hole, text};
use crate::evaluate::{Path, Value};
use crate::graph::{Relation, ResourceIndex};

pub(super) const SUBNET: Wanted = Wanted { what: "subnet", kinds: &[("aws_subnet", &["tags", "Name"])] };

pub(super) const SECURITY_GROUP: Wanted =
    Wanted { what: "security group", kinds: &[("aws_security_group", &["tags", "Name"])] };

/// Certificates and firewalls are named by ARN, which only an expression can mean.
const CERTIFICATE: Wanted = Wanted {
    what: "certificate",
    kinds: &[
        ("aws_acm_certificate", &["arn"]),
        ("aws_acm_certificate_validation", &["certificate_arn"]),
        ("aws_iam_server_certificate", &["arn"]),
    ],
};

const FIREWALL: Wanted = Wanted {
    what: "web ACL",
    kinds: &[
        ("aws_wafv2_web_acl", &["arn"]),
        ("aws_wafregional_web_acl", &["id"]),
        ("aws_waf_web_acl", &["id"]),
    ],
};

const ELASTIC_IP: Wanted = Wanted { what: "elastic IP", kinds: &[("aws_eip", &["allocation_id"])] };

pub(super) const AZURE_SUBNET: Wanted = Wanted { what: "subnet", kinds: &[("azurerm_subnet", &["name"])] };

pub(super) const PUBLIC_IP: Wanted = Wanted { what: "public IP", kinds: &[("azurerm_public_ip", &["name"])] };

pub(super) const GOOGLE_SUBNET: Wanted =
    Wanted { what: "subnetwork", kinds: &[("google_compute_subnetwork", &["name"])] };

pub(super) const GOOGLE_ADDRESS: Wanted = Wanted {
    what: "address",
    kinds: &[("google_compute_global_address", &["name"]), ("google_compute_address", &["name"])],
};

pub(super) const GOOGLE_CERTIFICATE: Wanted = Wanted {
    what: "certificate",
    kinds: &[
        ("google_compute_managed_ssl_certificate", &["name"]),
        ("google_compute_ssl_certificate", &["name"]),
    ],
};

/// An annotation, and what its value means.
struct Annotation {
    key: &'static str,
    wanted: &'static Wanted,
}

const fn annotation(key: &'static str, wanted: &'static Wanted) -> Annotation {
    Annotation { key, wanted }
}

const ANNOTATIONS: [Annotation; 17] = [
    annotation("alb.ingress.kubernetes.io/certificate-arn", &CERTIFICATE),
    annotation("alb.ingress.kubernetes.io/security-groups", &SECURITY_GROUP),
    annotation("alb.ingress.kubernetes.io/subnets", &SUBNET),
    annotation("alb.ingress.kubernetes.io/waf-acl-id", &FIREWALL),
    annotation("alb.ingress.kubernetes.io/web-acl-id", &FIREWALL),
    annotation("alb.ingress.kubernetes.io/wafv2-acl-arn", &FIREWALL),
    annotation("ingress.gcp.kubernetes.io/pre-shared-cert", &GOOGLE_CERTIFICATE),
    annotation("kubernetes.io/ingress.global-static-ip-name", &GOOGLE_ADDRESS),
    annotation("networking.gke.io/internal-load-balancer-subnet", &GOOGLE_SUBNET),
    annotation("networking.gke.io/load-balancer-ip-addresses", &GOOGLE_ADDRESS),
    annotation("service.beta.kubernetes.io/aws-load-balancer-eip-allocations", &ELASTIC_IP),
    annotation("service.beta.kubernetes.io/aws-load-balancer-extra-security-groups", &SECURITY_GROUP),
    annotation("service.beta.kubernetes.io/aws-load-balancer-security-groups", &SECURITY_GROUP),
    annotation("service.beta.kubernetes.io/aws-load-balancer-ssl-cert", &CERTIFICATE),
    annotation("service.beta.kubernetes.io/aws-load-balancer-subnets", &SUBNET),
    annotation("service.beta.kubernetes.io/azure-load-balancer-internal-subnet", &AZURE_SUBNET),
    annotation("service.beta.kubernetes.io/azure-pip-name", &PUBLIC_IP),
];

/// The annotations that are known here.
pub(super) fn keys() -> impl Iterator<Item = &'static str> {
    ANNOTATIONS.iter().map(|annotation| annotation.key)
}

/// What ids given out by AWS begin with, and ARNs.
const GIVEN_OUT: [&str; 4] = ["subnet-", "sg-", "eipalloc-", "arn:"];

impl Links<'_, '_> {
    /// The value is a list of names or ids, with commas between them.
    pub(super) fn balancer_mark(&mut self, from: ResourceIndex, key: &str, value: &Value, via: &Path) {
        let Some(Annotation { wanted, .. }) = ANNOTATIONS.iter().find(|annotation| annotation.key == key)
        else {
            return;
        };
        let referred = self.world.referred(from, value, wanted);
        let is_linked = !referred.is_empty();
        self.references.add(from, referred, Relation::Attaches, via);
        let Some(written) = self.world.text(value) else { return };
        for item in written.split(',').map(str::trim).filter(|item| !item.is_empty()) {
            let reason = match item {
                _ if !text::is_known(item) && is_linked => continue,
                _ if is_hole(item) => self.unknown(from, value),
                _ if GIVEN_OUT.iter().any(|start| item.starts_with(start)) => {
                    let item = text::shown(item);
                    format!("which {} has the id {item} cannot be known before it is made", wanted.what)
                }
                _ => match self.world.by_name(from, item, wanted) {
                    Ok(target) => {
                        self.references.add(from, [target], Relation::Attaches, via);
                        continue;
                    }
                    Err(reason) => reason,
                },
            };
            self.references.leads_nowhere(from, Relation::Attaches, via.clone(), reason);
        }
    }
}
