# Whose key something is encrypted with.
package lib.kms

import data.lib.setting

# What is wrong with an argument that should name a key of one's own; undefined where it does.
not_own(holder, name) := setting.missing(holder, name)

not_own(holder, name) := sprintf("`%s` is `%s`, the key that AWS keeps for the account", [name, holder[name]]) if {
	of_aws(holder[name])
}

# A key that AWS makes and manages, by its alias: it ends with the name of a service, of letters, digits and hyphens.
of_aws(key) if {
	startswith(sprintf("%v", [key]), "alias/aws/")
	not contains(sprintf("%v", [key]), "_")
}

of_aws(key) if {
	contains(sprintf("%v", [key]), ":alias/aws/")
	not contains(sprintf("%v", [key]), "_")
}
