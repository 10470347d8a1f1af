# Machines of Google Cloud that act as the service account that every project has.
package lib.default_account

import data.lib.graph

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

# What would have to be known to say so of a block of a machine: nothing where it names what reads that account.
needs(machine, i) := [{"resource": machine.id, "path": ["service_account", i, "email"]}] if not reads_default(machine)

needs(machine, _) := [] if reads_default(machine)

reads_default(machine) if count(graph.targets_via(machine, "data.google_compute_default_service_account", "service_account")) > 0

has_every_scope(account) if {
	some scope in account.scopes
	is_everything(scope)
}

is_everything(scope) if scope == "cloud-platform"

is_everything(scope) if endswith(scope, "/auth/cloud-platform")
