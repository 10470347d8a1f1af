# METADATA
# title: Values of a Helm release make a container privileged
# description: |
#   A privileged container is not contained, and one with the capability `SYS_ADMIN` hardly is: whoever gets code running
#   in it takes over the node and every other pod on it.
#
#   The chart is not rendered here, but what these values say is what it is told: a security context at the top, as most
#   charts have it, and those of the containers of charts that are made of controllers (`app-template`).
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/pod-security-standards/
#   - https://bjw-s-labs.github.io/helm-charts/docs/app-template/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Remove `privileged: true` or `SYS_ADMIN`. Where the process needs one kernel feature, grant that capability alone;
#     for one device, use a device plugin.
package policy.kubernetes.helm.privileged_values

import data.lib.attribute
import data.lib.capabilities

deny contains {
	"resource": release.id,
	"path": array.concat(given.path, ["privileged"]),
	"needs": needs(release, given),
	"message": sprintf("The chart is told to start %s privileged", [given.what]),
} if {
	some release in input.resources["HelmRelease.helm.toolkit.fluxcd.io"]
	some given in contexts(release.attributes.spec.values)
	attribute.is_true(given.context.privileged)
}

deny contains {
	"resource": release.id,
	"path": array.concat(given.path, ["capabilities", "add", at]),
	"needs": needs(release, given),
	"message": sprintf("The chart is told to start %s with the capability SYS_ADMIN", [given.what]),
} if {
	some release in input.resources["HelmRelease.helm.toolkit.fluxcd.io"]
	some given in contexts(release.attributes.spec.values)
	not attribute.is_true(given.context.privileged)
	some at, name in given.context.capabilities.add
	is_string(name)
	capabilities.named(name) == "SYS_ADMIN"
}

# Security contexts of containers, and the places of what may switch off what they are for.
contexts(values) := array.concat(
	[{
		"what": "its container",
		"path": ["spec", "values", "securityContext"],
		"context": values.securityContext,
		"switches": [["spec", "values", "securityContext", "enabled"]],
	} |
		is_object(values.securityContext)
		not is_off(values.securityContext)
	],
	[{
		"what": sprintf("container \"%s\" of \"%s\"", [name, called]),
		"path": array.concat(of_container, ["securityContext"]),
		"context": container.securityContext,
		"switches": [["spec", "values", "controllers", called, "enabled"], ["spec", "values", "controllers", called, "replicas"], array.concat(of_container, ["enabled"])],
	} |
		some called, controller in values.controllers
		not is_off(controller)
		not starts_nothing(controller)
		some list in ["containers", "initContainers"]
		some name, container in controller[list]
		not is_off(container)
		is_object(container.securityContext)
		of_container := ["spec", "values", "controllers", called, list, name]
	],
)

is_off(part) if attribute.is_false(part.enabled)

starts_nothing(controller) if controller.replicas == 0

needs(release, given) := [{"resource": release.id, "path": path} | some path in given.switches]
