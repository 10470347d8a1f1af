# METADATA
# title: Default VPC of the account is used
# description: |
#   AWS makes a network in every region of a new account. All its subnets lead to the internet and give each machine a
#   public address, so what is started in it without thought is public.
#
#   A network of one's own has private subnets for what nobody outside has to reach.
# related_resources:
#   - https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: anywhere, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Make an `aws_vpc` with private and public subnets, move what runs in the default network there, and remove this
#     resource.
#   aliases: [CKV_AWS_148, AWS-0101, AC_AWS_0153, AC_AWS_0370]
package policy.aws.vpc.default_vpc

deny contains {"resource": vpc.id, "path": [], "message": "The configuration takes the default network into use"} if {
	some vpc in input.resources.aws_default_vpc
}
