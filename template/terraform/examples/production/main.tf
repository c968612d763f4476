data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

module "firetiger" {
  source = "../.."

  name_prefix        = "firetiger-prod"
  firetiger_endpoint = var.firetiger_endpoint

  # The secret is rotated elsewhere; the version says which password the connection has.
  firetiger_credentials_arn     = var.firetiger_credentials_arn
  firetiger_credentials_version = var.firetiger_credentials_version

  invocation_rate_per_second = 20
  redrive_share              = 0.25
  redrive_interval_minutes   = 2

  # Queues of yours outlive the module: terraform destroy leaves them, and what waits in them.
  dead_letter_queue = aws_sqs_queue.firetiger["dead-letters"]
  quarantine_queue  = aws_sqs_queue.firetiger["quarantine"]

  alarm_topic_arn              = var.alarm_topic_arn
  log_retention_in_days        = 365
  iam_permissions_boundary_arn = "arn:${data.aws_partition.current.partition}:iam::${data.aws_caller_identity.current.account_id}:policy/workload-boundary"

  tags = {
    Environment = "production"
    Team        = "platform"
  }
}

resource "aws_sqs_queue" "firetiger" {
  for_each = toset(["dead-letters", "quarantine"])

  name                       = "firetiger-prod-${each.key}"
  message_retention_seconds  = 1209600
  visibility_timeout_seconds = 120
  sqs_managed_sse_enabled    = true

  lifecycle {
    prevent_destroy = true
  }
}

output "setup_complete_message" {
  description = "What to do next"
  value       = module.firetiger.setup_complete_message
}

output "test_delivery_command" {
  description = "Sends a marked event to Firetiger and tells what became of it"
  value       = module.firetiger.test_delivery_command
}

output "monitoring_dashboard_url" {
  description = "The dashboard"
  value       = module.firetiger.monitoring_dashboard_url
}
