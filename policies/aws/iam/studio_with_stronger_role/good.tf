resource "aws_iam_role" "worker" {
  name = "worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}

resource "aws_sagemaker_domain" "lab" {
  domain_name = "lab"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0a1b2c3d"
  subnet_ids  = ["subnet-0a1b2c3d"]

  default_user_settings {
    execution_role = aws_iam_role.worker.arn
  }
}

resource "aws_sagemaker_user_profile" "analyst" {
  domain_id         = aws_sagemaker_domain.lab.id
  user_profile_name = "analyst"

  user_settings {
    execution_role = aws_iam_role.worker.arn
  }
}

# What runs there has no rights that the developer would gain.
resource "aws_iam_user" "developer" {
  name = "developer"
}

resource "aws_iam_user_policy" "developer" {
  user = aws_iam_user.developer.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sagemaker:CreatePresignedDomainUrl"
        Resource = [aws_sagemaker_user_profile.analyst.arn, "*"]
      },
    ]
  })
}
