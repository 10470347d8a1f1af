# Who has roles in Google Cloud, as messages name them.
package lib.member

import data.lib.identity

# Whoever people and programs of one's own act as: the accounts that Google's services act as are left out.
identities := [who |
	some who in input.identities
	who.provider == "google"
	who.form != "service-agent"
]

# Service accounts, whether declared or not, and those that a project has from the start.
accounts := [who |
	some who in identities
	who.form in {"default-service-account", "service-account"}
]

title(who) := sprintf("\"%s\"", [replace(who.name, "${}", "…")]) if who.name

title(who) := "Whoever has the role" if who.form == "role"

title(who) := "Whoever the binding names" if {
	who.form == "member"
	not who.name
}

title(who) := "The service account" if {
	endswith(who.form, "service-account")
	not who.name
}

# What is at fault: the account, where it is declared, or the role that nobody here has; else what gives the role.
at_fault(who, _) := who.id if is_declared(who)

at_fault(who, given) := given.evidence[0].resource if not is_declared(who)

is_declared(who) if {
	endswith(who.form, "service-account")
	not who.name
}

is_declared(who) if who.form == "role"

# The roles that a grant gives, in words.
roles(grant) := concat(", ", [words | some role in grant.actions; words := shown(role, grant)])

shown(role, _) := sprintf("the role %s", [role]) if not contains(role, "${}")

# A role that is made here, by its address: its name is not known before.
shown(role, grant) := array.concat(made_here(grant), ["a role whose name is not known"])[0] if contains(role, "${}")

made_here(grant) := [sprintf("the role %s", [custom.address]) |
	some kind in ["google_project_iam_custom_role", "google_organization_iam_custom_role"]
	some custom in input.resources[kind]
	some reference in custom.referred_by
	reference.id == grant.resource
]

# Where a right or a grant holds: `project`, `folder`, `organization`; undefined where it is one resource.
level(given) := levels[split(given.resources[0], "/")[0]]

levels := {"folders": "folder", "organizations": "organization", "projects": "project"}

# Permissions by which something runs as the service account that one may act as.
runs := array.concat(machines_and_services, jobs)

machines_and_services := [
	"appengine.versions.create",
	"batch.jobs.create",
	"cloudfunctions.functions.create",
	"cloudfunctions.functions.update",
	"compute.instances.create",
	"compute.instances.osAdminLogin",
	"compute.instances.osLogin",
	"compute.instances.setMetadata",
	"compute.instances.setServiceAccount",
	"compute.projects.setCommonInstanceMetadata",
	"container.clusters.create",
	"run.jobs.create",
	"run.jobs.update",
	"run.services.create",
	"run.services.update",
	"tpu.nodes.create",
	"workstations.workstationConfigs.create",
]

jobs := [
	"aiplatform.customJobs.create",
	"aiplatform.notebookRuntimeTemplates.create",
	"aiplatform.pipelineJobs.create",
	"cloudbuild.builds.create",
	"cloudscheduler.jobs.create",
	"cloudscheduler.jobs.update",
	"cloudtasks.tasks.create",
	"composer.environments.create",
	"composer.environments.update",
	"config.deployments.create",
	"config.deployments.update",
	"dataflow.jobs.create",
	"datafusion.instances.create",
	"dataproc.batches.create",
	"dataproc.clusters.create",
	"dataproc.workflowTemplates.instantiateInline",
	"ml.jobs.create",
	"notebooks.instances.create",
	"workflows.workflows.create",
	"workflows.workflows.update",
]

# Where the role of a grant is written.
role_of(grant) := {"resource": grant.resource, "path": grant.path}

# What a violation about a grant rests on: which role it is, and who has it where that is not known at all.
needs(who, grant) := array.concat(
	[role_of(grant) | some role in grant.actions; contains(role, "${}")],
	[member_of(grant) | is_nobody_known(who)],
)

is_nobody_known(who) if {
	who.form == "member"
	not who.name
}

# Where it is unknown who has a role, as `needs`: members, and whole policies.
unknown_members := array.concat(
	[member_of(grant) |
		some who in identities
		is_nobody_known(who)
		some grant in who.grants
	],
	[{"resource": policy.id, "path": path} |
		some kind, policies in input.resources
		startswith(kind, "google_")
		endswith(kind, "_iam_policy")
		some policy in policies
		some path in policy.unknown
		path[0] == "policy_data"
	],
)

# The first right of somebody to have something run in a project or more; undefined where there is none.
running(who) := identity.anywhere(who, runs)[0]

# Roles that give everything, or the right to change everything, as far as those who have them may be programs.
full := {"roles/admin", "roles/editor", "roles/owner", "roles/resourcemanager.organizationAdmin", "roles/writer"}

# Where the member of a grant is written.
member_of(grant) := {"resource": grant.evidence[0].resource, "path": grant.evidence[0].path}
