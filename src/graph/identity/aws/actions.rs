//! The actions that are looked at: those by which one identity gets the rights of another, and those that read
//! secrets. Names are those of the service authorization reference.

use crate::graph::identity::text::glob;

/// An action, and what type of resource it acts on; `*` where that does not matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Action {
    /// `iam:PassRole`.
    pub(super) name: &'static str,
    /// The service in the ARN of what it acts on.
    pub(super) service: &'static str,
    /// How the last part of that ARN begins: `role`; empty for any.
    pub(super) resource: &'static str,
}

const fn on(name: &'static str, service: &'static str, resource: &'static str) -> Action {
    Action { name, service, resource }
}

/// All of them, those of a service together.
pub(super) const WATCHED: [Action; 147] = [
    on("apprunner:CreateService", "apprunner", ""),
    on("apprunner:UpdateService", "apprunner", ""),
    on("autoscaling:CreateAutoScalingGroup", "autoscaling", ""),
    on("autoscaling:CreateLaunchConfiguration", "autoscaling", ""),
    on("autoscaling:UpdateAutoScalingGroup", "autoscaling", ""),
    on("batch:RegisterJobDefinition", "batch", ""),
    on("batch:SubmitJob", "batch", ""),
    on("bedrock-agentcore:CreateAgentRuntime", "bedrock-agentcore", ""),
    on("bedrock-agentcore:CreateCodeInterpreter", "bedrock-agentcore", ""),
    on("bedrock-agentcore:InvokeAgentRuntime", "bedrock-agentcore", ""),
    on("bedrock-agentcore:InvokeCodeInterpreter", "bedrock-agentcore", ""),
    on("bedrock-agentcore:StartCodeInterpreterSession", "bedrock-agentcore", ""),
    on("cloudformation:CreateChangeSet", "cloudformation", "stack"),
    on("cloudformation:CreateStack", "cloudformation", "stack"),
    on("cloudformation:CreateStackInstances", "cloudformation", "stackset"),
    on("cloudformation:CreateStackSet", "cloudformation", "stackset"),
    on("cloudformation:ExecuteChangeSet", "cloudformation", "stack"),
    on("cloudformation:UpdateStack", "cloudformation", "stack"),
    on("cloudformation:UpdateStackSet", "cloudformation", "stackset"),
    on("codebuild:CreateProject", "codebuild", "project"),
    on("codebuild:StartBuild", "codebuild", "project"),
    on("codebuild:StartBuildBatch", "codebuild", "project"),
    on("codebuild:UpdateProject", "codebuild", "project"),
    on("codestar:AssociateTeamMember", "codestar", ""),
    on("codestar:CreateProject", "codestar", ""),
    on("cognito-identity:GetCredentialsForIdentity", "cognito-identity", ""),
    on("cognito-identity:SetIdentityPoolRoles", "cognito-identity", ""),
    on("datapipeline:ActivatePipeline", "datapipeline", ""),
    on("datapipeline:CreatePipeline", "datapipeline", ""),
    on("datapipeline:PutPipelineDefinition", "datapipeline", ""),
    on("ec2-instance-connect:SendSSHPublicKey", "ec2", "instance"),
    on("ec2-instance-connect:SendSerialConsoleSSHPublicKey", "ec2", "instance"),
    on("ec2:AssociateIamInstanceProfile", "ec2", "instance"),
    on("ec2:CreateFleet", "ec2", ""),
    on("ec2:CreateLaunchTemplate", "ec2", ""),
    on("ec2:CreateLaunchTemplateVersion", "ec2", ""),
    on("ec2:CreateTags", "ec2", ""),
    on("ec2:ModifyInstanceAttribute", "ec2", "instance"),
    on("ec2:ReplaceIamInstanceProfileAssociation", "ec2", "instance"),
    on("ec2:RequestSpotFleet", "ec2", ""),
    on("ec2:RequestSpotInstances", "ec2", ""),
    on("ec2:RunInstances", "ec2", ""),
    on("ec2:StartInstances", "ec2", "instance"),
    on("ecr:PutImage", "ecr", "repository"),
    on("ecs:CreateService", "ecs", ""),
    on("ecs:ExecuteCommand", "ecs", ""),
    on("ecs:RegisterTaskDefinition", "ecs", ""),
    on("ecs:RunTask", "ecs", ""),
    on("ecs:StartTask", "ecs", ""),
    on("ecs:UpdateService", "ecs", ""),
    on("eks:AssociateAccessPolicy", "eks", ""),
    on("eks:CreateAccessEntry", "eks", ""),
    on("eks:CreatePodIdentityAssociation", "eks", ""),
    on("eks:UpdateAccessEntry", "eks", ""),
    on("eks:UpdatePodIdentityAssociation", "eks", ""),
    on("elasticmapreduce:AddJobFlowSteps", "elasticmapreduce", "cluster"),
    on("elasticmapreduce:RunJobFlow", "elasticmapreduce", ""),
    on("emr-serverless:StartJobRun", "emr-serverless", ""),
    on("glue:CreateDevEndpoint", "glue", ""),
    on("glue:CreateJob", "glue", ""),
    on("glue:CreateSession", "glue", ""),
    on("glue:CreateTrigger", "glue", ""),
    on("glue:RunStatement", "glue", ""),
    on("glue:StartJobRun", "glue", ""),
    on("glue:UpdateDevEndpoint", "glue", ""),
    on("glue:UpdateJob", "glue", ""),
    on("iam:AddClientIDToOpenIDConnectProvider", "iam", "oidc-provider"),
    on("iam:AddRoleToInstanceProfile", "iam", "instance-profile"),
    on("iam:AddUserToGroup", "iam", "group"),
    on("iam:AttachGroupPolicy", "iam", "group"),
    on("iam:AttachRolePolicy", "iam", "role"),
    on("iam:AttachUserPolicy", "iam", "user"),
    on("iam:CreateAccessKey", "iam", "user"),
    on("iam:CreateLoginProfile", "iam", "user"),
    on("iam:CreateOpenIDConnectProvider", "iam", "oidc-provider"),
    on("iam:CreatePolicyVersion", "iam", "policy"),
    on("iam:CreateRole", "iam", "role"),
    on("iam:CreateSAMLProvider", "iam", "saml-provider"),
    on("iam:CreateServiceSpecificCredential", "iam", "user"),
    on("iam:CreateUser", "iam", "user"),
    on("iam:DeactivateMFADevice", "iam", "user"),
    on("iam:DeleteRolePermissionsBoundary", "iam", "role"),
    on("iam:DeleteUserPermissionsBoundary", "iam", "user"),
    on("iam:PassRole", "iam", "role"),
    on("iam:PutGroupPolicy", "iam", "group"),
    on("iam:PutRolePermissionsBoundary", "iam", "role"),
    on("iam:PutRolePolicy", "iam", "role"),
    on("iam:PutUserPermissionsBoundary", "iam", "user"),
    on("iam:PutUserPolicy", "iam", "user"),
    on("iam:ResetServiceSpecificCredential", "iam", "user"),
    on("iam:SetDefaultPolicyVersion", "iam", "policy"),
    on("iam:TagRole", "iam", "role"),
    on("iam:TagUser", "iam", "user"),
    on("iam:UpdateAssumeRolePolicy", "iam", "role"),
    on("iam:UpdateLoginProfile", "iam", "user"),
    on("iam:UpdateOpenIDConnectProviderThumbprint", "iam", "oidc-provider"),
    on("iam:UpdateSAMLProvider", "iam", "saml-provider"),
    on("identitystore:CreateGroupMembership", "identitystore", ""),
    on("lambda:AddPermission", "lambda", "function"),
    on("lambda:CreateEventSourceMapping", "lambda", ""),
    on("lambda:CreateFunction", "lambda", "function"),
    on("lambda:CreateFunctionUrlConfig", "lambda", "function"),
    on("lambda:InvokeFunction", "lambda", "function"),
    on("lambda:UpdateFunctionCode", "lambda", "function"),
    on("lambda:UpdateFunctionConfiguration", "lambda", "function"),
    on("organizations:DeletePolicy", "organizations", "policy"),
    on("organizations:DetachPolicy", "organizations", ""),
    on("organizations:DisablePolicyType", "organizations", ""),
    on("organizations:LeaveOrganization", "organizations", ""),
    on("organizations:RegisterDelegatedAdministrator", "organizations", ""),
    on("organizations:UpdatePolicy", "organizations", "policy"),
    on("rolesanywhere:CreateProfile", "rolesanywhere", "profile"),
    on("rolesanywhere:CreateTrustAnchor", "rolesanywhere", "trust-anchor"),
    on("sagemaker:CreateNotebookInstance", "sagemaker", "notebook-instance"),
    on("sagemaker:CreateNotebookInstanceLifecycleConfig", "sagemaker", ""),
    on("sagemaker:CreatePresignedDomainUrl", "sagemaker", "user-profile"),
    on("sagemaker:CreatePresignedNotebookInstanceUrl", "sagemaker", "notebook-instance"),
    on("sagemaker:CreateProcessingJob", "sagemaker", "processing-job"),
    on("sagemaker:CreateTrainingJob", "sagemaker", "training-job"),
    on("sagemaker:StartNotebookInstance", "sagemaker", "notebook-instance"),
    on("sagemaker:UpdateNotebookInstance", "sagemaker", "notebook-instance"),
    on("scheduler:CreateSchedule", "scheduler", ""),
    on("scheduler:UpdateSchedule", "scheduler", ""),
    on("secretsmanager:BatchGetSecretValue", "secretsmanager", ""),
    on("secretsmanager:GetSecretValue", "secretsmanager", "secret"),
    on("ssm:CreateAssociation", "ssm", ""),
    on("ssm:GetParameter", "ssm", "parameter"),
    on("ssm:GetParameters", "ssm", "parameter"),
    on("ssm:GetParametersByPath", "ssm", "parameter"),
    on("ssm:SendCommand", "ec2", "instance"),
    on("ssm:StartAutomationExecution", "ssm", ""),
    on("ssm:StartSession", "ec2", "instance"),
    on("sso-directory:AddMemberToGroup", "sso-directory", ""),
    on("sso:AttachCustomerManagedPolicyReferenceToPermissionSet", "sso", ""),
    on("sso:AttachManagedPolicyToPermissionSet", "sso", ""),
    on("sso:CreateAccountAssignment", "sso", ""),
    on("sso:CreatePermissionSet", "sso", ""),
    on("sso:ProvisionPermissionSet", "sso", ""),
    on("sso:PutInlinePolicyToPermissionSet", "sso", ""),
    on("states:CreateStateMachine", "states", ""),
    on("states:StartExecution", "states", ""),
    on("states:UpdateStateMachine", "states", ""),
    on("sts:AssumeRole", "iam", "role"),
    on("sts:AssumeRoleWithSAML", "iam", "role"),
    on("sts:AssumeRoleWithWebIdentity", "iam", "role"),
    on("sts:SetSourceIdentity", "iam", "role"),
    on("sts:TagSession", "iam", "role"),
];

