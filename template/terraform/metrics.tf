# The metrics that alarms and dashboard look at.

locals {
  namespace = "Firetiger/EcsEvents"

  # On the default bus the metrics of a rule have no bus.
  live_rule    = merge({ RuleName = local.rule_name }, local.on_default_bus ? {} : { EventBusName = var.event_bridge_bus })
  redrive_rule = { RuleName = local.redrive_name, EventBusName = local.redrive_name }
  dead_letters = { QueueName = local.dead_letter_queue_name }
  quarantine   = { QueueName = local.quarantine_queue_name }
  redriver     = { FunctionName = "${var.name_prefix}-dlq-redriver" }
  validator    = { FunctionName = "${var.name_prefix}-pattern-validator" }
  stack        = { StackName = var.name_prefix }
}
