# METADATA
# title: RDS instance does not install minor versions by itself
# description: |
#   Minor versions of a database engine bring fixes of flaws and of security, and are made not to break anything.
#   RDS installs them in the maintenance window, unless that is switched off: then somebody has to think of it each
#   time.
#
#   Who installs them by hand, on a schedule, may do without.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_UpgradeDBInstance.Upgrading.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security, reliability]
#   remediation: >-
#     Remove `auto_minor_version_upgrade`, or set it to `true`.
#   aliases: [CKV_AWS_226, AC_AWS_0056]
#   compliance: {cis-aws-1.5: ["2.3.2"]}
package policy.aws.rds.minor_upgrades

import data.lib.setting

deny contains {"resource": db.id, "path": ["auto_minor_version_upgrade"], "message": message} if {
	some kind in ["aws_db_instance", "aws_rds_cluster_instance"]
	some db in input.resources[kind]
	message := setting.turned_off(db.attributes, "auto_minor_version_upgrade")
}
