resource "aws_iot_policy" "device" {
  name = "device"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = ["iot:*"] # expect: aws-iot-every-action
      Resource = ["*"]
    }]
  })
}

resource "aws_iot_policy" "single" {
  name = "single"
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = {
      Effect   = "Allow"
      Action   = "*" # expect: aws-iot-every-action
      Resource = "*"
    }
  })
}
