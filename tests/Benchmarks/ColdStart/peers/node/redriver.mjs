// Sends a page of dead-lettered events again: receive, put, delete.
import { EventBridgeClient, PutEventsCommand } from "@aws-sdk/client-eventbridge";
import { DeleteMessageBatchCommand, ReceiveMessageCommand, SQSClient } from "@aws-sdk/client-sqs";

const sqs = new SQSClient({});
const eventBridge = new EventBridgeClient({});
const queueUrl = process.env.DEAD_LETTER_QUEUE_URL;
const busName = process.env.REDRIVE_BUS_NAME;

export const handler = async () => {
  const { Messages: messages = [] } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: queueUrl, MaxNumberOfMessages: 10, MessageAttributeNames: ["All"] }),
  );
  if (messages.length === 0) {
    return { redriven: 0 };
  }

  const { Entries: results } = await eventBridge.send(
    new PutEventsCommand({
      Entries: messages.map((message) => ({
        EventBusName: busName,
        Source: "firetiger.redrive",
        DetailType: "Dead-Lettered Event",
        Detail: JSON.stringify({ attempt: 1, event: JSON.parse(message.Body) }),
      })),
    }),
  );
  const accepted = messages.filter((_, index) => results[index].EventId);
  await sqs.send(
    new DeleteMessageBatchCommand({
      QueueUrl: queueUrl,
      Entries: accepted.map((message, index) => ({ Id: String(index), ReceiptHandle: message.ReceiptHandle })),
    }),
  );
  const report = { redriven: accepted.length };
  console.log(JSON.stringify(report));
  return report;
};
