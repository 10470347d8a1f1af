# METADATA
# title: Users of the notebook are root on its machine
# description: |
#   A notebook runs on a machine of its own. With root access, which is the default, whoever uses the notebook may
#   change everything on that machine: take its logs and its protection away, and listen to what others run on it.
#
#   Lifecycle configurations run as root in any case.
# related_resources:
#   - https://docs.aws.amazon.com/sagemaker/latest/dg/nbi-root-access.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/sagemaker-controls.html#sagemaker-3
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `root_access` to `Disabled`, and install what is needed with a lifecycle configuration.
package policy.aws.sagemaker.notebook_root

import data.lib.setting

deny contains {"resource": notebook.id, "path": ["root_access"], "message": message} if {
	some notebook in input.resources.aws_sagemaker_notebook_instance
	message := setting.other(notebook.attributes, "root_access", {"Disabled"}, "Enabled")
}
