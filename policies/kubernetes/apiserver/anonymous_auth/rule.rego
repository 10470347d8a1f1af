# METADATA
# title: API server answers requests without credentials
# description: |
#   Unless it is told otherwise, the API server takes a request without any credentials as one of the user
#   `system:anonymous`, and asks the authorizers what that user may do.
#
#   Normally that is little more than the version and health checks. One careless binding to the group
#   `system:unauthenticated` opens the cluster to whoever reaches the port.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
#   - https://kubernetes.io/docs/reference/access-authn-authz/authentication/#anonymous-requests
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `--anonymous-auth=false`, or keep health checks open alone with an AuthenticationConfiguration
#     (`--authentication-config`) that lists their paths under `anonymous.conditions`.
#   aliases: [CKV_K8S_68, KCV-0001, C-0113]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.1"]
package policy.kubernetes.apiserver.anonymous_auth

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message, "needs": needs} if {
	some program in flags.of("kube-apiserver")
	flags.switch(program, "anonymous-auth", true) == true
	not flags.last(program, "authentication-config")
	path := flags.place(program, "anonymous-auth")
	needs := flags.needs(program, "anonymous-auth")
	message := sprintf("kube-apiserver %s, so that requests without credentials are taken", [flags.shown(program, "anonymous-auth")])
}
