resource "aws_mq_broker" "orders" { # expect: aws-mq-audit-logs
  broker_name        = "orders"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "ChangedElsewhere"
  }
}

resource "aws_mq_broker" "events" {
  broker_name        = "events"
  engine_type        = "ActiveMQ"
  engine_version     = "5.18"
  host_instance_type = "mq.m5.large"

  user {
    username = "app"
    password = "ChangedElsewhere"
  }

  logs {
    general = true
    audit   = false # expect: aws-mq-audit-logs
  }
}
