# METADATA
# title: SageMaker notebook reaches the internet past the network
# description: |
#   A notebook has a way to the internet of its own unless that is switched off, past the firewalls and gateways of
#   the network. Code that somebody loads into it may fetch programs from anywhere and send data anywhere.
#
#   Through the network, gateways and endpoints say what is let out. Packages then have to come over these.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/appendix-notebook-and-internet-access.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `direct_internet_access` to `Disabled`, with `subnet_id` and `security_groups`. An existing notebook is
#     replaced.
#   aliases: [CKV_AWS_122]
package policy.aws.sagemaker.notebook_internet

import data.lib.setting

deny contains {"resource": notebook.id, "path": ["direct_internet_access"], "message": message} if {
	some notebook in input.resources.aws_sagemaker_notebook_instance
	message := setting.other(notebook.attributes, "direct_internet_access", {"Disabled"}, "Enabled")
}
