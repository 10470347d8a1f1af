package policy.kubernetes.exposure.escalating_account_test

import data.lib.takeover
import data.policy.kubernetes.exposure.escalating_account

found(account, pods) := denied if {
	made := takeover.document(account, {})
	given := object.union(made, {"workloads": [object.union(made.workloads[0], {"pod_spec": pods})]})
	denied := escalating_account.deny with input as given
}

test_the_right_is_denied if {
	some denied in found(takeover.escalating("bind:clusterroles"), {})
	denied.resource == "d"
	denied.at == "w"
	denied.path == ["policy"]
	contains(denied.message, "it may bind:clusterroles in every namespace")
	[one.note | some one in denied.evidence] == ["opens it", "runs-as", "allows bind:clusterroles"]
}

test_pods_without_a_token_pass if count(found(takeover.escalating("bind:clusterroles"), {"automountServiceAccountToken": false})) == 0

test_an_account_with_few_rights_passes if count(found({}, {})) == 0

test_what_is_unknown_of_the_account_is_needed if {
	some denied in found({"doubts": [{"resource": "b", "path": ["roleRef"]}]}, {})
	denied.at == "a"
	denied.needs == [{"resource": "b", "path": ["roleRef"]}]
}
