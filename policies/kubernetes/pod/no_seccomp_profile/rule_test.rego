package policy.kubernetes.pod.no_seccomp_profile_test

import data.lib.cluster
import data.policy.kubernetes.pod.no_seccomp_profile as rule

found(pod) := messages if {
	document := cluster.document([cluster.running("Deployment", "web", {"app": "web"}, pod)], [])
	messages := {violation.message | some violation in rule.deny} with input as document
}

test_denies if {
	found({}) == {"Container \"web\" has no seccomp profile"}
	found({"containers": [{"name": "web"}], "securityContext": {"seccompProfile": {"type": "Unconfined"}}}) == {"Container \"web\" has no seccomp profile"}
}

test_denies_what_is_no_profile if {
	every profile in [{"type": "Localhost"}, {"type": "Strict", "localhostProfile": "a.json"}] {
		found({"containers": [{"name": "web"}], "securityContext": {"seccompProfile": profile}}) == {"Container \"web\" has no seccomp profile"}
		found({"containers": [{"name": "web", "securityContext": {"seccompProfile": profile}}]}) == {"Container \"web\" has no seccomp profile"}
	}
}

test_allows if {
	found({"containers": [{"name": "web"}], "securityContext": {"seccompProfile": {"type": "RuntimeDefault"}}}) == set()
	found({"containers": [{"name": "web", "securityContext": {"seccompProfile": {"type": "Localhost", "localhostProfile": "a.json"}}}]}) == set()
	found({"containers": [{"name": "web", "securityContext": {"seccompProfile": {"type": "Unconfined"}}}]}) == set()
	found({"os": {"name": "windows"}}) == set()
}

annotated(name, text) := count(denied) if {
	given := cluster.made("Pod", "web", {"metadata": {"annotations": {name: text}}, "spec": {"containers": [{"name": "web"}]}})
	denied := rule.deny with input as cluster.document([given], [])
}

names := ["seccomp.security.alpha.kubernetes.io/pod", "container.seccomp.security.alpha.kubernetes.io/web"]

test_allows_annotations if {
	every name in names {
		every text in ["runtime/default", "docker/default", "localhost/audit.json"] {
			annotated(name, text) == 0
		}
	}
}

test_denies_annotations_that_name_no_profile if {
	every name in names {
		every text in ["", "unconfined", "strict/default"] {
			annotated(name, text) == 1
		}
	}
}
