# What the other files share: where we are, and what things are called.

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_caller_identity" "current" {}

locals {
  partition = data.aws_partition.current.partition
  region    = data.aws_region.current.id
  account   = data.aws_caller_identity.current.account_id
  events    = "arn:${local.partition}:events:${local.region}:${local.account}"

  tags = merge({ Application = "firetiger-ecs-events" }, var.tags)

  rule_name         = var.event_bridge_rule_name != "" ? var.event_bridge_rule_name : "${var.name_prefix}-ecs-task-state"
  rule_path         = "${local.on_default_bus ? "" : "${var.event_bridge_bus}/"}${local.rule_name}"
  event_log_name    = "${var.name_prefix}-event-log"
  redrive_name      = "${var.name_prefix}-redrive"
  on_default_bus    = var.event_bridge_bus == "default"
  keeps_undelivered = var.enable_dead_letter_queue
  permissions_bound = var.iam_permissions_boundary_arn != "" ? var.iam_permissions_boundary_arn : null

  # By name: what lets the rules write to the queue, and lets them take their role, has to be there before they are.
  rule_arn         = "${local.events}:rule/${local.rule_path}"
  redrive_rule_arn = "${local.events}:rule/${local.redrive_name}/${local.redrive_name}"
  rule_arns        = concat([local.rule_arn], local.keeps_undelivered ? [local.redrive_rule_arn] : [])
}

locals {
  # A role can be passed to Lambda within its own account only, so there is no condition to set.
  trust_lambda = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "lambda.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}
