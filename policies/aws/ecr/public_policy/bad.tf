resource "aws_ecr_repository_policy" "open" {
  repository = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = "*" # expect: aws-ecr-public-policy
      Action    = "ecr:BatchGetImage"
    }]
  })
}

data "aws_iam_policy_document" "document" {
  statement {
    actions = ["ecr:BatchGetImage"]

    principals {
      type        = "AWS"
      identifiers = ["*"] # expect: aws-ecr-public-policy
    }
  }
}

resource "aws_ecr_repository_policy" "document" {
  repository = "shop"
  policy     = data.aws_iam_policy_document.document.json
}

resource "aws_ecr_repository_policy" "single" {
  repository = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect    = "Allow"
      Principal = { AWS = ["111122223333", "*"] } # expect: aws-ecr-public-policy
      Action    = "ecr:BatchGetImage"
    }
  })
}

# All but one.
resource "aws_ecr_repository_policy" "others" {
  repository = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/intern" } # expect: aws-ecr-public-policy
      Action       = "ecr:BatchGetImage"
    }]
  })
}

resource "aws_ecr_repository_policy" "others_single" {
  repository = "shop"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect       = "Allow"
      NotPrincipal = { AWS = "arn:aws:iam::111122223333:user/intern" } # expect: aws-ecr-public-policy
      Action       = "ecr:BatchGetImage"
    }
  })
}
