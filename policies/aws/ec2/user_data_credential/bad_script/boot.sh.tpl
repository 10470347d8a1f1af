#!/bin/sh
hostname ${name}
${setup}
