# METADATA
# title: Lambda function runs on a runtime without support
# description: |
#   A runtime is the language and the system that a function's code runs on, kept up to date by AWS for as long as the
#   language itself is. After that no flaw in it is closed any more.
#
#   AWS then refuses new functions on it, and later changes to those that run: the next deployment fails when it is
#   needed.
# related_resources:
#   - https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html
#   - https://docs.aws.amazon.com/lambda/latest/dg/runtime-support-policy.html
# custom:
#   severity: medium
#   worst_case: {gain: worth, from: anywhere, effort: some}
#   profiles: [default, security, reliability]
#   remediation: >-
#     Set `runtime` to a version of the language that AWS supports, and try the code on it. What was `go1.x` or
#     `provided` runs on `provided.al2023`.
#   aliases: [CKV_AWS_363]
package policy.aws.lambda.unsupported_runtime

deny contains {"resource": function.id, "path": ["runtime"], "message": message} if {
	some function in input.resources.aws_lambda_function
	ended := end_of_support[function.attributes.runtime]
	message := sprintf("`%s` has had no support since %s", [function.attributes.runtime, ended])
}

# When AWS stopped keeping each runtime, as of 2026-11-26. What stands here stays true; of a runtime that ends later
# nothing is said until it is added. From https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html.
end_of_support := {
	"dotnet5.0": "2022-05-10",
	"dotnet6": "2024-12-20",
	"dotnet8": "2026-11-10",
	"dotnetcore1.0": "2019-07-27",
	"dotnetcore2.0": "2019-05-30",
	"dotnetcore2.1": "2022-01-05",
	"dotnetcore3.1": "2023-04-03",
	"go1.x": "2024-01-08",
	"java8": "2024-01-08",
	"nodejs": "2016-10-31",
	"nodejs10.x": "2021-07-30",
	"nodejs12.x": "2023-03-31",
	"nodejs14.x": "2023-12-04",
	"nodejs16.x": "2024-06-12",
	"nodejs18.x": "2025-09-01",
	"nodejs20.x": "2026-04-30",
	"nodejs4.3": "2020-03-05",
	"nodejs4.3-edge": "2020-03-05",
	"nodejs6.10": "2019-08-12",
	"nodejs8.10": "2020-03-06",
	"provided": "2024-01-08",
	"python2.7": "2021-07-15",
	"python3.6": "2022-07-18",
	"python3.7": "2023-12-04",
	"python3.8": "2024-10-14",
	"python3.9": "2025-12-15",
	"ruby2.5": "2021-07-30",
	"ruby2.7": "2023-12-07",
	"ruby3.2": "2026-03-31",
}
