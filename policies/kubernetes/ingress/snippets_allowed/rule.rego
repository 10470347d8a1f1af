# METADATA
# title: Ingress controller lets everybody write its configuration
# description: |
#   With `allow-snippet-annotations` ingress-nginx pastes what an Ingress has in a snippet annotation into its
#   configuration, as it is. It is off unless it is switched on.
#
#   Whoever may make an Ingress in any namespace can then read the files of the controller, the token of its
#   service account among them, and with that mostly all Secrets of the cluster (CVE-2021-25742).
# related_resources:
#   - https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Remove `allow-snippet-annotations`, or set it to `"false"`.
#   aliases: [AC_K8S_0050.allowedCustomSnippetAnnotationsWithWrongVersion]
package policy.kubernetes.ingress.snippets_allowed

import data.lib.attribute

deny contains {"resource": map.id, "path": ["data", key], "message": message} if {
	some map in input.resources.ConfigMap
	attribute.is_true(map.attributes.data[key])
	message := "The ingress controller takes snippets from everybody who may make an Ingress"
}

key := "allow-snippet-annotations"
