// The loop over the Runtime API that Lambda's Node runtime would be: load the handler, take, answer. Usage: node runtime.js FILE, with its full path
import http from "node:http";
import { createRequire } from "node:module";

const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(":");
const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

const call = (method, path, body) =>
  new Promise((resolve, reject) => {
    const options = { host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}` };
    http
      .request(options, (answer) => {
        const parts = [];
        answer.on("data", (part) => parts.push(part));
        answer.on("end", () => resolve({ id: answer.headers["lambda-runtime-aws-request-id"], body: Buffer.concat(parts) }));
      })
      .on("error", reject)
      .end(body);
  });

const serve = async (handler) => {
  for (;;) {
    const { id, body } = await call("GET", "next");
    try {
      await call("POST", `${id}/response`, JSON.stringify(await handler(JSON.parse(body))));
    } catch (error) {
      await call("POST", `${id}/error`, JSON.stringify({ errorType: error.name, errorMessage: error.message }));
    }
  }
};

const [, , file] = process.argv;
serve(createRequire(file)(file).handler);
