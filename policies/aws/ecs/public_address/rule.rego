# METADATA
# title: Tasks of an ECS service get public addresses
# description: |
#   Each task of this service gets an address on the internet of its own. It can then be reached from outside as soon
#   as a firewall rule allows it, beside the load balancer and what that protects.
#
#   Tasks in private subnets get out through a NAT gateway or endpoints, and in through a load balancer.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `assign_public_ip` to `false` and run the service in private subnets.
#   aliases: [CKV_AWS_333]
package policy.aws.ecs.public_address

import data.lib.setting

deny contains {"resource": service.id, "path": ["network_configuration", i, "assign_public_ip"], "message": message} if {
	some service in input.resources.aws_ecs_service
	some i, configuration in service.attributes.network_configuration
	message := setting.turned_on(configuration, "assign_public_ip")
}
