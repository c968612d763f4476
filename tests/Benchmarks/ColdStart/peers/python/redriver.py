"""Sends a page of dead-lettered events again: receive, put, delete."""

import json
import os

import boto3

sqs = boto3.client("sqs")
events = boto3.client("events")
QUEUE_URL = os.environ["DEAD_LETTER_QUEUE_URL"]
BUS_NAME = os.environ["REDRIVE_BUS_NAME"]


def handler(event, context):
    page = sqs.receive_message(QueueUrl=QUEUE_URL, MaxNumberOfMessages=10, MessageAttributeNames=["All"])
    messages = page.get("Messages", [])
    if not messages:
        return {"redriven": 0}

    entries = [
        {
            "EventBusName": BUS_NAME,
            "Source": "firetiger.redrive",
            "DetailType": "Dead-Lettered Event",
            "Detail": json.dumps({"attempt": 1, "event": json.loads(message["Body"])}),
        }
        for message in messages
    ]
    results = events.put_events(Entries=entries)["Entries"]
    accepted = [message for message, result in zip(messages, results) if result.get("EventId")]
    sqs.delete_message_batch(
        QueueUrl=QUEUE_URL,
        Entries=[
            {"Id": str(index), "ReceiptHandle": message["ReceiptHandle"]} for index, message in enumerate(accepted)
        ],
    )
    report = {"redriven": len(accepted)}
    print(json.dumps(report))
    return report
