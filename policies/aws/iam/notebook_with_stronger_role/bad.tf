resource "aws_iam_role" "admin" {
  name = "admin"

  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "sagemaker.amazonaws.com" }
    }]
  })
}

resource "aws_iam_role_policy_attachment" "admin" {
  role       = aws_iam_role.admin.name
  policy_arn = "arn:aws:iam::aws:policy/AdministratorAccess"
}

resource "aws_sagemaker_notebook_instance" "lab" {
  name          = "lab"
  role_arn      = aws_iam_role.admin.arn
  instance_type = "ml.t3.medium"
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
        Action   = "sagemaker:CreatePresignedNotebookInstanceUrl" # expect: aws-iam-notebook-with-stronger-role
        Resource = aws_sagemaker_notebook_instance.lab.arn
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
        Action   = ["sagemaker:CreatePresigned*"] # expect: aws-iam-notebook-with-stronger-role
        Resource = "*"
      },
    ]
  })
}

# It gives the notebook a script of its own, and starts it.
resource "aws_iam_user" "keeper" {
  name = "keeper"
}

resource "aws_iam_user_policy" "keeper" {
  user = aws_iam_user.keeper.name

  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Effect   = "Allow"
        Action   = ["sagemaker:UpdateNotebookInstance", "sagemaker:StartNotebookInstance"] # expect: aws-iam-notebook-with-stronger-role
        Resource = aws_sagemaker_notebook_instance.lab.arn
      },
      {
        Effect   = "Allow"
        Action   = "sagemaker:CreateNotebookInstanceLifecycleConfig"
        Resource = "*"
      },
    ]
  })
}
