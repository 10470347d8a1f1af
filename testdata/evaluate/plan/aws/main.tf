# plan.json is written by hand in the documented format, as if made of this with `-var acl=public-read`, so that no
# provider is needed. What it replaces and deletes is not here.
variable "acl" {
  type    = string
  default = "private"
}

variable "password" {
  type      = string
  default   = "correct-horse"
  sensitive = true
}

variable "ports" {
  type    = list(number)
  default = [443, 22]
}

resource "aws_s3_bucket" "logs" {
  bucket = "logs"
}

resource "aws_s3_bucket_acl" "logs" {
  bucket = aws_s3_bucket.logs.id
  acl    = var.acl
}

module "store" {
  source   = "./bucket"
  for_each = { a = "public-read-write", b = "private" }

  name = each.key
  acl  = each.value
}

resource "aws_s3_bucket_public_access_block" "b" {
  bucket                  = module.store["b"].id
  block_public_acls       = true
  block_public_policy     = true
  ignore_public_acls      = true
  restrict_public_buckets = true
}

resource "aws_security_group" "web" {
  name = "web"

  ingress {
    from_port   = 443
    to_port     = 443
    protocol    = "tcp"
    cidr_blocks = ["0.0.0.0/0"]
  }

  ingress {
    from_port   = 22
    to_port     = 22
    protocol    = "tcp"
    cidr_blocks = ["10.0.0.0/8", "0.0.0.0/0"]
  }
}

resource "aws_security_group" "dynamic" {
  name = "dynamic"

  dynamic "ingress" {
    for_each = var.ports
    content {
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["0.0.0.0/0"]
    }
  }
}

resource "aws_db_instance" "main" {
  count = 2

  engine            = "postgres"
  instance_class    = "db.t3.micro"
  password          = var.password
  storage_encrypted = count.index == 1
}

resource "aws_iam_policy" "all" {
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      { Effect = "Allow", Action = "s3:GetObject", Resource = aws_s3_bucket.logs.arn },
      { Effect = "Allow", Action = "*", Resource = "*" },
    ]
  })
}
