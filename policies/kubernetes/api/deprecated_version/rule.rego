# METADATA
# title: Kubernetes deprecates the API version
# description: |
#   A deprecated version of the API still works, and the API server answers its use with a warning. A later release
#   no longer serves it and refuses the object.
#
#   Moving while both versions are served is a change of its own. Moving later is part of an upgrade, when there is
#   no way back to what worked before.
# related_resources:
#   - https://kubernetes.io/docs/reference/using-api/deprecation-guide/
#   - https://kubernetes.io/docs/reference/using-api/deprecation-policy/
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, reliability]
#   remediation: >-
#     Write the object for the API version that takes the place of this one, and look up in the deprecation guide
#     which fields have changed. Where nothing takes its place, do without the object before it is gone.
#   aliases:
#     - KSV-0107
#     - stable-version
package policy.kubernetes.api.deprecated_version

import data.lib.kubernetes

deny contains {"resource": api.id, "path": ["apiVersion"], "message": message} if {
	some api in input.outdated_apis
	api.removed == false
	message := sprintf(
		"%s is deprecated since Kubernetes %s%s%s%s",
		[kubernetes.outdated(api), api.since, end(api), kubernetes.instead(api), kubernetes.assumed_version(api)],
	)
}

end(api) := sprintf(" and gone in %s", [api.until])

end(api) := "" if object.get(api, "until", "") == ""
