# METADATA
# title: VPC Lattice service takes requests without encryption
# description: |
#   This listener takes plain HTTP. Requests and answers, tokens included, pass through the VPC of the caller in a form
#   that whoever is on the way can read and change.
#
#   For the name that VPC Lattice gives to a service, it has a certificate already.
# related_resources:
#   - https://docs.aws.amazon.com/vpc-lattice/latest/ug/https-listeners.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `protocol` to `HTTPS`; a name of one's own needs `certificate_arn` at the service.
package policy.aws.vpclattice.plain_http

deny contains {"resource": listener.id, "path": ["protocol"], "message": "The listener's `protocol` is `HTTP`"} if {
	some listener in input.resources.aws_vpclattice_listener
	listener.attributes.protocol == "HTTP"
}
