package policy.kubernetes.pod.variable_named_secret_test

import data.lib.cluster
import data.policy.kubernetes.pod.variable_named_secret as rule

found(variable) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, {"containers": [{"name": "web", "env": [variable]}]})], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"name": "SECRET_SALT", "value": "quick-brown-fox"}) == {`Container "web" has the value of "SECRET_SALT" in its manifest`}
	found({"name": "app-secret", "value": "quick-brown-fox"}) == {`Container "web" has the value of "app-secret" in its manifest`}
}

test_allows_other_names if {
	every name in ["SALT", "SECRET_NAME", "secrets.path", "ENABLE_SECRETS", "SECRETARY"] {
		found({"name": name, "value": "quick-brown-fox"}) == set()
	}
}

test_allows_other_values if {
	every value in ["", "True", "30s", "$(OTHER)", "{{ .secret }}", "<secret>", "arn:aws:secretsmanager:a", "https://vault.example.com", "/run/secrets/app", 1] {
		found({"name": "SECRET_SALT", "value": value}) == set()
	}
	found({"name": "SECRET_SALT", "valueFrom": {"secretKeyRef": {"name": "app", "key": "salt"}}}) == set()
}
