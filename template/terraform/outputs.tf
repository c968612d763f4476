output "event_bridge_rule_name" {
  description = "Name of the rule, and value of its RuleName dimension in CloudWatch"
  value       = local.rule_name
}

output "event_bridge_rule_arn" {
  description = "ARN of the rule"
  value       = aws_cloudwatch_event_rule.ecs_events.arn
}

output "api_destination_endpoint" {
  description = "Where events are sent"
  value       = aws_cloudwatch_event_api_destination.firetiger.invocation_endpoint
}

output "api_destination_arn" {
  description = "ARN of the API destination"
  value       = aws_cloudwatch_event_api_destination.firetiger.arn
}

output "connection_arn" {
  description = "ARN of the connection"
  value       = aws_cloudwatch_event_connection.firetiger.arn
}

output "dead_letter_queue_url" {
  description = "URL of the queue of events that wait to be sent again; null without enable_dead_letter_queue"
  value       = local.dead_letter_queue_url
}

output "dead_letter_queue_arn" {
  description = "ARN of the queue of events that wait to be sent again; null without enable_dead_letter_queue"
  value       = local.dead_letter_queue_arn
}

output "quarantine_queue_url" {
  description = "URL of the queue of events that wait for a person; null without enable_dead_letter_queue"
  value       = local.quarantine_queue_url
}

output "queue_policies" {
  description = "What the policies of queues of yours must say when set_existing_queue_policies is false"
  value = {
    dead_letter_queue = one(data.aws_iam_policy_document.dead_letter_queue[*].json)
    quarantine_queue  = one(data.aws_iam_policy_document.quarantine_queue[*].json)
  }
}

output "event_pattern_warnings" {
  description = "What the check found that may be a mistake, though the pattern was accepted; an empty list is none"
  value = [
    for finding in jsondecode(aws_lambda_invocation.pattern_check.result) :
    "${finding.code} line ${finding.line}, column ${finding.column}: ${finding.message}${try(" (${finding.hint})", "")}"
  ]
}

output "pattern_validator_function_name" {
  description = "The function that checks event patterns; it also answers direct invocations"
  value       = aws_lambda_function.pattern_validator.function_name
}

output "dlq_redriver_function_name" {
  description = "The function that redrives; invoke it to redrive at once. Null without enable_dead_letter_queue"
  value       = one(aws_lambda_function.dlq_redriver[*].function_name)
}

output "monitoring_dashboard_url" {
  description = "The dashboard: is it delivering, what is waiting, what needs you"
  value       = "https://${local.console}/cloudwatch/home?region=${local.region}#dashboards:name=${aws_cloudwatch_dashboard.monitoring.dashboard_name}"
}

output "test_delivery_command" {
  description = "Sends a marked event to Firetiger and tells what became of it; null without enable_dead_letter_queue"
  value       = local.keeps_undelivered ? "${local.invoke_redriver} --payload '{\"action\":\"testDelivery\"}' /dev/stdout" : null
}

output "status_command" {
  description = "Tells how queues, route and pace are; null without enable_dead_letter_queue"
  value       = local.keeps_undelivered ? "${local.invoke_redriver} --payload '{\"action\":\"status\"}' /dev/stdout" : null
}

output "setup_complete_message" {
  description = "What to do next"
  value = join(" ", [
    "Matching ECS events now go to ${aws_cloudwatch_event_api_destination.firetiger.invocation_endpoint} (a new rule may take a minute).",
    local.keeps_undelivered
    ? "Send one to see that it arrives: run the output test_delivery_command."
    : "What cannot be delivered within ${var.maximum_event_age_in_seconds} seconds is dropped, because enable_dead_letter_queue is false.",
  ])
}

locals {
  console         = local.partition == "aws-cn" ? "${local.region}.console.amazonaws.cn" : "${local.region}.console.aws.amazon.com"
  invoke_redriver = "aws lambda invoke --region ${local.region} --function-name ${var.name_prefix}-dlq-redriver --cli-read-timeout 100 --cli-binary-format raw-in-base64-out"
}
