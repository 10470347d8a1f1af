#!/bin/sh
echo ${bucket}
export AWS_SECRET_ACCESS_KEY=zfh28dkWq0vTbN4cXyLm19sPq7RtUvW3xYz5AbCd # expect: aws-ec2-user-data-credential
