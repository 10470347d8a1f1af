resource "aws_sfn_state_machine" "sync" {
  name     = "sync"
  role_arn = "arn:aws:iam::111122223333:role/sync"
  definition = jsonencode({
    StartAt = "Call"
    States = {
      Call = { Type = "Pass", End = true }
    }
  })
}
