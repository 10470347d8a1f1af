package lib.member_test

import data.lib.member

who(fields) := object.union({"id": "b", "provider": "google", "form": "member", "power": "ordinary", "permissions": {}}, fields)

test_agents_of_services_are_left_out if {
	all := [who({}), who({"form": "service-agent"}), who({"form": "service-account"}), who({"provider": "aws"})]
	found := member.identities with input as {"identities": all}
	count(found) == 2
	accounts := member.accounts with input as {"identities": all}
	count(accounts) == 1
}

test_names if {
	member.title(who({"name": "user:jane@example.com"})) == "\"user:jane@example.com\""
	member.title(who({})) == "Whoever the binding names"
	member.title(who({"form": "role"})) == "Whoever has the role"
	member.title(who({"form": "service-account"})) == "The service account"
	member.title(who({"form": "default-service-account"})) == "The service account"
}

test_levels if {
	member.level({"resources": ["projects/app"]}) == "project"
	member.level({"resources": ["organizations/1"]}) == "organization"
	not member.level({"resources": ["serviceAccounts/a"]})
}

test_running if {
	right := {"action": "roles/run.admin", "narrowed": false, "sweeping": false, "anywhere": true}
	member.running(who({"permissions": {"run.jobs.create": [right]}})).action == "roles/run.admin"
	not member.running(who({"permissions": {"run.jobs.create": [object.union(right, {"anywhere": false})]}}))
	not member.running(who({"permissions": {"iam.roles.update": [right]}}))
}

test_member_of_a_grant if {
	grant := {"resource": "b", "path": ["role"], "actions": ["${}"], "evidence": [{"resource": "b", "path": ["member"], "note": "given"}]}
	member.member_of(grant) == {"resource": "b", "path": ["member"]}
	member.role_of(grant) == {"resource": "b", "path": ["role"]}
	count(member.needs(who({}), grant)) == 2
	count(member.needs(who({"form": "user", "name": "user:a@b"}), grant)) == 1
	"roles/owner" in member.full
}

test_what_is_at_fault if {
	given := {"evidence": [{"resource": "b"}]}
	member.at_fault(who({"id": "a", "form": "service-account"}), given) == "a"
	member.at_fault(who({"id": "a", "form": "role"}), given) == "a"
	member.at_fault(who({"id": "a", "form": "service-account", "name": "serviceAccount:a@b"}), given) == "b"
	member.at_fault(who({"id": "a", "form": "user", "name": "user:a@b"}), given) == "b"
}

test_members_that_are_not_known if {
	nobody := {"provider": "google", "form": "member", "grants": [{"evidence": [{"resource": "b", "path": ["member"]}]}]}
	somebody := {"provider": "google", "form": "user", "name": "user:a@b", "grants": []}
	found := member.unknown_members with input.identities as [nobody, somebody]
	found == [{"resource": "b", "path": ["member"]}]
	policy := {"id": "p", "kind": "google_project_iam_policy", "index": 0, "provider": "google", "form": "role", "grants": []}
	of_policy := member.unknown_members with input as {
		"identities": [policy],
		"resources": {"google_project_iam_policy": [{"id": "p", "unknown": [["policy_data"], ["project"]]}]},
	}
	of_policy == [{"resource": "p", "path": ["policy_data"]}]
}

test_unknown_parts_of_names_are_left_out if {
	member.title({"form": "user", "name": "user:${}@b"}) == "\"user:…@b\""
}

words(role, resources) := text if {
	grant := {"actions": [role], "resource": "binding"}
	text := member.roles(grant) with input.resources as resources
}

test_roles_in_words if {
	words("roles/editor", {}) == "the role roles/editor"
	custom := {"address": "google_project_iam_custom_role.deployer", "referred_by": [{"id": "binding"}]}
	words("projects/${}/roles/${}", {"google_project_iam_custom_role": [custom]}) == "the role google_project_iam_custom_role.deployer"
	words("${}", {"google_project_iam_custom_role": [object.union(custom, {"referred_by": [{"id": "other"}]})]}) == "a role whose name is not known"
	words("${}", {}) == "a role whose name is not known"
}
