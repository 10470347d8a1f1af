# What it takes, beside the right to pass a role, to have something run with it, and by which services that is done.
# A way is a list of steps, each step the actions of which one is needed.
package lib.passing

# The services that a role is passed to, by what runs with it.
services := {
	"agent": ["bedrock-agentcore.amazonaws.com"],
	"anywhere": ["rolesanywhere.amazonaws.com"],
	"apprunner": ["tasks.apprunner.amazonaws.com"],
	"automation": ["ssm.amazonaws.com"],
	"autoscaling": ["ec2.amazonaws.com"],
	"batch": ["ecs-tasks.amazonaws.com"],
	"cloudformation": ["cloudformation.amazonaws.com"],
	"codebuild": ["codebuild.amazonaws.com"],
	"codestar": ["codestar.amazonaws.com", "cloudformation.amazonaws.com"],
	"data_pipeline": ["datapipeline.amazonaws.com", "ec2.amazonaws.com"],
	"ecs": ["ecs-tasks.amazonaws.com"],
	"emr": ["ec2.amazonaws.com", "elasticmapreduce.amazonaws.com", "emr-serverless.amazonaws.com"],
	"glue": ["glue.amazonaws.com"],
	"identity_pool": ["cognito-identity.amazonaws.com"],
	"instance": ["ec2.amazonaws.com"],
	"instance_profile": ["ec2.amazonaws.com"],
	"lambda": ["lambda.amazonaws.com"],
	"pod_identity": ["pods.eks.amazonaws.com"],
	"sagemaker": ["sagemaker.amazonaws.com"],
	"scheduler": ["scheduler.amazonaws.com"],
	"step_functions": ["states.amazonaws.com"],
}

# The ways, likewise.
ways := {
	"agent": agent,
	"anywhere": anywhere,
	"apprunner": apprunner,
	"automation": automation,
	"autoscaling": autoscaling,
	"batch": batch,
	"cloudformation": cloudformation,
	"codebuild": codebuild,
	"codestar": codestar,
	"data_pipeline": data_pipeline,
	"ecs": ecs,
	"emr": emr,
	"glue": glue,
	"identity_pool": identity_pool,
	"instance": instance,
	"instance_profile": instance_profile,
	"lambda": lambda,
	"pod_identity": pod_identity,
	"sagemaker": sagemaker,
	"scheduler": scheduler,
	"step_functions": step_functions,
}

agent := [
	[
		["bedrock-agentcore:CreateCodeInterpreter"],
		["bedrock-agentcore:StartCodeInterpreterSession"],
		["bedrock-agentcore:InvokeCodeInterpreter"],
	],
	[["bedrock-agentcore:CreateAgentRuntime"], ["bedrock-agentcore:InvokeAgentRuntime"]],
]

anywhere := [
	[["rolesanywhere:CreateTrustAnchor"], ["rolesanywhere:CreateProfile"]],
]

apprunner := [
	[["apprunner:CreateService", "apprunner:UpdateService"]],
]

automation := [
	[["ssm:StartAutomationExecution"]],
]

autoscaling := [
	[
		["autoscaling:CreateLaunchConfiguration", "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion"],
		["autoscaling:CreateAutoScalingGroup", "autoscaling:UpdateAutoScalingGroup"],
	],
]

batch := [
	[["batch:RegisterJobDefinition"], ["batch:SubmitJob"]],
]

cloudformation := [
	[
		["cloudformation:CreateStack", "cloudformation:UpdateStack", "cloudformation:CreateStackSet", "cloudformation:UpdateStackSet"],
	],
	[["cloudformation:CreateChangeSet"], ["cloudformation:ExecuteChangeSet"]],
]

codebuild := [
	[
		["codebuild:CreateProject", "codebuild:UpdateProject"],
		["codebuild:StartBuild", "codebuild:StartBuildBatch"],
	],
]

codestar := [
	[["codestar:CreateProject"]],
]

data_pipeline := [
	[
		["datapipeline:CreatePipeline"],
		["datapipeline:PutPipelineDefinition"],
		["datapipeline:ActivatePipeline"],
	],
]

ecs := [
	[
		["ecs:RegisterTaskDefinition"],
		["ecs:RunTask", "ecs:StartTask", "ecs:CreateService", "ecs:UpdateService"],
	],
]

emr := [
	[["elasticmapreduce:RunJobFlow"]],
	[["emr-serverless:StartJobRun"]],
]

glue := [
	[["glue:CreateDevEndpoint"]],
	[["glue:CreateJob", "glue:UpdateJob"], ["glue:StartJobRun", "glue:CreateTrigger"]],
	[["glue:CreateSession"], ["glue:RunStatement"]],
]

identity_pool := [
	[["cognito-identity:SetIdentityPoolRoles"]],
]

instance := [
	[["ec2:RunInstances", "ec2:RequestSpotInstances", "ec2:RequestSpotFleet", "ec2:CreateFleet"]],
]

instance_profile := [
	[["ec2:AssociateIamInstanceProfile", "ec2:ReplaceIamInstanceProfileAssociation"]],
	[["iam:AddRoleToInstanceProfile"]],
]

lambda := [
	[
		["lambda:CreateFunction"],
		["lambda:InvokeFunction", "lambda:AddPermission", "lambda:CreateEventSourceMapping", "lambda:CreateFunctionUrlConfig"],
	],
	[["lambda:UpdateFunctionConfiguration"], ["lambda:UpdateFunctionCode"]],
]

pod_identity := [
	[["eks:CreatePodIdentityAssociation", "eks:UpdatePodIdentityAssociation"]],
]

sagemaker := [
	[["sagemaker:CreateNotebookInstance"], ["sagemaker:CreatePresignedNotebookInstanceUrl"]],
	[["sagemaker:CreateTrainingJob", "sagemaker:CreateProcessingJob"]],
]

scheduler := [
	[["scheduler:CreateSchedule", "scheduler:UpdateSchedule"]],
]

step_functions := [
	[["states:CreateStateMachine", "states:UpdateStateMachine"], ["states:StartExecution"]],
]
