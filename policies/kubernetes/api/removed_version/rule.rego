# METADATA
# title: Kubernetes no longer serves the API version
# description: |
#   Kubernetes takes old versions of its API out after a time of warning. A cluster of a later release refuses an
#   object that is still written for one.
#
#   What is running goes on for the moment. The next change, rollback or restore of the object fails, often in the
#   middle of an upgrade or an incident, and with it all that a pipeline would have applied after it.
# related_resources:
#   - https://kubernetes.io/docs/reference/using-api/deprecation-guide/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, reliability]
#   remediation: >-
#     Write the object for the API version that took the place of the old one, and look up in the deprecation guide
#     which fields have changed. Where no version takes its place, delete the object: the guide says what
#     does the same in another way, such as Pod Security Admission for a PodSecurityPolicy. If the cluster is older,
#     name its version with `--kubernetes-version`.
#   aliases:
#     - KSV-0107
#     - no-extensions-v1beta
#     - stable-version
package policy.kubernetes.api.removed_version

import data.lib.kubernetes

deny contains {"resource": api.id, "path": ["apiVersion"], "message": message} if {
	some api in input.outdated_apis
	api.removed == true
	message := sprintf(
		"%s is not served since Kubernetes %s%s%s",
		[kubernetes.outdated(api), api.since, kubernetes.instead(api), kubernetes.assumed_version(api)],
	)
}
