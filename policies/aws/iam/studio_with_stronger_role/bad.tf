resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_sagemaker_domain" "lab" {
  domain_name = "lab"
  auth_mode   = "IAM"
  vpc_id      = "vpc-0a1b2c3d"
  subnet_ids  = ["subnet-0a1b2c3d"]

  default_user_settings {
    execution_role = aws_iam_role.admin.arn
  }
}

resource "aws_sagemaker_user_profile" "analyst" {
  domain_id         = aws_sagemaker_domain.lab.id
  user_profile_name = "analyst"

  user_settings {
    execution_role = aws_iam_role.admin.arn
  }
}

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
        Action   = "sagemaker:CreatePresignedDomainUrl" # expect: aws-iam-studio-with-stronger-role
        Resource = aws_sagemaker_user_profile.analyst.arn
      },
    ]
  })
}

resource "aws_iam_user" "everywhere" {
  name = "everywhere"
}

resource "aws_iam_user_policy" "everywhere" {
  user = aws_iam_user.everywhere.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = "sagemaker:CreatePresignedDomainUrl" # expect: aws-iam-studio-with-stronger-role
        Resource = "*"
      },
    ]
  })
}
