# METADATA
# title: Requests to the API server may take very long
# description: |
#   The API server ends a request that takes longer than a minute, unless another time is set. With a long one, slow or
#   stalled requests pile up and hold connections and memory.
#
#   Who may send requests at all can then bring the API server down with few of them.
# related_resources:
#   - https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `--request-timeout`, or set it to less than five minutes, with its unit: `--request-timeout=60s`.
#   aliases: [CKV_K8S_95, C-0134]
#   compliance:
#     cis-kubernetes-1.8: ["1.2.21"]
package policy.kubernetes.apiserver.request_timeout

import data.lib.flags

deny contains {"resource": program.id, "path": path, "message": message} if {
	some program in flags.of("kube-apiserver")
	text := flags.text(program, "request-timeout")
	defect := wrong(text)
	path := flags.place(program, "request-timeout")
	message := sprintf("kube-apiserver sets --request-timeout=%s, which is %s", [text, defect])
}

wrong(text) := "five minutes or more" if {
	is_duration(text)
	(amount(text, "h") * 3600) + ((amount(text, "m") * 60) + amount(text, "s")) >= 300
}

wrong(text) := "no duration" if {
	text != ""
	not is_duration(text)
}

is_duration(text) if regex.match(`^([0-9]+(\.[0-9]+)?(h|m|s|ms|us|ns))+$`, text)

# What a duration has of a unit.
amount(text, unit) := sum([number |
	some part in regex.find_n(`[0-9.]+[a-z]+`, text, -1)
	digits := trim_right(part, "hmsun")
	trim_prefix(part, digits) == unit
	number := to_number(digits)
])
