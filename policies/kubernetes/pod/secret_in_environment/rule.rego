# METADATA
# title: Secret is handed over in an environment variable
# description: |
#   Environment variables end up in places that nobody meant: crash reports, debug pages, logs, every program
#   that the process starts. A new value reaches the container only when it is started again.
#
#   A file that is mounted from the Secret is read where it is needed, has permissions, and follows changes.
# related_resources:
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Mount the Secret as a volume and let the program read the file; many take a variable such as
#     `DB_PASSWORD_FILE` for that.
#   aliases: [CKV_K8S_35, AC_K8S_0051, C-0012.rule-credentials-in-env-var, C-0207, read-secret-from-env-var]
#   compliance:
#     cis-kubernetes-1.8: ["5.4.1"]
package policy.kubernetes.pod.secret_in_environment

import data.lib.kubernetes

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, variable in container.spec.env
	variable.valueFrom.secretKeyRef
	path := array.concat(container.path, ["env", at, "valueFrom", "secretKeyRef"])
	message := sprintf("%s gets a secret in the environment variable %s", [kubernetes.title(container), object.get(variable, "name", "")])
}

deny contains {"resource": workload.id, "path": path, "message": message} if {
	some workload in input.workloads
	some container in workload.containers
	some at, from in container.spec.envFrom
	from.secretRef
	path := array.concat(container.path, ["envFrom", at, "secretRef"])
	message := sprintf("%s gets all of Secret \"%s\" in environment variables", [kubernetes.title(container), object.get(from.secretRef, "name", "")])
}
