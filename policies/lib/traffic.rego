# What the rules of NetworkPolicies allow.
package lib.traffic

# Each rule of a policy: its `direction`, its `path`, the `side` that names its peers, and its `peers` and `ports`.
rules(policy) := array.concat(
	[{
		"direction": "ingress",
		"path": ["spec", "ingress", at],
		"side": "from",
		"peers": object.get(rule, "from", []),
		"ports": object.get(rule, "ports", []),
	} |
		some at, rule in policy.attributes.spec.ingress
	],
	[{
		"direction": "egress",
		"path": ["spec", "egress", at],
		"side": "to",
		"peers": object.get(rule, "to", []),
		"ports": object.get(rule, "ports", []),
	} |
		some at, rule in policy.attributes.spec.egress
	],
)

