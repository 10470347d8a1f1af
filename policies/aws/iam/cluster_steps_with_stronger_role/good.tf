resource "aws_iam_role" "worker" {
  name = "worker"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "ec2.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "worker" {
  role       = aws_iam_role.worker.name
  policy_arn = "arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"
}

resource "aws_iam_instance_profile" "nodes" {
  name = "nodes"
  role = aws_iam_role.worker.name
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
        Action   = "elasticmapreduce:AddJobFlowSteps"
        Resource = [aws_emr_cluster.jobs.arn, "*"]
      },
    ]
  })
}
