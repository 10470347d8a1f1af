# METADATA
# title: Terraform sends a secret to a web address
# description: |
#   The data source `http` asks a web server each time that Terraform plans. A secret in the address reaches that
#   server, and with it the logs of every proxy and server on the way, where addresses are written down.
#
#   If nobody meant that, somebody is carrying the secret out.
# related_resources:
#   - https://registry.terraform.io/providers/hashicorp/http/latest/docs/data-sources/http
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Leave the secret out of `url`. A service that needs it should get it in a header, over HTTPS, from the machine
#     that runs there.
#   aliases: [CKV2_AWS_36, AWS-0134]
package policy.aws.ssm.parameter_in_address

deny contains {
	"resource": request.id,
	"path": ["url"],
	"by_reference": true,
	"evidence": [{"resource": secret.id, "path": [], "note": "the secret"}],
	"message": sprintf("The address holds %s", [secret.address]),
} if {
	some request in input.resources["data.http"]
	some reference in request.references
	reference.via[0] == "url"
	secret := input.resources[reference.kind][reference.index]
	is_read(secret, reference.reads)
}

is_read(secret, reads) if {
	secret.kind == "aws_ssm_parameter"
	secret.attributes.type == "SecureString"
	some path in reads
	path[0] in {"value", "value_wo"}
}

is_read(secret, reads) if {
	secret.kind in {"data.aws_secretsmanager_secret_version", "aws_secretsmanager_secret_version"}
	some path in reads
	path[0] in {"secret_string", "secret_binary"}
}

is_read(secret, reads) if {
	secret.kind == "random_password"
	some path in reads
	path[0] in {"result", "bcrypt_hash"}
}
