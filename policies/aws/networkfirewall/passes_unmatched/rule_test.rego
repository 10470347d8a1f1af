package policy.aws.networkfirewall.passes_unmatched_test

import data.policy.aws.networkfirewall.passes_unmatched

paths(attributes) := {finding.path | some finding in found} if {
	resource := {"id": "x", "root": ".", "attributes": attributes, "unknown": [], "references": [], "referred_by": []}
	found := passes_unmatched.deny with input.resources.aws_networkfirewall_firewall_policy as [resource]
}

of(actions, fragments) := {"firewall_policy": [{
	"stateless_default_actions": actions, "stateless_fragment_default_actions": fragments,
}]}

test_passes if {
	paths(of(["aws:pass"], ["aws:drop"])) == {["firewall_policy", 0, "stateless_default_actions", 0]}
	paths(of(["aws:drop"], ["count", "aws:pass"])) == {["firewall_policy", 0, "stateless_fragment_default_actions", 1]}
	paths(of(["aws:forward_to_sfe"], ["aws:drop"])) == set()
}
