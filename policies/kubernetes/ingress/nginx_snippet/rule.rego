# METADATA
# title: Ingress writes into the configuration of nginx
# description: |
#   A snippet is pasted into the configuration of the ingress controller as it is. Whoever may write one makes
#   the controller read any of its files, the token of its service account among them, which mostly may read
#   all Secrets (CVE-2021-25742).
#
#   As long as snippets are allowed, everybody who may make an Ingress in any namespace has that.
# related_resources:
#   - https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/
# custom:
#   severity: medium
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Replace the snippet by the annotation for what it does, or by a ConfigMap of the controller, and set
#     `allow-snippet-annotations: "false"` there.
#   aliases: [CKV_K8S_152, CKV_K8S_153, CKV_K8S_154, AC_K8S_0050]
package policy.kubernetes.ingress.nginx_snippet

deny contains {"resource": ingress.id, "path": ["metadata", "annotations", key], "message": message} if {
	some ingress in input.resources.Ingress
	some key, _ in ingress.attributes.metadata.annotations
	endswith(key, "-snippet")
	contains(key, "nginx")
	message := sprintf("The annotation %s is pasted into the configuration of nginx", [key])
}
