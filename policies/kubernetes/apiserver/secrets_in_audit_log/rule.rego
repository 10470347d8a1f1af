# METADATA
# title: Audit log records what Secrets hold
# description: |
#   An audit policy says how much of each request the API server writes down. With `Request` or `RequestResponse` it
#   writes the objects themselves, which of a Secret is the passwords and keys in it. The first rule that fits a request
#   counts.
#
#   Audit logs are kept for a long time and sent to where many may search them. Whoever reads them has the credentials
#   of the cluster, without ever having asked it for one.
# related_resources:
#   - https://kubernetes.io/docs/tasks/debug/debug-cluster/audit/#audit-policy
#   - https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Put a rule before it that has `level: Metadata` and names `secrets` of the group `""` in `resources`.
package policy.kubernetes.apiserver.secrets_in_audit_log

import data.lib.attribute

deny contains {"resource": policy.id, "path": ["rules", at, "level"], "message": message, "needs": needs} if {
	some policy in input.resources["Policy.audit.k8s.io"]
	some at, rule in policy.attributes.rules
	rule.level in {"Request", "RequestResponse"}
	covers_secrets(rule)
	earlier := array.slice(policy.attributes.rules, 0, at)
	count([one | some one in earlier; takes_all(one)]) == 0
	needs := array.concat(
		[{"resource": policy.id, "path": ["rules", at, field]} | some field in ["resources", "nonResourceURLs"]],
		[need | some before, _ in earlier; some need in attribute.unknown_below(policy, ["rules", before])],
	)
	message := sprintf("Requests about Secrets are written down with level %s", [rule.level])
}

# Whether some requests about Secrets fit the rule.
covers_secrets(rule) if {
	count(object.get(rule, "resources", [])) == 0
	count(object.get(rule, "nonResourceURLs", [])) == 0
}

covers_secrets(rule) if {
	some group in rule.resources
	is_of_secrets(group)
}

# Whether all requests about Secrets fit the rule, so that no later one is asked.
takes_all(rule) if {
	covers_secrets(rule)
	every field in ["users", "userGroups", "verbs", "namespaces"] {
		count(object.get(rule, field, [])) == 0
	}
	not names_some(rule)
}

is_of_secrets(group) if {
	object.get(group, "group", "") == ""
	count(object.get(group, "resources", [])) == 0
}

is_of_secrets(group) if {
	object.get(group, "group", "") == ""
	some name in group.resources
	name in {"secrets", "*", "*/*"}
}

# Secrets with certain names only.
names_some(rule) if {
	count(object.get(rule, "resources", [])) > 0
	every group in rule.resources {
		is_narrow(group)
	}
}

is_narrow(group) if not is_of_secrets(group)

is_narrow(group) if count(object.get(group, "resourceNames", [])) > 0
