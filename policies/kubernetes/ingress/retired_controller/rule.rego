# METADATA
# title: Ingress controller gets no more fixes
# description: |
#   The project ingress-nginx has been given up: since March 2026 there are no releases and no fixes of
#   security holes. It stands between the internet and the applications, and mostly may read all Secrets of
#   the cluster.
#
#   The next hole in it stays open for everybody.
# related_resources:
#   - https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Move to a controller that is kept, best one for the Gateway API; `ingress2gateway` translates Ingresses.
#   aliases: [C-0292]
package policy.kubernetes.ingress.retired_controller

import data.lib.image
import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	runs := container.spec.image
	startswith(image.name(runs), "controller")
	contains(runs, "ingress-nginx/controller")
	path := array.concat(container.path, ["image"])
	message := sprintf("%s runs ingress-nginx, which gets no more fixes", [kubernetes.title(container)])
}

# Before version 0.44 its image had another name.
deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	runs := container.spec.image
	startswith(image.name(runs), "nginx-ingress-controller")
	contains(runs, "kubernetes-ingress-controller/nginx-ingress-controller")
	path := array.concat(container.path, ["image"])
	message := sprintf("%s runs ingress-nginx, which gets no more fixes", [kubernetes.title(container)])
}
