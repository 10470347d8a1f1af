# METADATA
# title: Classic load balancer takes requests without encryption
# description: |
#   This listener of a classic load balancer has no certificate, so what goes through it can be read and changed by
#   everyone on the way, passwords and cookies included.
#
#   A certificate of AWS Certificate Manager costs nothing and is renewed by itself.
# related_resources:
#   - https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-create-https-ssl-load-balancer.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `lb_protocol` to `https` (or `ssl`) and `ssl_certificate_id` to the ARN of a certificate, or move to an
#     application load balancer.
#   aliases: [CKV_AWS_127, CKV_AWS_376]
package policy.aws.elb.classic_plain_listener

import data.lib.attribute
import data.lib.setting

deny contains {
	"resource": balancer.id,
	"path": ["listener", i, fault.at],
	"needs": [{"resource": balancer.id, "path": ["listener", i, "lb_port"]}],
	"message": fault.message,
} if {
	some balancer in input.resources.aws_elb
	some i, listener in balancer.attributes.listener
	some fault in faults(listener)
}

faults(listener) := [{"at": "lb_protocol", "message": sprintf("`lb_protocol` is `%s`", [listener.lb_protocol])}] if {
	not encrypted(listener)
	not passes_on(listener)
}

faults(listener) := [{"at": "ssl_certificate_id", "message": message} |
	message := setting.missing(listener, "ssl_certificate_id")
] if {
	encrypted(listener)
}

encrypted(listener) if lower(sprintf("%v", [listener.lb_protocol])) in {"https", "ssl"}

# What goes through a TCP listener unseen may be encrypted from end to end, and is on the ports of protocols that are.
passes_on(listener) if {
	lower(sprintf("%v", [listener.lb_protocol])) == "tcp"
	attribute.number(listener.lb_port) in encrypted_ports
}

# SSH, HTTPS, mail, DNS, LDAP, FTP, SIP, message queues, WinRM and the API of Kubernetes.
encrypted_ports := {22, 443, 465, 636, 853, 989, 990, 992, 993, 994, 995, 2222, 3269, 5061, 5671, 5986, 6443, 8443, 8883, 9443}
