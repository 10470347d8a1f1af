# The service by which machines in EC2 ask for data about themselves.
package lib.metadata

import data.lib.setting

# Why a machine, or what machines are made from, answers without a token; undefined where it does not.
open(machine) := message if {
	options := setting.block(machine.attributes, "metadata_options")
	object.get(options, "http_endpoint", "") != "disabled"
	not taken_from_template(machine, options)
	not taken_from_account(machine, options)
	message := setting.other(options, "http_tokens", {"required"}, "")
}

# Only a machine names a template in this way.
taken_from_template(machine, options) if {
	count(object.get(machine.attributes, "launch_template", [])) > 0
	not "http_tokens" in object.keys(options)
}

taken_from_account(machine, options) if {
	not "http_tokens" in object.keys(options)
	some account in defaults(machine.root)
	account.attributes.http_tokens == "required"
}

# What is set for all machines of the account that a root configures.
defaults(root) := [account |
	some account in input.resources.aws_ec2_instance_metadata_defaults
	account.root == root
]
