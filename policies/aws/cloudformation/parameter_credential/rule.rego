# METADATA
# title: Parameter or template of a CloudFormation stack holds a credential
# description: |
#   Everyone who may describe stacks sees the template and the values of its parameters, unless the template
#   declares a parameter with `NoEcho`. Old change sets and events keep them.
# related_resources:
#   - https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/security-best-practices.html#creds
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Let the template read the credential with a dynamic reference (`{{resolve:secretsmanager:...}}`), or
#     declare the parameter with `NoEcho: true`.
package policy.aws.cloudformation.parameter_credential

import data.lib.attribute
import data.lib.credential

deny contains {
	"resource": flow.id,
	"path": flow.path,
	"needs": array.concat(flow.unknown, doubts(flow)),
	"by_reference": true,
	"evidence": credential.evidence(flow),
	"message": message,
} if {
	some flow in input.credential_flows
	flow.sink == "definition"
	flow.kind in {
		"aws_cloudformation_stack",
		"aws_cloudformation_stack_set",
		"aws_cloudformation_stack_set_instance",
		"aws_cloudformation_stack_instances",
		"aws_serverlessapplicationrepository_cloudformation_stack",
		"aws_servicecatalog_provisioned_product",
	}
	not hidden(flow)
	message := sprintf("The stack holds %s; all who may describe it can read it", [credential.listed(flow)])
}

# Whether a parameter is shown is said in the template. Which parameter it is cannot be told where all are unknown.
doubts(flow) := [{"resource": flow.id, "path": ["parameters"]}] if flow.path == ["parameters"]

doubts(flow) := [{"resource": flow.id, "path": ["template_body", "Parameters", flow.path[1], "NoEcho"]}] if {
	flow.path[0] == "parameters"
	count(flow.path) > 1
}

doubts(flow) := [] if flow.path[0] != "parameters"

# The template does not show the parameter.
hidden(flow) if {
	flow.path[0] == "parameters"
	template := input.resources[flow.kind][flow.index].attributes.template_body
	no_echo(template, flow.path[1])
}

no_echo(template, parameter) if attribute.is_true(template.Parameters[parameter].NoEcho)

# In YAML it cannot be told which parameter it is.
no_echo(template, _) if {
	is_string(template)
	contains(template, "NoEcho")
}
