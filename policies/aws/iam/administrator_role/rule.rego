# METADATA
# title: Role that programs act as may do everything
# description: |
#   AdministratorAccess allows every action of every service. The role that has it lets machines, functions, containers,
#   jobs or pods act as it: its credentials lie in the environment of each, and whoever gets the program to run something
#   else finds them there.
#
#   One hole in one such program is then enough for the whole account.
# related_resources:
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege
#   - https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_terms-and-concepts.html
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Attach policies that allow what the program needs. IAM Access Analyzer writes one from what the role has done.
#   aliases: [CKV_AWS_274]
#   covers: [aws-iam-administrator-access]
package policy.aws.iam.administrator_role

import data.lib.identity
import data.lib.trust as asked

deny contains {
	"resource": who.id,
	"at": right.resource,
	"path": right.path,
	"by_reference": true,
	"needs": array.concat(right.needs, trust.needs),
	"evidence": array.concat(right.evidence, [{"resource": trust.resource, "path": trust.path, "note": sprintf("%s may act as it", [who_acts])}]),
	"message": sprintf("%s may act as the role, which has a policy of AWS that allows everything", [who_acts]),
} if {
	some who in input.identities
	some right in identity.everything_by_aws(who)
	some [who_acts, trust] in array.slice([[program, way] | some way in who.trust; program := program_of(way)], 0, 1)
}

program_of(trust) := programs[split(trust.principal, ".amazonaws.com")[0]] if trust.principal_type == "Service"

# The subject tells that the provider is a cluster's, also where it is not known yet.
program_of(trust) := "A pod" if {
	trust.principal_type == "Federated"
	some condition in asked.claims(trust, "sub")
	some value in condition.values
	startswith(value, "system:serviceaccount:")
}

programs := {
	"airflow-env": "An environment of Airflow",
	"ec2": "A machine",
	"ecs-tasks": "A container",
	"edgelambda": "A function",
	"glue": "A job of Glue",
	"lambda": "A function",
	"pods.eks": "A pod",
	"sagemaker": "A notebook or model",
	"ssm": "A machine",
	"tasks.apprunner": "A service of App Runner",
}
