resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_iam_instance_profile" "nodes" {
  name = "nodes"
  role = aws_iam_role.admin.name
}

resource "aws_emr_cluster" "jobs" {
  name          = "jobs"
  release_label = "emr-7.5.0"
  service_role  = "arn:aws:iam::123456789012:role/emr"

  ec2_attributes {
    instance_profile = aws_iam_instance_profile.nodes.arn
    subnet_id        = "subnet-0a1b2c3d"
  }

  master_instance_group {
    instance_type = "m5.xlarge"
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
        Action   = "elasticmapreduce:AddJobFlowSteps" # expect: aws-iam-cluster-steps-with-stronger-role
        Resource = aws_emr_cluster.jobs.arn
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
        Action   = "elasticmapreduce:AddJobFlowSteps" # expect: aws-iam-cluster-steps-with-stronger-role
        Resource = "*"
      },
    ]
  })
}
