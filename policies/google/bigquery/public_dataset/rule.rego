# METADATA
# title: BigQuery dataset is open to everyone
# description: |
#   `allAuthenticatedUsers` means everyone with any Google account, which takes a minute to make, not only the members of your
#   organization. With the role of a reader they copy all tables of the dataset, with that of a writer or owner they change
#   them.
#
#   Datasets that became public this way are found by searching for them.
# related_resources:
#   - https://cloud.google.com/bigquery/docs/control-access-to-resources-iam
#   - https://cloud.google.com/iam/docs/principals-overview
# custom:
#   severity: high
#   worst_case: {gain: worth, from: anywhere, effort: none}
#   profiles: [default, security]
#   remediation: >-
#     Name the users, groups or service accounts that need the data (`user_by_email`, `group_by_email`), or `domain`.
#   aliases: [CKV_GCP_15, GCP-0046, AC_GCP_0230]
#   compliance:
#     cis-gcp-2.0: ["7.1"]
package policy.google.bigquery.public_dataset

deny contains {
	"resource": dataset.id,
	"path": ["access", i, field],
	"message": sprintf("%s may use the dataset", [who]),
} if {
	some dataset in input.resources.google_bigquery_dataset
	some i, access in dataset.attributes.access
	some field in fields
	who := access[field]
	who in everyone
}

deny contains {
	"resource": access.id,
	"path": [field],
	"message": sprintf("%s may use the dataset", [who]),
} if {
	some access in input.resources.google_bigquery_dataset_access
	some field in fields
	who := access.attributes[field]
	who in everyone
}

fields := ["special_group", "iam_member"]

everyone := {"allAuthenticatedUsers", "allUsers", "allauthenticatedusers", "allusers"}
