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

# Tags stay where they are.
resource "aws_ecr_repository" "fixed" {
  name                 = "fixed"
  image_tag_mutability = "IMMUTABLE"
}

resource "aws_ecs_task_definition" "fixed" {
  family        = "fixed"
  task_role_arn = aws_iam_role.worker.arn

  container_definitions = jsonencode([{
    name  = "fixed"
    image = "${aws_ecr_repository.fixed.repository_url}:1.0"
  }])
}

# One image for ever.
resource "aws_ecr_repository" "pinned" {
  name = "pinned"
}

resource "aws_ecs_task_definition" "pinned" {
  family        = "pinned"
  task_role_arn = aws_iam_role.worker.arn

  container_definitions = jsonencode([{
    name  = "pinned"
    image = "${aws_ecr_repository.pinned.repository_url}@sha256:0b3f1f4e7a6d5c4b3a29181706f5e4d3c2b1a0998877665544332211ffeeddcc"
  }])
}

# Nothing strong runs from it.
resource "aws_ecr_repository" "other" {
  name = "other"
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
      Action   = ["ecr:PutImage"]
      Resource = [aws_ecr_repository.fixed.arn, aws_ecr_repository.pinned.arn, aws_ecr_repository.other.arn]
    }]
  })
}

resource "aws_iam_user" "everywhere" {
  name = "everywhere"
}

resource "aws_iam_user_policy" "everywhere" {
  user = aws_iam_user.everywhere.name

  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "ecr:PutImage", Resource = "*" }]
  })
}
