# SecurityContextConstraints of OpenShift: what pods under them may ask for, and who may make such pods.
package lib.constraints

import data.lib.attribute
import data.lib.capabilities

# Up to version 3 of OpenShift they had no group.
all := [constraints |
	some kind in ["SecurityContextConstraints.security.openshift.io", "SecurityContextConstraints"]
	some constraints in input.resources[kind]
]

# What leads from a pod to its node, each with the place that allows it.
to_the_node(constraints) := array.concat(
	[{"path": [switch.field], "what": switch.what} |
		some switch in switches
		attribute.is_true(constraints.attributes[switch.field])
	],
	[{"path": [field, at], "what": what(name)} |
		not has_own_users(constraints)
		some field in ["allowedCapabilities", "defaultAddCapabilities"]
		some at, name in constraints.attributes[field]
		is_string(name)
		capabilities.named(name) in {"*", "SYS_ADMIN", "SYS_MODULE"}
	],
)

# Whether pods have to have users of their own: root of such a pod is an ordinary user on the node, whatever its
# capabilities.
has_own_users(constraints) if constraints.attributes.userNamespaceLevel == "RequirePodLevel"

# That pods need not rests on this.
user_needs(constraints) := [{"resource": constraints.id, "path": ["userNamespaceLevel"]}]

# What the first of the ways rests on. Switches come before capabilities.
way_needs(constraints, way) := [need | count(way.path) > 1; some need in user_needs(constraints)]

# What is not known of it and may lead to the node.
doubts(constraints) := attribute.unknown_in(constraints, [], array.concat(
	[switch.field | some switch in switches],
	["allowedCapabilities", "defaultAddCapabilities"],
))

switches := [
	{"field": "allowPrivilegedContainer", "what": "be privileged"},
	{"field": "allowHostDirVolumePlugin", "what": "mount any directory of the node"},
	{"field": "allowHostPID", "what": "see the processes of the node"},
	{"field": "allowHostIPC", "what": "share memory with processes of the node"},
	{"field": "allowHostNetwork", "what": "use the network of the node"},
]

what("*") := "have every capability"

what(name) := sprintf("have the capability %s", [capabilities.named(name)]) if name != "*"

# All of it in words.
told(ways) := concat(", ", [way.what | some way in ways])
