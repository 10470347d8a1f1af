package policy.kubernetes.pod.apparmor_unconfined_test

import data.lib.cluster
import data.policy.kubernetes.pod.apparmor_unconfined as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({"containers": [{"name": "web", "securityContext": {"appArmorProfile": {"type": "Unconfined"}}}]}) == {"Container \"web\" runs without an AppArmor profile"}
	found({"containers": [{"name": "web"}], "securityContext": {"appArmorProfile": {"type": "Unconfined"}}}) == {"Pods of this Deployment run without an AppArmor profile"}
}

test_allows if {
	found({}) == set()
	found({"containers": [{"name": "web", "securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}}}]}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"appArmorProfile": {"type": "Localhost"}}}) == set()
	found({"containers": [{"name": "web", "securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}}}], "securityContext": {"appArmorProfile": {"type": "Unconfined"}}}) == set()
}

annotated(profile) := messages if {
	given := cluster.made("Pod", "web", {"metadata": {"annotations": {"container.apparmor.security.beta.kubernetes.io/app": profile}}, "spec": {"containers": [{"name": "app"}]}})
	messages := {violation.message | some violation in rule.deny} with input as cluster.document([given], [])
}

test_reads_annotations if {
	annotated("unconfined") == {`The AppArmor profile of container "app" is unconfined`}
	annotated("runtime/default") == set()
	annotated("localhost/app") == set()
	annotated("") == set()
}
