# Machines of Google Cloud that act as the service account that every project has.
package lib.default_account

import data.lib.exposure

machines := [
	"google_compute_instance",
	"google_compute_instance_from_machine_image",
	"google_compute_instance_from_template",
	"google_compute_instance_template",
	"google_compute_region_instance_template",
]

# Whether a `service_account` block means that account.
is_default(account) if not account.email

is_default(account) if endswith(account.email, "-compute@developer.gserviceaccount.com")

has_every_scope(account) if {
	some scope in account.scopes
	is_everything(scope)
}

is_everything(scope) if scope == "cloud-platform"

is_everything(scope) if endswith(scope, "/auth/cloud-platform")

# Whether the internet is known to reach the machine where it is administered: a rule of its own says so.
is_exposed(machine) if {
	some reached in exposure.reached
	reached.id == machine.id
	count(reached.unknown) == 0
	some port, _ in exposure.administration
	some opening in exposure.openings(reached, port)
	count(opening.unknown) == 0
}
