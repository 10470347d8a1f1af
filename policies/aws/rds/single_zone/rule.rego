# METADATA
# title: RDS instance runs in one zone only
# description: |
#   A zone is a group of data centres. A database in one zone is away when the zone is, and also while its machine
#   is repaired or upgraded. With Multi-AZ a second copy in another zone takes over within a minute or two.
#
#   It doubles the price, so it is a choice.
# related_resources:
#   - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZ.html
# custom:
#   severity: low
#   worst_case: {gain: worth, from: inside, effort: none}
#   profiles: [strict, reliability]
#   remediation: >-
#     Set `multi_az` to `true`.
#   aliases: [CKV_AWS_157]
package policy.aws.rds.single_zone

import data.lib.setting

# A replica is a second copy itself.
deny contains {"resource": db.id, "path": ["multi_az"], "needs": needs, "message": message} if {
	some db in input.resources.aws_db_instance
	not setting.is_set(db.attributes, "replicate_source_db")
	message := setting.off(db.attributes, "multi_az")
	needs := [{"resource": db.id, "path": ["replicate_source_db"]}]
}
