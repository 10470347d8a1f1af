
data "aws_iam_policy_document" "t" { 
  statement { 
    actions = ["sts:AssumeRole"] 
    principals { 
      type = "Service" 
      identifiers = ["ec2.amazonaws.com","lambda.amazonaws.com","ecs-tasks.amazonaws.com","codebuild.amazonaws.com","cloudformation.amazonaws.com","glue.amazonaws.com","sagemaker.amazonaws.com","ssm.amazonaws.com","states.amazonaws.com","apprunner.amazonaws.com","batch.amazonaws.com"] 
    } 
  } 
}
resource "aws_iam_role" "strong" { 
  name = "strong" 
  assume_role_policy = data.aws_iam_policy_document.t.json 
}
resource "aws_iam_role_policy_attachment" "a" { 
  role = aws_iam_role.strong.name 
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess" 
}
resource "aws_iam_instance_profile" "p" { 
  name = "p"
  role = aws_iam_role.strong.name 
}
resource "aws_instance" "i" { 
  ami = "ami-1" 
  instance_type = "t3.micro" 
  iam_instance_profile = aws_iam_instance_profile.p.name 
}
resource "aws_lambda_function" "f" { 
  function_name = "f" 
  role = aws_iam_role.strong.arn 
}
resource "aws_codebuild_project" "b" { 
  name = "b" 
  service_role = aws_iam_role.strong.arn 
}
resource "aws_cloudformation_stack" "s" { 
  name = "s" 
  iam_role_arn = aws_iam_role.strong.arn 
}
resource "aws_ecs_task_definition" "t" { 
  family = "t" 
  task_role_arn = aws_iam_role.strong.arn 
  container_definitions = jsonencode([{name="c",image="x:1"}])
}
resource "aws_ecs_service" "svc" {
  name = "svc"
  task_definition = aws_ecs_task_definition.t.arn
  enable_execute_command = true
}
resource "aws_glue_dev_endpoint" "g" { 
  name = "g" 
  role_arn = aws_iam_role.strong.arn 
}
resource "aws_glue_job" "gj" { 
  name = "gj" 
  role_arn = aws_iam_role.strong.arn 
}
resource "aws_sagemaker_notebook_instance" "n" { 
  name = "n" 
  role_arn = aws_iam_role.strong.arn 
}
resource "aws_sfn_state_machine" "m" { 
  name = "m" 
  role_arn = aws_iam_role.strong.arn 
}
resource "aws_iam_user" "u" { name = "u" }
resource "aws_iam_user_policy" "p" {
  user = aws_iam_user.u.name
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = ["sagemaker:CreatePresignedNotebookInstanceUrl"], Resource = "*" }] })
}
