# METADATA
# title: Airflow environment can be reached from the internet
# description: |
#   Airflow runs jobs that move data, with rights to get at all of it; its web page can change and start them. Open
#   to the internet, one stolen login, or a flaw in the page, is enough from anywhere.
#
#   Unless asked for, the page can only be reached from inside the network.
# related_resources:
#   - https://docs.aws.amazon.com/mwaa/latest/userguide/configuring-networking.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `webserver_access_mode`, or set it to `PRIVATE_ONLY`.
#   aliases: [CKV2_AWS_66]
package policy.aws.mwaa.public_page

deny contains {
	"resource": environment.id,
	"path": ["webserver_access_mode"],
	"message": "`webserver_access_mode` is `PUBLIC_ONLY`",
} if {
	some environment in input.resources.aws_mwaa_environment
	environment.attributes.webserver_access_mode == "PUBLIC_ONLY"
}
