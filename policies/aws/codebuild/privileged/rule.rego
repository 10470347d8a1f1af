# METADATA
# title: CodeBuild project runs builds in privileged mode
# description: |
#   A privileged build may start containers of its own, which building images with Docker needs. It also has the
#   whole machine under it, so that a program that the build downloads may do more than read the source.
#
#   Each build has a machine of its own, which limits what is gained. Builds of images can do without, with tools
#   such as Kaniko or Buildah.
# related_resources:
#   - https://docs.aws.amazon.com/codebuild/latest/userguide/create-project.html
# custom:
#   severity: low
#   worst_case: {gain: step, from: inside, effort: some}
#   profiles: [strict, security]
#   remediation: >-
#     Remove `privileged_mode`, or set it to `false`, unless the build runs Docker.
#   aliases: [CKV_AWS_316]
package policy.aws.codebuild.privileged

import data.lib.setting

deny contains {"resource": project.id, "path": ["environment", 0, "privileged_mode"], "message": message} if {
	some project in input.resources.aws_codebuild_project
	message := setting.turned_on(setting.block(project.attributes, "environment"), "privileged_mode")
}
