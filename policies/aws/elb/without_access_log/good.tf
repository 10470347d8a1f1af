variable "log" { # undecided: aws-elb-without-access-log
  type = bool
}

resource "aws_lb" "shop" {
  name = "shop"

  access_logs {
    bucket  = "logs"
    enabled = true
  }
}

resource "aws_s3_bucket" "logs" {
  bucket_prefix = "logs"
}

resource "aws_elb" "classic" {
  name = "classic"

  access_logs {
    bucket = aws_s3_bucket.logs.id
  }

  listener {
    instance_port     = 8000
    instance_protocol = "http"
    lb_port           = 80
    lb_protocol       = "http"
  }
}

resource "aws_lb" "either" {
  name = "either"

  access_logs {
    bucket  = "logs"
    enabled = var.log
  }
}

# One for appliances writes none.
resource "aws_lb" "inspection" {
  name               = "inspection"
  load_balancer_type = "gateway"
}
