package policy.kubernetes.storage.rolling_claim_test

import data.lib.cluster
import data.policy.kubernetes.storage.rolling_claim as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

claim(modes) := cluster.made("PersistentVolumeClaim", "data", {"spec": {"accessModes": modes}})

uses(kind, spec) := object.union(
	cluster.running(kind, "cart", {"app": "cart"}, {"volumes": [{"name": "data", "persistentVolumeClaim": {"claimName": "data"}}]}),
	{"spec": spec},
)

link(kind) := [[sprintf("%s/cart", [kind]), ["spec", "template", "spec", "volumes", 0, "persistentVolumeClaim", "claimName"], "PersistentVolumeClaim/data"]]


test_new_pod_before_the_old_one_is_gone if {
	every spec in [{}, {"strategy": {"type": "RollingUpdate"}}, {"strategy": {"rollingUpdate": {"maxSurge": "50%"}}}] {
		messages([claim(["ReadWriteOnce"]), uses("Deployment", spec)], link("Deployment")) == {
			`The new pod cannot mount the claim "data" while the old one has it: it is ReadWriteOnce`,
		}
	}
}

test_silent if {
	every spec in [{"strategy": {"type": "Recreate"}}, {"strategy": {"rollingUpdate": {"maxSurge": 0}}}, {"replicas": 0}] {
		found([claim(["ReadWriteOnce"]), uses("Deployment", spec)], link("Deployment")) == set()
	}
	found([claim(["ReadWriteMany"]), uses("Deployment", {})], link("Deployment")) == set()
	found([claim(["ReadWriteOnce"]), uses("StatefulSet", {})], link("StatefulSet")) == set()
}