/// An action as a policy writes it: matched without regard to case, `*` and `?` as in file names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ActionPattern(String);

impl ActionPattern {
    pub(super) fn new(written: &str) -> ActionPattern {
        ActionPattern(written.to_lowercase())
    }

    pub(super) fn matches(&self, action: &str) -> bool {
        glob(&self.0, &action.to_lowercase())
    }

    /// Whether it is every action of every service.
    pub(super) fn is_everything(&self) -> bool {
        !self.0.is_empty() && self.0.chars().all(|character| matches!(character, '*' | ':'))
    }

    /// Whether it is every action of IAM.
    pub(super) fn is_all_of_iam(&self) -> bool {
        self.is_everything()
            || self.0.strip_prefix("iam:").is_some_and(|rest| rest.trim_matches('*').is_empty())
    }

    /// The positions in [`WATCHED`] of the actions it matches.
    pub(super) fn watched(&self) -> Vec<usize> {
        let service = self.0.split_once(':').map_or("", |(service, _)| service);
        let any = service.is_empty() || service.contains(['*', '?']);
        let candidate =
            |action: &Action| any || action.name.split_once(':').is_some_and(|(own, _)| own == service);
        let all = WATCHED.iter().enumerate().filter(|(_, action)| candidate(action));
        all.filter(|(_, action)| self.matches(action.name)).map(|(at, _)| at).collect()
    }
}

