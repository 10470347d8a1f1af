# METADATA
# title: Public Redshift cluster has an administrator whose name is easily guessed
# description: |
#   Who attacks a database that can be reached from the internet tries names that are in common use first. A
#   warehouse with a public address whose administrator is called `admin` or `awsuser` leaves only the password to
#   be guessed.
# related_resources:
#   - https://docs.aws.amazon.com/redshift/latest/mgmt/managing-clusters-vpc.html
#   - https://docs.aws.amazon.com/securityhub/latest/userguide/redshift-controls.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security]
#   remediation: >-
#     Take the public address away (`publicly_accessible = false`). Another `master_username` makes Terraform
#     replace the cluster.
#   aliases: [CKV_AWS_391]
package policy.aws.redshift.guessable_administrator

import data.lib.redshift

deny contains {"resource": cluster.id, "path": ["master_username"], "needs": needs, "message": message} if {
	some cluster in input.resources.aws_redshift_cluster
	redshift.public(cluster)
	lower(cluster.attributes.master_username) in common
	needs := [{"resource": cluster.id, "path": ["publicly_accessible"]}]
	message := sprintf("The cluster is public, and its administrator is called `%s`", [cluster.attributes.master_username])
}

common := {"admin", "administrator", "awsuser", "dbadmin", "dbuser", "master", "postgres", "redshift", "root", "user"}
