package lib.provider_test

import data.lib.provider

resource := {"root": "live"}

older(required) if {
	provider.older_than(resource, "hashicorp/aws", 6) with input.providers as [object.union({"root": "live", "source": "registry.terraform.io/hashicorp/aws", "constraints": []}, required)]
}

test_lock_file_decides if {
	older({"version": "5.31.0"})
	older({"version": "5.31.0", "constraints": [">= 4"]})
	not older({"version": "6.0.0", "constraints": ["~> 5.0"]})
}

test_constraints_bound if {
	every constraint in ["~> 5.0", "~> 5.31.0", ">= 4.0, < 6.0", "= 5.1", "5.1.0", "<= 5.99", "< 6", "< 6.0.0", "< 5.2", "v5.1.0"] {
		older({"constraints": [constraint]})
	}
	older({"constraints": [">= 4.0", "~> 5.0"]})
}

test_constraints_leave_open if {
	every constraint in [">= 4.0", "~> 5", "~> 6.0", "= 6.1", "< 6.2", "<= 6.0", "!= 5.1", "> 5.0", "< 7", "nonsense"] {
		not older({"constraints": [constraint]})
	}
	not older({})
}

test_other_roots_and_providers if {
	not older({"root": "other", "version": "5.31.0"})
	not older({"source": "registry.terraform.io/hashicorp/awscc", "version": "1.0.0"})
}
