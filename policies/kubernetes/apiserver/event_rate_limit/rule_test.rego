package policy.kubernetes.apiserver.event_rate_limit_test

import data.lib.cluster
import data.policy.kubernetes.apiserver.event_rate_limit as rule

found(arguments) := messages if {
	messages := {violation.message | some violation in rule.deny} with input as cluster.starting("kube-apiserver", arguments)
}

test_denies if {
	found([]) == {"kube-apiserver does not have EventRateLimit in --enable-admission-plugins"}
	found(["--enable-admission-plugins=NodeRestriction"]) == {"kube-apiserver does not have EventRateLimit in --enable-admission-plugins"}
}

test_allows if {
	found(["--enable-admission-plugins=NodeRestriction,EventRateLimit"]) == set()
	found(["--enable-admission-plugins=$(LIST)"]) == set()
}

test_asks_no_other_program if {
	found := rule.deny with input as cluster.starting("other", [])
	count(found) == 0
}

configured(plugins) := messages if {
	given := object.union(cluster.made("AdmissionConfiguration.apiserver.config.k8s.io", "plugins", {}), {"plugins": plugins})
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([given], [])
}

test_asks_the_configuration_of_plugins if {
	configured([]) == {"The configuration of the API server's plugins has no limits for EventRateLimit"}
	configured([{"name": "ImagePolicyWebhook"}]) == {"The configuration of the API server's plugins has no limits for EventRateLimit"}
	configured([{"name": "EventRateLimit", "path": "limits.yaml"}]) == set()
}
