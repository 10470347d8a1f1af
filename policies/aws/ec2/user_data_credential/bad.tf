resource "random_password" "db" {
  for_each = toset(["app", "report"])
  length   = 24
}

data "template_file" "start" {
  template = "#!/bin/sh\napp --key $${key}\n"
  vars = {
    key = aws_iam_access_key.ci.secret # expect: aws-ec2-user-data-credential
  }
}

data "cloudinit_config" "start" {
  part {
    content_type = "text/x-shellscript"
    content      = data.template_file.start.rendered
  }
}

resource "aws_iam_access_key" "ci" {
  user = "ci"
}

resource "aws_instance" "web" {
  ami              = "ami-0123456789abcdef0"
  instance_type    = "t3.micro"
  user_data_base64 = data.cloudinit_config.start.rendered
}

resource "aws_launch_template" "worker" {
  for_each  = random_password.db
  user_data = base64encode("#!/bin/sh\nworker --password ${each.value.result}\n") # expect: aws-ec2-user-data-credential
}

resource "aws_launch_configuration" "old" {
  image_id      = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = "#!/bin/sh\nexport AWS_SECRET_ACCESS_KEY=zfh28dkWq0vTbN4cXyLm19sPq7RtUvW3xYz5AbCd\n" # expect: aws-ec2-user-data-credential
}

resource "aws_instance" "scripted" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    export HOME_OF=web
    export AWS_SECRET_ACCESS_KEY=zfh28dkWq0vTbN4cXyLm19sPq7RtUvW3xYz5AbCd # expect: aws-ec2-user-data-credential
  EOT
}

# Part of it is not known before it is made.
resource "aws_instance" "linked" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    export PEERS="${aws_instance.web.private_ip} ${aws_instance.web.public_ip}"
    export AWS_SECRET_ACCESS_KEY=zfh28dkWq0vTbN4cXyLm19sPq7RtUvW3xYz5AbCd # expect: aws-ec2-user-data-credential
  EOT
}

resource "aws_instance" "handed" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    log-in --with AKIAQ3ZTNBVC7LWXKD4M zfh28dkWq0vTbN4cXyLm19sPq7RtUvW3xYz5AbCd # expect: aws-ec2-user-data-credential
  EOT
}

resource "aws_instance" "user" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #!/bin/sh
    useradd app
    echo "app:Tr0ub4dor-and-3" | chpasswd # expect: aws-ec2-user-data-credential
  EOT
}

resource "aws_instance" "configured" {
  ami           = "ami-0123456789abcdef0"
  instance_type = "t3.micro"
  user_data     = <<-EOT
    #cloud-config
    users:
      - name: app
        plain_text_passwd: "Tr0ub4dor-and-3" # expect: aws-ec2-user-data-credential
  EOT
}
