module "firetiger" {
  source = "../.."

  firetiger_endpoint = var.firetiger_endpoint
  firetiger_username = var.firetiger_username
  firetiger_password = var.firetiger_password

  event_pattern = <<-JSON
    {
      "source": ["aws.ecs"],
      "detail-type": ["ECS Task State Change"]
    }
  JSON

  # What `match --rate` says of a busy hour of yours.
  invocation_rate_per_second = 20
}

output "setup_complete_message" {
  description = "What to do next"
  value       = module.firetiger.setup_complete_message
}

output "test_delivery_command" {
  description = "Sends a marked event to Firetiger and tells what became of it"
  value       = module.firetiger.test_delivery_command
}
