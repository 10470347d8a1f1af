# METADATA
# title: Virtual machine answers the whole internet on an administration port
# description: |
#   This machine has a public address, lies in a subnet with a way to the internet, and its security groups let every
#   address connect to SSH or Remote Desktop. All that stands between a stranger and the machine is its login.
#
#   Scanners find such machines within minutes and try keys and passwords around the clock. A security group that is
#   open is a risk; with the address it is a way in.
# related_resources:
#   - https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html
#   - https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager.html
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the public address away here, or narrow the security group's rule that the evidence names, and log in through
#     Session Manager or EC2 Instance Connect, which need neither.
package policy.aws.exposure.administration_port

import data.lib.exposure

deny contains {
	"resource": reached.id,
	"at": address.resource,
	"path": address.path,
	"by_reference": true,
	"needs": array.concat(reached.unknown, opening.unknown),
	"evidence": exposure.to_port(reached, opening, port),
	"message": sprintf("With this public address the internet reaches port %d (%s) of the machine", [port, name]),
} if {
	some kind in ["aws_instance", "aws_spot_instance_request", "aws_autoscaling_group"]
	some reached in exposure.of_kind(kind)
	reached.hops == 0
	address := reached.stations[count(reached.stations) - 1]
	some port, name in exposure.administration
	opening := exposure.openings(reached, port)[0]
}
