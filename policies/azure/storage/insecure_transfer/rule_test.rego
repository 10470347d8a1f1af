package policy.azure.storage.insecure_transfer_test

import data.policy.azure.storage.insecure_transfer

findings(attributes) := found if {
	account := {"id": "account", "attributes": attributes}
	found := insecure_transfer.deny with input.resources.azurerm_storage_account as [account]
}

test_switched_off_under_either_name if {
	every name in ["https_traffic_only_enabled", "enable_https_traffic_only"] {
		findings({name: false}) == {{
			"resource": "account",
			"path": [name],
			"needs": [{"resource": "account", "path": ["nfsv3_enabled"]}],
			"message": sprintf("`%s` is `false`", [name]),
		}}
		count(findings({name: "false"})) == 1
		findings({name: true}) == set()
	}
}

test_secure_by_default if findings({}) == set()

test_nfs_needs_it_off if {
	findings({"https_traffic_only_enabled": false, "nfsv3_enabled": true}) == set()
	count(findings({"https_traffic_only_enabled": false, "nfsv3_enabled": false})) == 1
}
