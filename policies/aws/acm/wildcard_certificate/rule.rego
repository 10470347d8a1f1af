# METADATA
# title: ACM certificate is valid for every name below a domain
# description: |
#   A certificate shows that a server may speak for a name. This one is for every name below a domain, so whoever gets
#   hold of its key on one server can pretend to be all the others.
#
#   Certificates of AWS cost nothing, and each service can have its own.
# related_resources:
#   - https://docs.aws.amazon.com/acm/latest/userguide/acm-certificate-characteristics.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     List the names that are needed in `domain_name` and `subject_alternative_names`.
#   aliases: [CKV2_AWS_71]
package policy.aws.acm.wildcard_certificate

deny contains {"resource": certificate.id, "path": ["domain_name"], "message": message(name)} if {
	some certificate in input.resources.aws_acm_certificate
	name := certificate.attributes.domain_name
	contains(sprintf("%v", [name]), "*")
}

deny contains {"resource": certificate.id, "path": ["subject_alternative_names", i], "message": message(name)} if {
	some certificate in input.resources.aws_acm_certificate
	some i, name in certificate.attributes.subject_alternative_names
	contains(sprintf("%v", [name]), "*")
}

message(name) := sprintf("The certificate is for `%s`", [name])
