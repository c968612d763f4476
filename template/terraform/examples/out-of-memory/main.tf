module "firetiger" {
  source = "../.."

  firetiger_endpoint = var.firetiger_endpoint
  firetiger_username = var.firetiger_username
  firetiger_password = var.firetiger_password

  event_pattern = <<-JSON
    {
      "source": ["aws.ecs"],
      "detail-type": ["ECS Task State Change"],
      "detail": {
        "containers": {
          "reason": [{ "prefix": "OutOfMemoryError" }]
        }
      }
    }
  JSON
}

output "setup_complete_message" {
  description = "What to do next"
  value       = module.firetiger.setup_complete_message
}

output "test_delivery_command" {
  description = "Sends a marked event to Firetiger and tells what became of it"
  value       = module.firetiger.test_delivery_command
}
