resource "aws_imagebuilder_component" "agent" { # expect: aws-service-without-own-key
  name     = "agent"
  platform = "Linux"
  version  = "1.0.0"
  data     = file("agent.yml")
}

resource "aws_scheduler_schedule" "nightly" { # expect: aws-service-without-own-key
  name                = "nightly"
  schedule_expression = "rate(1 day)"

  flexible_time_window {
    mode = "OFF"
  }

  target {
    arn      = "arn:aws:lambda:eu-west-1:111122223333:function:nightly"
    role_arn = "arn:aws:iam::111122223333:role/scheduler"
  }
}

resource "aws_codeartifact_domain" "packages" { # expect: aws-service-without-own-key
  domain = "packages"
}

resource "aws_codebuild_project" "app" {
  name           = "app"
  service_role   = "arn:aws:iam::111122223333:role/build"
  encryption_key = "arn:aws:kms:eu-central-1:111122223333:alias/aws/s3" # expect: aws-service-without-own-key

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type     = "GITHUB"
    location = "https://github.com/example/app.git"
  }
}

resource "aws_codegurureviewer_repository_association" "app" {
  repository {
    codecommit {
      name = "app"
    }
  }

  kms_key_details {
    encryption_option = "AWS_OWNED_CMK" # expect: aws-service-without-own-key
  }
}

resource "aws_bedrockagent_agent" "help" { # expect: aws-service-without-own-key
  agent_name              = "help"
  agent_resource_role_arn = "arn:aws:iam::111122223333:role/agent"
  foundation_model        = "anthropic.claude-v2"
}

resource "aws_sagemaker_domain" "research" { # expect: aws-service-without-own-key
  domain_name = "research"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0a"
  subnet_ids  = ["subnet-0a"]

  default_user_settings {
    execution_role = "arn:aws:iam::111122223333:role/research"
  }
}

resource "aws_sagemaker_flow_definition" "review" {
  flow_definition_name = "review"
  role_arn             = "arn:aws:iam::111122223333:role/review"

  human_loop_config {
    human_task_ui_arn = "arn:aws:sagemaker:eu-west-1:111122223333:human-task-ui/review"
    task_count        = 1
    task_description  = "Check the answer"
    task_title        = "Review"
    workteam_arn      = "arn:aws:sagemaker:eu-west-1:111122223333:workteam/private-crowd/review"
  }

  output_config { # expect: aws-service-without-own-key
    s3_output_path = "s3://shop-reviews/"
  }
}

resource "aws_sagemaker_data_quality_job_definition" "drift" {
  name     = "drift"
  role_arn = "arn:aws:iam::111122223333:role/drift"

  data_quality_app_specification {
    image_uri = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/drift:1"
  }

  data_quality_job_input {
    endpoint_input {
      endpoint_name = "prices"
    }
  }

  data_quality_job_output_config { # expect: aws-service-without-own-key
    monitoring_outputs {
      s3_output {
        s3_uri = "s3://shop-drift/"
      }
    }
  }

  job_resources {
    cluster_config { # expect: aws-service-without-own-key
      instance_count    = 1
      instance_type     = "ml.m5.large"
      volume_size_in_gb = 20
    }
  }
}

resource "aws_networkfirewall_firewall" "edge" { # expect: aws-service-without-own-key
  name                = "edge"
  firewall_policy_arn = "arn:aws:network-firewall:eu-west-1:111122223333:firewall-policy/edge"
  vpc_id              = "vpc-0a"

  subnet_mapping {
    subnet_id = "subnet-0a"
  }
}

resource "aws_networkfirewall_firewall_policy" "edge" {
  name = "edge"

  firewall_policy {
    stateless_default_actions          = ["aws:forward_to_sfe"]
    stateless_fragment_default_actions = ["aws:forward_to_sfe"]
  }

  encryption_configuration { # expect: aws-service-without-own-key
    type = "AWS_OWNED_KMS_KEY"
  }
}

resource "aws_networkfirewall_rule_group" "edge" { # expect: aws-service-without-own-key
  name     = "edge"
  type     = "STATEFUL"
  capacity = 10
  rules    = "drop tcp any any -> any 23 (sid:1;)"
}