impl Action {
    /// Whether an ARN with `*` and holes covers everything that the action acts on in an account.
    pub(super) fn covered_by(&self, pattern: &str) -> bool {
        match ResourcePattern::new(pattern) {
            ResourcePattern::Everything => true,
            ResourcePattern::Arn { service, resource } => {
                let own = glob(service, self.service) && !service.is_empty();
                own && (is_stars(resource)
                    || resource.strip_prefix(self.resource).is_some_and(|rest| {
                        !self.resource.is_empty() && is_stars(rest.trim_start_matches(['/', ':']))
                    }))
            }
            ResourcePattern::Other => false,
        }
    }
}

fn is_stars(text: &str) -> bool {
    !text.is_empty() && text.split(['/', ':']).all(|part| part == "*" || part == "**")
}

/// What a resource in a statement is, as far as its form tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ResourcePattern<'t> {
    /// `*`.
    Everything,
    /// An ARN, of whatever partition, region and account, save that of AWS itself.
    Arn {
        /// `iam`.
        service: &'t str,
        /// `role/x*`.
        resource: &'t str,
    },
    /// Anything else.
    Other,
}

impl<'t> ResourcePattern<'t> {
    pub(super) fn new(pattern: &'t str) -> ResourcePattern<'t> {
        if !pattern.is_empty() && pattern.chars().all(|character| character == '*') {
            return ResourcePattern::Everything;
        }
        let parts: Vec<&str> = pattern.splitn(6, ':').collect();
        match parts.as_slice() {
            // What AWS itself keeps, nobody else can change.
            ["arn", _, _, _, "aws", _] => ResourcePattern::Other,
            ["arn" | "*", _, service, _, _, resource] => ResourcePattern::Arn { service, resource },
            // `arn:aws:iam:*`: the star stands for the parts that are left out, too.
            ["arn", _, service, .., last] if *last == "*" && !service.contains('*') => {
                ResourcePattern::Arn { service, resource: last }
            }
            ["arn", .., last] if *last == "*" => ResourcePattern::Everything,
            _ => ResourcePattern::Other,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(name: &str) -> &'static Action {
        WATCHED.iter().find(|action| action.name == name).expect("is watched")
    }

    fn names(pattern: &str) -> Vec<&'static str> {
        ActionPattern::new(pattern).watched().iter().filter_map(|at| Some(WATCHED.get(*at)?.name)).collect()
    }

    #[test]
    fn the_table_is_in_order_and_holds_each_action_once() {
        let names: Vec<&str> = WATCHED.iter().map(|action| action.name).collect();
        assert!(names.is_sorted_by(|one, next| one < next), "{names:?}");
    }

    #[test]
    fn patterns_match_whatever_the_case() {
        assert_eq!(names("IAM:passrole"), ["iam:PassRole"]);
        assert_eq!(names("iam:Attach?ser*"), ["iam:AttachUserPolicy"]);
        assert_eq!(names("iam:Put*Policy"), ["iam:PutGroupPolicy", "iam:PutRolePolicy", "iam:PutUserPolicy"]);
        assert_eq!(names("*").len(), WATCHED.len());
        assert_eq!(names("*:*").len(), WATCHED.len());
        assert_eq!(names("s3:*"), [] as [&str; 0]);
        assert_eq!(names("passrole"), [] as [&str; 0]);
    }

    #[test]
    fn what_covers_every_role() {
        let pass = action("iam:PassRole");
        for pattern in [
            "*",
            "arn:aws:iam::*:role/*",
            "arn:aws:iam::123456789012:*",
            "arn:*:iam::*:role*",
            "arn:aws:iam::*:*",
            "arn:aws:iam:*",
        ] {
            assert!(pass.covered_by(pattern), "{pattern}");
        }
        for pattern in ["arn:aws:iam::1:role/app-*", "arn:aws:iam::1:user/*", "arn:aws:s3:::*", "", "role/*"]
        {
            assert!(!pass.covered_by(pattern), "{pattern}");
        }
        assert!(!action("iam:CreatePolicyVersion").covered_by("arn:aws:iam::aws:policy/*"));
        assert!(action("lambda:UpdateFunctionCode").covered_by("arn:aws:lambda:eu-west-1:1:function:*"));
        assert!(!action("lambda:UpdateFunctionCode").covered_by("arn:aws:lambda:eu-west-1:1:function:app*"));
    }
}
