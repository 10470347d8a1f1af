package policy.kubernetes.exposure.open_control_plane_test

import data.policy.kubernetes.exposure.open_control_plane

found(standing, privileged) := doubted(standing, privileged, [])

doubted(standing, privileged, unknown) := denied if {
	denied := open_control_plane.deny with input as {
		"exposures": [{
			"id": "c", "kind": "aws_eks_cluster", "index": 0, "standing": standing, "unknown": [],
			"stations": [{"resource": "c", "path": ["vpc_config"], "note": "opens it"}],
		}],
		"workloads": [{
			"id": "d", "kind": "DaemonSet", "index": 0, "path": ["spec"], "pod_spec": {}, "containers": [{
				"name": "agent", "role": "container", "path": ["spec", "containers", 0],
				"spec": {"securityContext": {"privileged": privileged}},
			}],
		}],
		"resources": {
			"aws_eks_cluster": [{
				"id": "c", "address": "aws_eks_cluster.main",
				"referred_by": [{"id": "d", "relation": "runs-on"}, {"id": "d", "relation": "refers"}],
			}],
			"DaemonSet": [{"id": "d", "address": "DaemonSet.platform.agent", "unknown": unknown}],
		},
	}
}

test_an_open_server_before_privileged_pods_is_denied if {
	some denied in found("open", true)
	denied.at == "c"
	denied.path == ["vpc_config"]
	denied.message == "The API server of aws_eks_cluster.main answers the internet, and the cluster runs privileged containers (1)"
	denied.evidence[1].note == `Container "agent" of DaemonSet.platform.agent is privileged`
}

test_others_pass if {
	found("blocked", true) == set()
	found("open", false) == set()
}

test_what_is_unknown_is_needed if {
	every path in [["spec", "containers"], ["spec", "containers", 0, "securityContext"]] {
		some denied in doubted("open", false, [path])
		denied.needs == [{"resource": "d", "path": path}]
	}
	doubted("open", false, [["spec", "containers", 0, "image"]]) == set()
}
