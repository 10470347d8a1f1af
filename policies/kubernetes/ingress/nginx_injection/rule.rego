# METADATA
# title: Annotation breaks out of the configuration of nginx
# description: |
#   ingress-nginx writes these annotations into its configuration. Older versions did not check them, so that
#   quotes, braces, semicolons or line breaks end the line and begin another one (CVE-2025-1097,
#   CVE-2025-1098, CVE-2025-24514).
#
#   No address and no name needs these characters. Who wrote them runs code in the controller, whose account
#   mostly may read all Secrets.
# related_resources:
#   - https://kubernetes.io/blog/2025/03/24/ingress-nginx-cve-2025-1974/
#   - https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/
# custom:
#   severity: high
#   worst_case: {gain: everything, from: inside, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Write a plain address or name, and run ingress-nginx 1.11.5, 1.12.1 or later.
#   aliases: [KCV-0093]
package policy.kubernetes.ingress.nginx_injection

deny contains {"resource": ingress.id, "path": ["metadata", "annotations", key], "message": message} if {
	some ingress in input.resources.Ingress
	some key, value in ingress.attributes.metadata.annotations
	split(key, "/")[count(split(key, "/")) - 1] in {"auth-tls-match-cn", "auth-url", "mirror-host", "mirror-target"}
	contains(key, "nginx")
	names := {name | some character, name in breaking; contains(value, character)}
	count(names) > 0
	message := sprintf("%s has %s in it, which no address or name needs", [key, concat(" and ", sort(names))])
}

breaking := {
	"\n": "a line break",
	"\"": "a quote",
	"#": "a hash sign",
	";": "a semicolon",
	"`": "a backquote",
	"{": "a brace",
	"|": "a bar",
	"}": "a brace",
}
