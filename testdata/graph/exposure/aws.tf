variable "admins" {
  type = list(string)
}

resource "aws_subnet" "main" {
  cidr_block              = "10.0.1.0/24"
  map_public_ip_on_launch = true
}

resource "aws_security_group" "web" {
  ingress {
    protocol    = "tcp"
    from_port   = 443
    to_port     = 443
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}

resource "aws_vpc_security_group_ingress_rule" "ssh" {
  for_each          = toset(["::/0"])
  security_group_id = aws_security_group.web.id
  ip_protocol       = "6"
  from_port         = 22
  to_port           = 22
  cidr_ipv6         = each.value
}

resource "aws_security_group" "admins" {
}

resource "aws_security_group_rule" "admins" {
  type              = "ingress"
  security_group_id = aws_security_group.admins.id
  protocol          = "tcp"
  from_port         = 22
  to_port           = 22
  cidr_blocks       = var.admins
}

resource "aws_security_group" "database" {
  ingress {
    protocol        = "tcp"
    from_port       = 5432
    to_port         = 5432
    security_groups = [aws_security_group.web.id]
  }
}

resource "aws_iam_role" "web" {
  assume_role_policy = "{}"
}

resource "aws_iam_instance_profile" "web" {
  role = aws_iam_role.web.name
}

resource "aws_instance" "web" {
  subnet_id              = aws_subnet.main.id
  vpc_security_group_ids = [aws_security_group.web.id]
  iam_instance_profile   = aws_iam_instance_profile.web.name
}

resource "aws_instance" "unsure" {
  subnet_id              = aws_subnet.main.id
  vpc_security_group_ids = [aws_security_group.admins.id]
}

resource "aws_instance" "elsewhere" {
  subnet_id              = aws_subnet.main.id
  vpc_security_group_ids = ["sg-0123456789abcdef0"]
}

resource "aws_instance" "shut" {
  subnet_id              = aws_subnet.main.id
  vpc_security_group_ids = [aws_security_group.database.id]
}

resource "aws_db_instance" "orders" {
  vpc_security_group_ids = [aws_security_group.database.id]
}

resource "aws_lb" "web" {
  security_groups = [aws_security_group.web.id]
  subnets         = [aws_subnet.main.id]
}

resource "aws_lb_listener" "web" {
  load_balancer_arn = aws_lb.web.arn
  port              = 443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lb_target_group" "web" {
}

resource "aws_ecs_service" "web" {
  load_balancer {
    target_group_arn = aws_lb_target_group.web.arn
  }
}

resource "aws_lambda_function" "hook" {
}

resource "aws_lambda_function_url" "hook" {
  function_name      = aws_lambda_function.hook.function_name
  authorization_type = "NONE"
}

resource "aws_lambda_function" "signed" {
}

resource "aws_lambda_function_url" "signed" {
  function_name      = aws_lambda_function.signed.function_name
  authorization_type = "AWS_IAM"
}

# Everyone may read it.
resource "aws_s3_bucket" "open" {
  bucket = "open"
}

resource "aws_s3_bucket_policy" "open" {
  bucket = aws_s3_bucket.open.id
  policy = jsonencode({
    Statement = [{
      Effect    = "Allow"
      Principal = { AWS = ["*"] }
      Action    = "s3:GetObject"
      Resource  = "*"
      Condition = { Bool = { "aws:SecureTransport" = "true" } }
    }]
  })
}

# Only from one network.
resource "aws_s3_bucket" "office" {
  bucket = "office"
}

resource "aws_s3_bucket_policy" "office" {
  bucket = aws_s3_bucket.office.id
  policy = jsonencode({
    Statement = [
      { Effect = "Allow", Principal = "*", Action = "s3:*", Resource = "*" },
      {
        Effect    = "Deny"
        Principal = "*"
        Action    = "s3:*"
        Resource  = "*"
        Condition = {
          NotIpAddress = { "aws:SourceIp" = "203.0.113.0/24" }
          Bool         = { "aws:ViaAWSService" = "false" }
        }
      },
    ]
  })
}

# Whom a condition keeps out, or a denial, is not known.
variable "condition" {}

resource "aws_s3_bucket" "perhaps" {
  bucket = "perhaps"
}

resource "aws_s3_bucket_policy" "perhaps" {
  bucket = aws_s3_bucket.perhaps.id
  policy = jsonencode({
    Statement = [{ Effect = "Allow", Principal = "*", Action = "s3:*", Resource = "*", Condition = var.condition }]
  })
}

variable "effect" {}

resource "aws_s3_bucket" "refused" {
  bucket = "refused"
}

resource "aws_s3_bucket_policy" "refused" {
  bucket = aws_s3_bucket.refused.id
  policy = <<-JSON
    {
      "Statement": [
        { "Effect": "Allow", "Principal": "*", "Action": "s3:*", "Resource": "*" },
        { "Effect": "${var.effect}", "Principal": "*", "Action": "s3:*", "Resource": "*" }
      ]
    }
  JSON
}
