package lib.redshift_test

import data.lib.redshift

public(attributes, constraint) := found if {
	providers := [{"root": "live", "source": "registry.terraform.io/hashicorp/aws", "constraints": [constraint]}]
	found := redshift.public({"root": "live", "attributes": attributes}) with input.providers as providers
}

test_public if {
	public({"publicly_accessible": true}, "~> 6.0") == "`publicly_accessible` is `true`"
	public({}, "~> 5.0") == "`publicly_accessible` is not set, and the default is `true` before version 6 of the provider"
}

test_private if {
	not public({}, "~> 6.0")
	not public({"publicly_accessible": false}, "~> 5.0")
}
