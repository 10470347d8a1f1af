resource "aws_ecr_repository" "worker" {
  name = "team/worker"
}

resource "aws_iam_role" "worker" {
  name = "worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_ecs_task_definition" "worker" {
  family        = "worker"
  task_role_arn = aws_iam_role.worker.arn

  container_definitions = jsonencode([{
    name  = "worker"
    image = "${aws_ecr_repository.worker.repository_url}:latest"
  }])
}

resource "aws_iam_user" "developer" {
  name = "developer"
}

resource "aws_iam_user_policy" "developer" {
  user = aws_iam_user.developer.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["ecr:InitiateLayerUpload", "ecr:UploadLayerPart", "ecr:CompleteLayerUpload", "ecr:PutImage"] # expect: aws-iam-push-image-of-stronger-task
      Resource = aws_ecr_repository.worker.arn
    }]
  })
}

# By name, and everywhere.
resource "aws_iam_user" "by_name" {
  name = "by_name"
}

resource "aws_iam_user_policy" "by_name" {
  user = aws_iam_user.by_name.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "ecr:Put*" # expect: aws-iam-push-image-of-stronger-task
      Resource = "arn:aws:ecr:eu-west-1:123456789012:repository/team/*"
    }]
  })
}

resource "aws_iam_user" "everywhere" {
  name = "everywhere"
}

resource "aws_iam_user_policy_attachment" "everywhere" {
  user       = aws_iam_user.everywhere.name
  policy_arn = "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPowerUser" # expect: aws-iam-push-image-of-stronger-task
}
