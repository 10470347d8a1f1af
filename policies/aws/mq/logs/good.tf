variable "logged" { # undecided: aws-mq-logs
  type = bool
}

resource "aws_mq_broker" "orders" {
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "ChangedElsewhere"
  }

  logs {
    general = true
  }
}

resource "aws_mq_broker" "scratch" {
  broker_name        = "scratch"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "ChangedElsewhere"
  }

  logs {
    general = var.logged
  }
}
