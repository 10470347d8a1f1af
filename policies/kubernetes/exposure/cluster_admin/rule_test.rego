package policy.kubernetes.exposure.cluster_admin_test

import data.lib.takeover
import data.policy.kubernetes.exposure.cluster_admin

found(account, pods) := denied if {
	made := takeover.document(account, {})
	given := object.union(made, {"workloads": [object.union(made.workloads[0], {"pod_spec": pods})]})
	denied := cluster_admin.deny with input as given
}

test_the_right_is_denied if {
	some denied in found(takeover.administrator, {})
	denied.resource == "d"
	denied.at == "w"
	denied.path == ["policy"]
	contains(denied.message, "administrator of the cluster")
	[one.note | some one in denied.evidence] == ["opens it", "runs-as", "allows *"]
}

test_pods_without_a_token_pass if count(found(takeover.administrator, {"automountServiceAccountToken": false})) == 0

test_an_account_with_few_rights_passes if count(found({}, {})) == 0

test_what_is_unknown_of_the_account_is_needed if {
	some denied in found({"doubts": [{"resource": "b", "path": ["roleRef"]}]}, {})
	denied.at == "a"
	denied.needs == [{"resource": "b", "path": ["roleRef"]}]
}
