package policy.kubernetes.pod.no_hardening_test

import data.lib.cluster
import data.policy.kubernetes.pod.no_hardening as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Container \"web\" has no seccomp or AppArmor profile, no SELinux label, and drops no capabilities"}
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["ALL"], "add": ["all"]}}}]}) == {"Container \"web\" has no seccomp or AppArmor profile, no SELinux label, and drops no capabilities"}
	found({"containers": [{"name": "web", "securityContext": {"seccompProfile": {"type": "Unconfined"}}}], "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}) == {"Container \"web\" has no seccomp or AppArmor profile, no SELinux label, and drops no capabilities"}
	found({"containers": [{"name": "web", "securityContext": {"seLinuxOptions": {}}}]}) == {"Container \"web\" has no seccomp or AppArmor profile, no SELinux label, and drops no capabilities"}
}

test_allows if {
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["ALL"]}}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"capabilities": {"drop": ["ALL"], "add": ["CHOWN"]}}}]}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}) == set()
	found({"containers": [{"name": "web", "securityContext": {"seLinuxOptions": {"level": "s0"}}}]}) == set()
	found({"containers": [{"name": "web"}], "securityContext": {"appArmorProfile": {"type": "RuntimeDefault"}}}) == set()
	found({"os": {"name": "windows"}}) == set()
}

test_allows_a_profile_in_an_annotation if {
	given := cluster.made("Pod", "web", {"metadata": {"annotations": {"container.apparmor.security.beta.kubernetes.io/app": "runtime/default"}}, "spec": {"containers": [{"name": "app"}]}})
	count(rule.deny) == 0 with input as cluster.document([given], [])
}
