resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "lambda.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_lambda_function" "clean_up" {
  function_name = "clean-up"
  role          = aws_iam_role.admin.arn # expect: aws-iam-administrator-in-workload
  runtime       = "python3.13"
  handler       = "clean_up.main"
  filename      = "clean_up.zip"
}

resource "aws_ecs_task_definition" "web" {
  family        = "web"
  task_role_arn = aws_iam_role.admin.arn # expect: aws-iam-administrator-in-workload

  container_definitions = jsonencode([{
    name  = "web"
    image = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/web:1.4.2"
  }])
}
