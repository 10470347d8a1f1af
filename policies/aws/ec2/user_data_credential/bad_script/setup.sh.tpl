echo setting up
mkdir -p /etc/worker
echo "${password}" > /etc/worker/queue # expect: aws-ec2-user-data-credential
