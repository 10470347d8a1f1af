package policy.kubernetes.workload.stateful_service_test

import data.lib.cluster
import data.policy.kubernetes.workload.stateful_service as rule

found(objects, links) := denied if {
	document := cluster.document(objects, links)
	denied := rule.deny with input as document
}

messages(objects, links) := {violation.message | some violation in found(objects, links)}

set := object.union(cluster.running("StatefulSet", "redis", {"app": "redis"}, {}), {"spec": {"serviceName": "redis"}})

service(spec) := cluster.made("Service", "redis", {"spec": spec})

links := [["StatefulSet/redis", ["spec", "serviceName"], "Service/redis"]]

test_no_service if {
	messages([set], []) == {
		`No Service "redis" found in namespace "shop": there are other pods of that namespace in scope "app", but objects applied from elsewhere are not seen`,
	}
}

test_not_headless if {
	messages([set, service({"selector": {"app": "redis"}})], links) == {
		`The Service "redis" is not headless: it gives the pods of StatefulSet "redis" no names`,
	}
}

test_other_pods if {
	messages([set, service({"clusterIP": "None", "selector": {"app": "cart"}})], links) == {
		"The Service \"redis\" does not select the pods of StatefulSet \"redis\": they lack its `app`",
	}
}

test_silent if {
	found([set, service({"clusterIP": "None", "selector": {"app": "redis"}})], links) == set()
	found([object.union(set, {"spec": {"serviceName": ""}})], []) == set()
	found([cluster.running("Deployment", "cart", {"app": "cart"}, {})], []) == set()
}
