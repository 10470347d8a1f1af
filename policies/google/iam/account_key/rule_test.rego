package policy.google.iam.account_key_test

import data.policy.google.iam.account_key as rule

key := {"id": "key", "attributes": {"service_account_id": "app"}}

found(identities) := violations if {
	violations := rule.deny with input as {"resources": {"google_service_account_key": [key]}, "identities": identities}
}

test_denies_keys if {
	count(found([])) == 1
}

test_leaves_those_of_strong_accounts_to_another_rule if {
	count(found([{"id": "a", "power": "administrator", "holders": [{"id": "key"}]}])) == 0
}
