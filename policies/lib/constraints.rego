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
		some field in ["allowedCapabilities", "defaultAddCapabilities"]
		some at, name in constraints.attributes[field]
		is_string(name)
		capabilities.named(name) in {"*", "SYS_ADMIN", "SYS_MODULE"}
	],
)

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
