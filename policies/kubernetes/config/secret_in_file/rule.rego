# METADATA
# title: Secret has its values in the file
# description: |
#   What `data` of a Secret holds is Base64, which everybody can read: it hides nothing. Whoever gets to see the
#   repository, or a copy of it, has the credential, and deleting the file later leaves it in the history.
#
#   Such credentials are seldom replaced, since that means a change of the files, and the same one is then used
#   in every cluster that they are applied to.
# related_resources:
#   - https://kubernetes.io/docs/concepts/configuration/secret/
#   - https://kubernetes.io/docs/concepts/security/secrets-good-practices/
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   written: [data, stringData]
#   remediation: >-
#     Keep the value where secrets are kept and let the cluster fetch it (External Secrets, the Secrets Store
#     CSI driver), or keep it encrypted (Sealed Secrets, SOPS). Replace the credential: it stays in the history.
package policy.kubernetes.config.secret_in_file

import data.lib.base64
import data.lib.credential_name
import data.lib.literal

deny contains {"resource": secret.id, "path": found[0].path, "needs": needs, "evidence": evidence, "message": message} if {
	some secret in input.resources.Secret
	not secret.attributes.type in made_by_the_cluster
	found := [entry | some entry in written(secret); is_credential(secret, entry)]
	count(found) > 0
	needs := [{"resource": secret.id, "path": ["type"]}]
	evidence := [{"resource": secret.id, "path": entry.path, "note": sprintf("%s, too", [named(entry)])} |
		some entry in array.slice(found, 1, count(found))
	]
	message := sprintf("The Secret has %s in the file%s", [named(found[0]), hidden(found[0])])
}

# Written without a value: the cluster puts one in.
made_by_the_cluster := {"kubernetes.io/service-account-token"}

# Reports cover the value wherever it stands, so also in a name that has it.
named(entry) := sprintf("the value of \"%s\"", [entry.key]) if not contains(entry.key, entry.written)

named(entry) := "a credential" if contains(entry.key, entry.written)

hidden(entry) := ", in Base64, which hides nothing" if entry.path[0] == "data"

hidden(entry) := "" if entry.path[0] == "stringData"

# In Terraform, what is given for one run alone stands in no file.
written(secret) := [entry | some entry in entries(secret); not entry.path in object.get(secret, "given", [])]

entries(secret) := array.concat(
	[{"path": ["data", key], "key": key, "written": value, "text": base64.text(value)} | some key, value in secret.attributes.data],
	[{"path": ["stringData", key], "key": key, "written": value, "text": value} | some key, value in secret.attributes.stringData],
)

is_credential(_, entry) if {
	credential_name.is_credential(entry.key)
	not is_user(entry.key)
	literal.real(trim_space(entry.text))
	not only_repeats(entry)
}

# `CLIENT_SECRET: SECRET` is there to be replaced.
only_repeats(entry) if {
	regex.match(`^[A-Z]+$`, entry.text)
	contains(entry.key, entry.text)
}

# In a Secret, a key is one.
is_credential(_, entry) if {
	endswith(lower(entry.key), "key")
	not regex.match(`(?i)(access|public|publishable|authorized|ssh|partition|primary|sort)[-_.]?key$`, entry.key)
	literal.real(trim_space(entry.text))
}

# That of a user of a store is mostly a name. A random one is as good as a password in some.
is_user(key) if regex.match(`(?i)access[-_.]?key$`, key)

is_credential(_, entry) if {
	is_user(entry.key)
	literal.issued(trim_space(entry.text))
}

is_credential(_, entry) if literal.issued_by_form(entry.text)

# How registries are signed in to, as JSON.
is_credential(secret, entry) if {
	entry.key in {".dockercfg", ".dockerconfigjson"}
	startswith(secret.attributes.type, "kubernetes.io/docker")
	some found in regex.find_n(`"(auth|password|identitytoken)"\s*:\s*"[^"]*"`, entry.text, -1)
	literal.real(split(found, "\"")[3])
}
