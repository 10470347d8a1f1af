package policy.azure.storage.insecure_transfer_test

import data.policy.azure.storage.insecure_transfer

findings(attributes) := found if {
	account := {"id": "account", "attributes": attributes, "referred_by": []}
	found := insecure_transfer.deny with input.resources.azurerm_storage_account as [account]
}

with_share(attributes, via) := found if {
	share := {"kind": "azurerm_storage_share", "index": 0, "via": [via]}
	account := {"id": "account", "attributes": {"https_traffic_only_enabled": false}, "referred_by": [share]}
	found := insecure_transfer.deny with input.resources as {
		"azurerm_storage_account": [account],
		"azurerm_storage_share": [{"id": "share", "attributes": attributes}],
	}
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

test_shares_over_nfs_need_it_off if {
	every via in ["storage_account_id", "storage_account_name"] {
		with_share({"enabled_protocol": "NFS"}, via) == set()
		some finding in with_share({}, via)
		finding.needs == [
			{"resource": "account", "path": ["nfsv3_enabled"]},
			{"resource": "share", "path": ["enabled_protocol"]},
		]
	}
}
