# METADATA
# title: API server does not check who answers for an extension
# description: |
#   An APIService makes a service in the cluster answer for a part of Kubernetes' API. With `insecureSkipTLSVerify` the
#   API server sends requests there, with the name and groups of whoever asks, without checking the certificate.
#
#   Whoever gets between the two in the network of the cluster reads the requests, and gives answers that are taken for
#   those of the extension.
# related_resources:
#   - https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/api-service-v1/
#   - https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Set `caBundle` to the authority that signed the service's certificate, and remove `insecureSkipTLSVerify`.
#     cert-manager puts it in with the annotation `cert-manager.io/inject-ca-from`.
package policy.kubernetes.api.unverified_extension

import data.lib.attribute

deny contains {"resource": service.id, "path": ["spec", "insecureSkipTLSVerify"], "message": message} if {
	some service in input.resources.APIService
	attribute.is_true(service.attributes.spec.insecureSkipTLSVerify)
	message := sprintf("The certificate of what answers for %s is not checked", [object.get(service.attributes.spec, "group", "the extension")])
}
